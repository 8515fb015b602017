import type { Caller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import type { FilePurpose, StoredFile } from '@diemcau/contracts/meetings/files';

/** A file that arrived whole. */
export interface FileRow {
  readonly id: string;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly senderId: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly keptAt: Date;
  readonly unitId: string | null;
}

export const fileColumns = `f.id, f.purpose, f.name, f.sender_id AS "senderId", f.media_type AS "mediaType", f.bytes,
  f.sha256, f.kept_at AS "keptAt", f.unit_id AS "unitId"`;

export const toDto = ({ id, purpose, name, mediaType, bytes, sha256, keptAt }: FileRow): StoredFile => ({
  id,
  purpose,
  name,
  mediaType,
  bytes,
  sha256,
  uploadedAt: keptAt.toISOString(),
});

/** @throws Failure `common.signInNeeded` */
export function senderIdOf(caller: Caller): string {
  if (caller.kind === 'user') return caller.userId;
  if (caller.kind === 'key') return caller.keyId;
  throw new Failure(commonFailures.signInNeeded);
}
