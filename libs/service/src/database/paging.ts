import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';

/** Where a page ended: the sort key of its last row, and the row's id for rows of equal key. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const cursorAt = ({ key, id }: Position): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

/**
 * Reads a client's cursor.
 * @param isKey whether the database can compare the key with its column
 * @throws Failure `common.invalid` when it was not made by {@link cursorAt}
 */
export function positionOf(
  cursor: string | undefined,
  isKey: (key: string) => boolean = () => true,
): Position | undefined {
  if (cursor === undefined) return undefined;
  const [key, id] = partsOf(cursor);
  if (
    typeof key !== 'string' ||
    key.includes('\0') ||
    typeof id !== 'string' ||
    !uuid.test(id) ||
    !isKey(key)
  ) {
    throw new Failure(commonFailures.invalid, {}, [{ path: 'cursor', code: 'isCursor' }]);
  }
  return { key, id };
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Takes one row more than asked for, and gives the page and the cursor after it. */
export function pageOf<Row>(rows: readonly Row[], limit: number, position: (row: Row) => Position) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorAt(position(last)) : null };
}

/** `LIKE ALL` patterns: every word of the query occurs in the folded text, in any order. */
export const wordPatterns = (query = ''): string[] =>
  folded(query)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
