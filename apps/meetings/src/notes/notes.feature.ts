import type { Feature } from '@diemcau/service/feature';
import { FeedbackHandlers } from './feedback.handlers.js';
import { FeedbackService } from './feedback.service.js';
import { NoteKeepingService } from './keeping.service.js';
import { NotesHandlers } from './notes.handlers.js';
import { NotesService } from './notes.service.js';
import { PublishingService } from './publishing.service.js';
import { NoteSubjectsService } from './subjects.service.js';
import { NoteWritingService } from './writing.service.js';

/** Its tables came with those of reports. */
export const notesFeature: Feature = {
  controllers: [NotesHandlers, FeedbackHandlers],
  providers: [
    NotesService,
    NoteSubjectsService,
    NoteKeepingService,
    NoteWritingService,
    PublishingService,
    FeedbackService,
  ],
  entities: [],
  migrations: [],
};
