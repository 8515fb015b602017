import type { Caller } from '@diemcau/contracts/core/caller';
import { grantsOf } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { permissions } from '@diemcau/contracts/identity/permissions';
import {
  type FileBytes,
  fileErrors,
  filePartBytes,
  type FileRange,
  type StoredFile,
} from '@diemcau/contracts/meetings/files';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type FileRow, fileColumns, senderIdOf, toDto } from './file-row.js';
import { FileStore } from './file-store.js';

/** Its sender while nothing refers to it; who may see the unit's things; who sees the meeting it belongs to. */
const visible = `(
  (f.unit_id IS NULL AND f.sender_id = $2)
  OR EXISTS (SELECT FROM jsonb_to_recordset($3::jsonb) AS held (permission text, exactly uuid[], below uuid[])
    WHERE held.permission = f.permission AND (f.unit_id = ANY (held.exactly) OR f.unit_path && held.below))
  OR EXISTS (SELECT FROM occurrence_sites os JOIN sites s ON s.id = os.site_id
    WHERE os.occurrence_id = f.occurrence_id AND ${withinScope('s', 4)})
  OR EXISTS (SELECT FROM agenda_items a WHERE a.occurrence_id = f.occurrence_id AND ${withinScope('a', 4)})
  OR EXISTS (SELECT FROM checklist_items i WHERE i.occurrence_id = f.occurrence_id AND ${withinScope('i', 4)})
  OR EXISTS (SELECT FROM occurrences o WHERE o.id = f.occurrence_id AND (${withinScope('o', 4)}
    OR o.requesting_unit_id = ANY ($4::uuid[]) OR o.requesting_unit_path && $5::uuid[])))`;

@Injectable()
export class FileReadingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly store: FileStore,
  ) {}

  /** @throws Failure `files.notFound`, also for one that the caller may not see */
  async find(fileId: string, caller: Caller): Promise<StoredFile> {
    return toDto(await this.seen(fileId, caller));
  }

  /** @throws Failure `files.notFound` */
  async read({ fileId, from }: FileRange, caller: Caller): Promise<FileBytes> {
    const { bytes } = await this.seen(fileId, caller);
    return this.readAttached(fileId, bytes, from);
  }

  /** For a feature that has decided itself who may see what the file is attached to. @param bytes of the whole file */
  async readAttached(fileId: string, bytes: number, from: number): Promise<FileBytes> {
    const length = Math.min(filePartBytes, bytes - from);
    if (length <= 0) return { data: '' };
    const part = await this.store.read(fileId, from, length);
    if (!part) throw new Error(`file ${fileId} is known, and not in the store`);
    return { data: part.toString('base64') };
  }

  private async seen(fileId: string, caller: Caller): Promise<FileRow> {
    const held = permissions
      .filter((permission) => grantsOf(caller, permission).length > 0)
      .map((permission) => ({ permission, ...scopeOf(caller, permission) }));
    const meetings = scopeOf(caller, 'meetings.read');
    const [file] = await this.database.query<FileRow[]>(
      `SELECT ${fileColumns} FROM files f WHERE f.id = $1 AND f.kept_at IS NOT NULL AND ${visible}`,
      [fileId, senderIdOf(caller), JSON.stringify(held), meetings.exactly, meetings.below],
    );
    if (!file) throw new Failure(fileErrors.notFound, { fileId });
    return file;
  }
}
