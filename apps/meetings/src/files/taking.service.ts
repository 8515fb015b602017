import { type Caller, may } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import {
  type BeginFile,
  fileErrors,
  fileMaxBytes,
  type FilePart,
  filePartBytes,
  type FilePurpose,
  type FileRef,
  type FileWhole,
  type StoredFile,
} from '@diemcau/contracts/meetings/files';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createHash, randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { mediaTypeOf } from './content-kind.js';
import { type FileRow, fileColumns, senderIdOf, toDto } from './file-row.js';
import { FileStore } from './file-store.js';

/** Files of one sender that nothing refers to yet; each lies about for a day. */
const mostUnused = 100;

/** Whoever keeps something that files belong to. */
const keeping: readonly Permission[] = [
  'sites.write',
  'sites.configure',
  'meetings.request',
  'meetings.write',
  'meetings.answer',
  'trainings.manage',
  'reports.write',
  'notes.write',
];

/** Takes files in, part by part; a file is there when all of it is, or not at all. */
@Injectable()
export class FileTakingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly store: FileStore,
  ) {}

  /** @throws Failure `common.notAllowed`, `files.tooMany` */
  async begin({ purpose, name }: BeginFile, caller: Caller): Promise<FileRef> {
    const senderId = senderIdOf(caller);
    if (!keeping.some((permission) => may(caller, permission))) {
      throw new Failure(commonFailures.notAllowed);
    }
    const fileId = randomUUID();
    await this.database.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`files of ${senderId}`]);
      const [{ unused }] = await manager.query<[{ unused: number }]>(
        'SELECT count(*)::int AS unused FROM files WHERE sender_id = $1 AND unused_since IS NOT NULL AND unit_id IS NULL',
        [senderId],
      );
      if (unused >= mostUnused) throw new Failure(fileErrors.tooMany);
      await manager.query('INSERT INTO files (id, purpose, name, sender_id) VALUES ($1, $2, $3, $4)', [
        fileId,
        purpose,
        name,
        senderId,
      ]);
    });
    return { fileId };
  }

  /** @throws Failure `files.notFound`, `common.tooLarge` */
  async addPart({ fileId, sequence, data }: FilePart, caller: Caller): Promise<void> {
    const bytes = Buffer.from(data, 'base64');
    // Parts but the last are of full size, so their number bounds the file.
    const isTooLarge = bytes.length > filePartBytes || sequence * filePartBytes >= fileMaxBytes;
    if (bytes.length === 0 || isTooLarge) throw new Failure(commonFailures.tooLarge);
    await this.uploading(this.database.manager, fileId, caller);
    await this.database.query(
      'INSERT INTO file_parts (file_id, sequence, data) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [fileId, sequence, bytes],
    );
  }

  /** @throws Failure `files.notFound`, `.empty`, `.incomplete`, `.wrongKind`, `.damaged` */
  async complete({ fileId, parts, bytes }: FileWhole, caller: Caller): Promise<StoredFile> {
    return this.database.transaction(async (manager) => {
      const { purpose } = await this.uploading(manager, fileId, caller);
      const content = await this.assemble(manager, fileId, parts);
      if (bytes === 0) throw new Failure(fileErrors.empty);
      if (content.length !== bytes) throw new Failure(fileErrors.incomplete);
      const mediaType = await mediaTypeOf(content, purpose);
      // Before the row says so. If this transaction is lost, the file is thrown away with the row that expires.
      await this.store.put(fileId, content, mediaType);
      await manager.query('DELETE FROM file_parts WHERE file_id = $1', [fileId]);
      const [[row]] = (await manager.query(
        `UPDATE files f SET media_type = $2, bytes = $3, sha256 = $4, kept_at = now(), unused_since = now()
         WHERE id = $1 RETURNING ${fileColumns}`,
        [fileId, mediaType, bytes, createHash('sha256').update(content).digest('hex')],
      )) as [[FileRow], number];
      return toDto(row);
    });
  }

  async cancel({ fileId }: FileRef, caller: Caller): Promise<void> {
    await this.database.query('DELETE FROM files WHERE id = $1 AND sender_id = $2 AND kept_at IS NULL', [
      fileId,
      senderIdOf(caller),
    ]);
  }

  private async assemble(manager: EntityManager, fileId: string, parts: number): Promise<Buffer> {
    const rows = await manager.query<{ data: Buffer }[]>(
      'SELECT data FROM file_parts WHERE file_id = $1 AND sequence < $2 ORDER BY sequence',
      [fileId, parts],
    );
    return Buffer.concat(rows.map(({ data }) => data));
  }

  private async uploading(
    manager: EntityManager,
    fileId: string,
    caller: Caller,
  ): Promise<{ purpose: FilePurpose }> {
    const [file] = await manager.query<{ purpose: FilePurpose }[]>(
      `SELECT purpose FROM files WHERE id = $1 AND sender_id = $2 AND kept_at IS NULL FOR NO KEY UPDATE`,
      [fileId, senderIdOf(caller)],
    );
    if (!file) throw new Failure(fileErrors.notFound, { fileId });
    return file;
  }
}
