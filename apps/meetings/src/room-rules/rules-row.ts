import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type { RoomRules } from '@diemcau/contracts/meetings/room-rules';

export interface RulesRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
  readonly edition: number;
  readonly title: string;
  readonly text: string;
  readonly fileId: string | null;
  readonly publishedAt: Date;
  readonly current: boolean;
}

const laterEdition =
  'SELECT FROM room_rules later WHERE later.unit_id = r.unit_id AND later.edition > r.edition';

export const isCurrent = `NOT EXISTS (${laterEdition})`;

export const rulesColumns = `r.id, r.unit_id AS "unitId", r.unit_path AS "unitPath", r.unit_name AS "unitName", r.edition,
  r.title, r.text, r.file_id AS "fileId", r.published_at AS "publishedAt", ${isCurrent} AS current`;

/** The rules that hold at site `s`: the last edition of the nearest unit above it that has any. */
export const rulesAtSite = `(SELECT r.id FROM room_rules r WHERE r.unit_id = ANY (s.unit_path)
  ORDER BY cardinality(r.unit_path) DESC, r.edition DESC LIMIT 1)`;

export const toDto = (row: RulesRow, files: ReadonlyMap<string, StoredFile>): RoomRules => ({
  id: row.id,
  unitId: row.unitId,
  unitName: row.unitName,
  edition: row.edition,
  title: row.title,
  text: row.text,
  file: row.fileId === null ? null : (files.get(row.fileId) ?? null),
  publishedAt: row.publishedAt.toISOString(),
  current: row.current,
});
