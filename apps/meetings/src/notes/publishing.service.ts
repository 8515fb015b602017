import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type CorrectNote, noteErrors, type PublishNote } from '@diemcau/contracts/meetings/notes';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { NoteKeepingService } from './keeping.service.js';
import { NotesService } from './notes.service.js';

/** From a draft to what its subject reads; after that, only corrections are added. */
@Injectable()
export class PublishingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly notes: NotesService,
    private readonly keeping: NoteKeepingService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `notes.published`, `notes.*` */
  async publish({ noteId, version }: PublishNote, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const note = await this.notes.hold(manager, noteId, caller, version);
      if (note.state === 'published') throw new Failure(noteErrors.published, { noteId });
      await manager.query(
        `UPDATE notes SET state = 'published', published_at = $2, version = version + 1 WHERE id = $1`,
        [noteId, this.clock.now()],
      );
      await this.keeping.tell(manager, 'notes.publish', note, caller);
    });
  }

  /** @throws Failure `notes.notPublished`, `notes.*` */
  async correct({ noteId, text }: CorrectNote, caller: Caller): Promise<void> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    await this.database.transaction(async (manager) => {
      const note = await this.notes.hold(manager, noteId, caller);
      if (note.state !== 'published') throw new Failure(noteErrors.notPublished, { noteId });
      await manager.query(
        `INSERT INTO note_corrections (id, note_id, text, author_id, at) VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
        [noteId, text, caller.userId, this.clock.now()],
      );
      await this.keeping.tell(manager, 'notes.correct', note, caller);
    });
  }
}
