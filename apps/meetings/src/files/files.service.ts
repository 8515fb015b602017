import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { fileErrors, type FilePurpose, type StoredFile } from '@diemcau/contracts/meetings/files';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type FileRow, fileColumns, senderIdOf, toDto } from './file-row.js';

export interface Attachment {
  /** What a file is to be: photos where photos belong. Any unless given. */
  readonly purpose?: FilePurpose;
  /** Over the unit, to see the file; `meetings.read` unless given. */
  readonly permission?: Permission;
  /** Who sees this meeting sees the file too. */
  readonly occurrenceId?: string;
}

/** For features whose rows refer to files: the row and the file change in one transaction. */
@Injectable()
export class FilesService {
  /**
   * From now on the file belongs to the unit. Whoever sent it attaches it; once attached it stays attached there, so that
   * saving a form twice is harmless.
   * @param unitPath of the object the file belongs to, from the province down
   * @throws Failure `files.notFound`, also for another's; `.taken` by another unit; `.wrongKind`
   */
  async attach(
    manager: EntityManager,
    fileId: string,
    unitPath: readonly string[],
    caller: Caller,
    { purpose, permission = 'meetings.read', occurrenceId }: Attachment = {},
  ): Promise<void> {
    const unitId = unitPath.at(-1);
    const [file] = await manager.query<FileRow[]>(
      `SELECT ${fileColumns} FROM files f WHERE id = $1 AND kept_at IS NOT NULL FOR NO KEY UPDATE`,
      [fileId],
    );
    const isThere = file?.unitId === unitId;
    if (!file || (!isThere && file.senderId !== senderIdOf(caller))) {
      throw new Failure(fileErrors.notFound, { fileId });
    }
    if (file.unitId !== null && !isThere) throw new Failure(fileErrors.taken, { fileId });
    if (purpose && file.purpose !== purpose) throw new Failure(fileErrors.wrongKind, { fileId, purpose });
    await manager.query(
      `UPDATE files SET unit_id = $2, unit_path = $3, permission = $4, occurrence_id = coalesce($5, occurrence_id),
         unused_since = NULL WHERE id = $1`,
      [fileId, unitId, unitPath, permission, occurrenceId ?? null],
    );
  }

  /** Nothing refers to them any more: thrown away a day later, unless attached anew. */
  async release(manager: EntityManager, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    await manager.query('UPDATE files SET unused_since = now() WHERE id = ANY ($1)', [fileIds]);
  }

  /** Attaches what is new and releases what is gone. @throws as {@link attach} */
  async replace(
    manager: EntityManager,
    before: readonly string[],
    after: readonly string[],
    unitPath: readonly string[],
    caller: Caller,
    attachment: Attachment = {},
  ): Promise<void> {
    for (const fileId of after) {
      if (!before.includes(fileId)) await this.attach(manager, fileId, unitPath, caller, attachment);
    }
    await this.release(
      manager,
      before.filter((fileId) => !after.includes(fileId)),
    );
  }

  /** For whoever may see what refers to them; unknown ones are left out. */
  async named(manager: EntityManager, fileIds: readonly string[]): Promise<Map<string, StoredFile>> {
    const rows = await manager.query<FileRow[]>(
      `SELECT ${fileColumns} FROM files f WHERE id = ANY ($1) AND kept_at IS NOT NULL`,
      [fileIds],
    );
    return new Map(rows.map((row) => [row.id, toDto(row)]));
  }
}
