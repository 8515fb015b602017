import type { KindsOf } from '@diemcau/contracts/identity/privacy-kinds';

export type MeetingsKind = KindsOf<'meetings'>;

/** Where something about a person is found: one table, the columns that name an account, and what is shown of a row. */
export interface Reader {
  readonly table: string;
  /** Columns of the table (`uuid`, or `uuid[]` when the name ends with `_ids`); any of them makes a row the person's. */
  readonly whose: readonly string[];
  /** SELECT list over `t`, the table, and what `joins` adds. No secrets, and nobody else's names. */
  readonly shows: string;
  readonly joins?: string;
  /** What else must hold of a row for the person to be told of it; `$1` is the person. */
  readonly where?: string;
  /** Unique in the table, as text of C order; `t.id` unless given. */
  readonly key?: string;
}

export type Readers<Kind extends MeetingsKind> = Readonly<Record<Kind, readonly Reader[]>>;

export const meetingOf = 'LEFT JOIN occurrences meeting ON meeting.id = t.occurrence_id';
export const siteOf = 'LEFT JOIN sites site ON site.id = t.site_id';
export const meetingWords = 'meeting.title AS meeting, meeting.starts_at AS meeting_starts_at';

const holds = (column: string): string =>
  column.endsWith('_ids') ? `$1::uuid = ANY (t.${column})` : `t.${column} = $1::uuid`;

/**
 * A page of rows about the person `$1` after the key `$2` (null for the first), at most `$3`.
 * `as` says which columns name the person: the others' ids are not the person's data.
 */
export function pageQuery({ table, whose, shows, joins = '', where, key = 't.id' }: Reader): string {
  const roles = whose.map((column) => `CASE WHEN ${holds(column)} THEN '${column}' END`).join(', ');
  return `
    SELECT key, to_jsonb(found) - 'key' AS data FROM (
      SELECT (${key})::text COLLATE "C" AS key, '${table}' AS of, array_remove(ARRAY[${roles}], NULL) AS "as", ${shows}
      FROM ${table} t ${joins}
      WHERE (${whose.map(holds).join(' OR ')})${where === undefined ? '' : ` AND (${where})`}
    ) found WHERE $2::text IS NULL OR key > $2 ORDER BY key LIMIT $3`;
}
