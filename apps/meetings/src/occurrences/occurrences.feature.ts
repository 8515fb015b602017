import type { Feature } from '@diemcau/service/feature';
import { Meetings1763770000001 } from '../migrations/1763770000001-meetings.js';
import { OccurrenceLife1763770200001 } from '../migrations/1763770200001-occurrence-life.js';
import { Preparation1763770200002 } from '../migrations/1763770200002-preparation.js';
import { BySeries1763770900005 } from '../migrations/1763770900005-by-series.js';
import { RoomOpenings1763784000003 } from '../migrations/1763784000003-room-openings.js';
import { RequestLetters1763864000002 } from '../migrations/1763864000002-request-letters.js';
import { Levels1763872000001 } from '../migrations/1763872000001-levels.js';
import { BookingService } from './booking.service.js';
import { ChangingService } from './changing.service.js';
import { ContentsService } from './contents.service.js';
import { CorrectionsService } from './corrections.service.js';
import { DraftingService } from './drafting.service.js';
import { FollowingService } from './following.service.js';
import { InboxService } from './inbox.service.js';
import { LevelsJob } from './levels.job.js';
import { LevelsService } from './levels.service.js';
import { OccurrenceListingService } from './listing.service.js';
import { MakingByHandService } from './making-by-hand.service.js';
import { MakingService } from './making.service.js';
import { NeedsService } from './needs.service.js';
import { OccurrencesHandlers } from './occurrences.handlers.js';
import { OccurrencesService } from './occurrences.service.js';
import { OwnersService } from './owners.service.js';
import { PartsService } from './parts.service.js';
import { PreparedMeetingsService } from './prepared-meetings.service.js';
import { PresidingHandlers } from './presiding.handlers.js';
import { PresidingService } from './presiding.service.js';
import { RequestLettersService } from './request-letters.service.js';
import { RewritingService } from './rewriting.service.js';
import { RoomOpeningJob } from './room-opening.job.js';
import { SiteItemsService } from './site-items.service.js';
import { StatesService } from './states.service.js';
import { StepsHandlers } from './steps.handlers.js';
import { StepsService } from './steps.service.js';
import { TakenService } from './taken.service.js';
import { OccurrenceViewService } from './view.service.js';

export const occurrencesFeature: Feature = {
  controllers: [OccurrencesHandlers, StepsHandlers, PresidingHandlers],
  providers: [
    OccurrencesService,
    OccurrenceListingService,
    InboxService,
    OccurrenceViewService,
    MakingService,
    MakingByHandService,
    DraftingService,
    BookingService,
    PartsService,
    SiteItemsService,
    OwnersService,
    ContentsService,
    ChangingService,
    RewritingService,
    TakenService,
    StatesService,
    StepsService,
    NeedsService,
    PreparedMeetingsService,
    FollowingService,
    PresidingService,
    CorrectionsService,
    RoomOpeningJob,
    RequestLettersService,
    LevelsService,
    LevelsJob,
  ],
  entities: [],
  migrations: [
    Meetings1763770000001,
    OccurrenceLife1763770200001,
    Preparation1763770200002,
    BySeries1763770900005,
    RoomOpenings1763784000003,
    RequestLetters1763864000002,
    Levels1763872000001,
  ],
};
