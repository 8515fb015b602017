import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { FileBytes, StoredFile } from '@diemcau/contracts/meetings/files';
import {
  type EvidenceRange,
  type Note,
  noteErrors,
  type NotePage,
  type NoteQuery,
} from '@diemcau/contracts/meetings/notes';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { FileReadingService } from '../files/reading.service.js';
import { FilesService } from '../files/files.service.js';
import { noteColumns, type NoteRow, toNote } from './note-row.js';

/**
 * I32. `$1`: who asks; `$2`, `$3`: where they read notes; `$4`, `$5`: where they write them. The subject sees what is
 * published and never a draft, whatever rights they hold.
 */
const visible = `CASE n.state
  WHEN 'published' THEN coalesce(n.subject_id = $1, false) OR ${withinScope('n', 2)} OR ${withinScope('n', 4)}
  ELSE ${withinScope('n', 4)} AND n.subject_id IS DISTINCT FROM $1 END`;
/** What happened last comes first; compared byte by byte. */
const sortKey = `((DATE '3000-01-01' - n.happened_on)::text) COLLATE "C"`;

/** Notes as each may see them: the one place that decides it (I32). */
@Injectable()
export class NotesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly files: FilesService,
    private readonly reading: FileReadingService,
  ) {}

  async list(query: NoteQuery, caller: Caller): Promise<NotePage> {
    const { limit = 50, unitId = null, kind = null, state = null } = query;
    const matching = `FROM notes n WHERE (${visible}) AND ($6::uuid IS NULL OR n.unit_path @> ARRAY[$6::uuid])
      AND ($7::text IS NULL OR n.kind = $7) AND ($8::text IS NULL OR n.state = $8) AND n.search LIKE ALL ($9)`;
    const values = [...asking(caller), unitId, kind, state, wordPatterns(query.q)];
    const after = positionOf(query.cursor);
    const [[count], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<(NoteRow & { sortKey: string })[]>(
        `SELECT ${noteColumns}, ${sortKey} AS "sortKey" ${matching}
           AND ($10::text IS NULL OR (${sortKey}, n.id) > ($10, $11::uuid))
         ORDER BY ${sortKey}, n.id LIMIT $12`,
        [...values, after?.key ?? null, after?.id ?? null, limit + 1],
      ),
    ]);
    const { items, nextCursor } = pageOf(rows, limit, ({ sortKey: key, id }) => ({ key, id }));
    const notes = items.map(({ sortKey: _key, ...row }) => toNote(row));
    return { items: notes, nextCursor, total: count.total };
  }

  /** @throws Failure `notes.notFound`, for whoever must not know of it too */
  async find(noteId: string, caller: Caller): Promise<Note> {
    return toNote(await this.seen(this.database.manager, noteId, caller));
  }

  /**
   * A note that the caller may write to: nobody else does until the transaction ends.
   * @throws Failure `notes.notFound`, `.changedMeanwhile`, `common.notAllowed`
   */
  async hold(manager: EntityManager, noteId: string, caller: Caller, version?: number): Promise<NoteRow> {
    const row = await this.seen(manager, noteId, caller, 'FOR NO KEY UPDATE');
    if (!mayOn(caller, 'notes.write', row.unitPath)) throw new Failure(commonFailures.notAllowed);
    if (caller.kind === 'user' && row.subjectId === caller.userId) throw new Failure(noteErrors.aboutOneself);
    if (version !== undefined && row.version !== version) {
      throw new Failure(noteErrors.changedMeanwhile, { version: row.version });
    }
    return row;
  }

  /** @throws Failure `notes.notFound`, also where there is no evidence */
  async evidence(noteId: string, caller: Caller): Promise<StoredFile> {
    const { evidenceId } = await this.seen(this.database.manager, noteId, caller);
    const named = await this.files.named(this.database.manager, evidenceId ? [evidenceId] : []);
    const file = evidenceId && named.get(evidenceId);
    if (!file) throw new Failure(noteErrors.notFound, { noteId });
    return file;
  }

  /** @throws Failure `notes.notFound` */
  async readEvidence({ noteId, from }: EvidenceRange, caller: Caller): Promise<FileBytes> {
    const { id: fileId, bytes } = await this.evidence(noteId, caller);
    return this.reading.readAttached(fileId, bytes, from);
  }

  private async seen(manager: EntityManager, noteId: string, caller: Caller, lock = ''): Promise<NoteRow> {
    const [row] = await manager.query<NoteRow[]>(
      `SELECT ${noteColumns} FROM notes n WHERE n.id = $6 AND (${visible}) ${lock}`,
      [...asking(caller), noteId],
    );
    if (!row) throw new Failure(noteErrors.notFound, { noteId });
    return row;
  }
}

/** The first five parameters of {@link visible}. */
function asking(caller: Caller): [userId: string | null, ...string[][]] {
  const [read, write] = [scopeOf(caller, 'notes.read'), scopeOf(caller, 'notes.write')];
  const userId = caller.kind === 'user' ? caller.userId : null;
  return [userId, read.exactly, read.below, write.exactly, write.below];
}
