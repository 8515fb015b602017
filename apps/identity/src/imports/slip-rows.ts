import type { SlipCountQuery, SlipQuery } from '@diemcau/contracts/identity/import-slips';
import { type Position, wordPatterns } from '@diemcau/service/database/paging';
import type { EntityManager } from 'typeorm';
import { type SlipPosition, slipPositionOf } from './slip-cursor.js';

/** Somebody whom an import has made and whose initial secret can still be printed. */
export interface SlipRow {
  readonly position: SlipPosition;
  readonly userId: string;
  readonly displayName: string;
  readonly userName: string;
  readonly code: string | null;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly className: string | null;
}

/** A unit or class, and how many people in it have slips. */
export interface SlipCountRow {
  readonly id: string;
  readonly name: string;
  readonly unitPath: readonly string[];
  readonly key: string;
  readonly slips: number;
}

/** @param $1 the import @param $2 a unit that they belong to or lie below, or null */
const slips = `slip AS (
  SELECT u.id AS "userId", u.display_name AS "displayName", u.user_name AS "userName", u.code,
         unit.id AS "unitId", unit.name AS "unitName", unit.path AS "unitPath", unit.search AS "unitKey",
         c.id AS "classId", c.name AS "className", c.search AS "classSearch", coalesce(c.sort_name, '') AS "classKey",
         u.sort_name AS "personKey"
  FROM import_rows r
  JOIN users u ON u.id = r.subject_id
  JOIN initial_secrets s ON s.user_id = u.id AND s.expires_at > now()
  JOIN units unit ON unit.id = u.unit_id
  LEFT JOIN LATERAL (SELECT c.id, c.name, c.search, c.sort_name FROM class_members m JOIN classes c ON c.id = m.class_id
                     WHERE m.user_id = u.id ORDER BY c.school_year DESC, c.id LIMIT 1) c ON true
  WHERE r.import_id = $1 AND r.outcome = 'create' AND r.written AND ($2::uuid IS NULL OR $2 = ANY (unit.path)))`;

/** By unit, class and name. @throws Failure `common.invalid` for a cursor that is none */
export function slipRows(
  manager: EntityManager,
  { importId, unitId, classId, cursor }: SlipQuery,
  limit: number,
): Promise<SlipRow[]> {
  return manager.query<SlipRow[]>(
    `WITH ${slips}, placed AS (
       SELECT *, ARRAY["unitKey", "unitId"::text, "classKey", coalesce("classId"::text, ''), "personKey",
                       "userId"::text] COLLATE "C" AS position FROM slip)
     SELECT position, "userId", "displayName", "userName", code, "unitName", "unitPath", "className" FROM placed
     WHERE ($3::uuid IS NULL OR "classId" = $3) AND ($4::text[] IS NULL OR position > $4::text[] COLLATE "C")
     ORDER BY position LIMIT $5`,
    [importId, unitId ?? null, classId ?? null, slipPositionOf(cursor), limit],
  );
}

/** By unit, or, within a unit, by class, in the order in which they are printed. A cursor holds the start of a long name. */
export function slipCountRows(
  manager: EntityManager,
  { importId, unitId, q }: SlipCountQuery,
  after: Position | undefined,
  limit: number,
): Promise<SlipCountRow[]> {
  const of =
    unitId === undefined
      ? { id: '"unitId"', name: '"unitName"', search: '"unitKey"', key: 'left("unitKey", 100)' }
      : { id: '"classId"', name: '"className"', search: '"classSearch"', key: 'left("classKey", 100)' };
  return manager.query<SlipCountRow[]>(
    `WITH ${slips}, counted AS (
       SELECT ${of.id} AS id, ${of.name} AS name, "unitPath", ${of.key} COLLATE "C" AS key, count(*)::int AS slips
       FROM slip WHERE ${of.id} IS NOT NULL AND ${of.search} LIKE ALL ($3) GROUP BY 1, 2, 3, 4)
     SELECT * FROM counted WHERE $4::text IS NULL OR (key, id) > ($4, $5::uuid) ORDER BY key, id LIMIT $6`,
    [importId, unitId ?? null, wordPatterns(q), after?.key ?? null, after?.id ?? null, limit],
  );
}
