import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { type ChangeNote, noteErrors, type WriteNote } from '@diemcau/contracts/meetings/notes';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { UnitPlacesService } from '../reports/unit-places.service.js';
import { NoteKeepingService } from './keeping.service.js';
import type { NoteRow } from './note-row.js';
import { NotesService } from './notes.service.js';
import { NoteSubjectsService } from './subjects.service.js';

const idsOf = ({ evidenceId }: { readonly evidenceId: string | null }): string[] =>
  evidenceId ? [evidenceId] : [];

/** Drafts. What the audit log says of notes are ids: who reads it need not know what they say (I32). */
@Injectable()
export class NoteWritingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly notes: NotesService,
    private readonly places: UnitPlacesService,
    private readonly people: NoteSubjectsService,
    private readonly keeping: NoteKeepingService,
  ) {}

  /** @returns the id. @throws Failure `units.notFound`, `notes.noSubject`, `.aboutOneself`, `files.*` */
  async write(input: WriteNote, caller: Caller): Promise<string> {
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    const { kind, unitId, subjectId = null, happenedOn, title, text, evidenceId = null } = input;
    const unit = await this.places.allowing(caller, 'notes.write', unitId);
    if (subjectId === caller.userId) throw new Failure(noteErrors.aboutOneself);
    const subjectName = subjectId && (await this.people.nameOf(subjectId, unitId));
    const id = randomUUID();
    await this.database.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO notes (id, unit_id, unit_path, unit_name, kind, subject_id, subject_name, happened_on, title, text,
           search, author_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          id,
          unitId,
          unit.path,
          unit.name,
          kind,
          subjectId,
          subjectName,
          happenedOn,
          title,
          text,
          folded(`${title} ${subjectName ?? ''} ${unit.name}`),
          caller.userId,
        ],
      );
      await this.keeping.keep(
        manager,
        { id, unitId, unitPath: unit.path },
        [],
        idsOf({ evidenceId }),
        caller,
      );
      await this.keeping.tell(manager, 'notes.write', { id, unitId }, caller);
    });
    return id;
  }

  /** @throws Failure `notes.published`, `notes.*`, `files.*` */
  async change({ noteId, version, ...given }: ChangeNote, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const before = await this.notes.hold(manager, noteId, caller, version);
      if (before.state === 'published') throw new Failure(noteErrors.published, { noteId });
      const stated = Object.entries(given).filter(([, value]) => value !== undefined);
      const after: NoteRow = { ...before, ...Object.fromEntries(stated) };
      const { kind, happenedOn, title, text, subjectName, unitName } = after;
      await manager.query(
        `UPDATE notes SET kind = $2, happened_on = $3, title = $4, text = $5, search = $6, version = version + 1
         WHERE id = $1`,
        [noteId, kind, happenedOn, title, text, folded(`${title} ${subjectName ?? ''} ${unitName}`)],
      );
      await this.keeping.keep(manager, before, idsOf(before), idsOf(after), caller);
      await this.keeping.tell(manager, 'notes.change', before, caller);
    });
  }

  /** @throws Failure `notes.published`, `notes.*` */
  async discard(noteId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const before = await this.notes.hold(manager, noteId, caller);
      if (before.state === 'published') throw new Failure(noteErrors.published, { noteId });
      await this.keeping.keep(manager, before, idsOf(before), [], caller);
      await manager.query('DELETE FROM notes WHERE id = $1', [noteId]);
      await this.keeping.tell(manager, 'notes.discard', before, caller);
    });
  }
}
