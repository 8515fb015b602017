import { folded } from '@diemcau/contracts/core/folded';
import type { Row } from '@diemcau/spreadsheets/read/row';
import type { Mapping } from './read-row.js';
import { endsWith, isFullerName, isGivenName, isName, share } from './name-cells.js';

/**
 * Why nobody can tell where the names are: `halves` when nearly all are a single word, `twoColumns` when the column may go
 * on in the next one.
 */
export interface NameDoubt {
  readonly code: 'halves' | 'twoColumns';
  /** Columns that it is about, from 0. */
  readonly columns: readonly number[];
}

export interface NameColumns {
  readonly mapping: Mapping;
  readonly doubt: NameDoubt | null;
}

/** Fewer names under a header that says they are whole prove nothing. */
const fewNames = 3;

const whole = 'fullName';
const parts = ['familyName', 'middleName', 'givenName'] as const;

/**
 * Where the names of people are, given what the headers say and what the first rows below hold. Lists often split a name
 * over two columns under one merged header, or call a column «Tên» that holds only the last word: half a name is never taken
 * for the whole.
 */
export function nameColumns(header: Row, below: readonly Row[], mapping: Mapping): NameColumns {
  const full = mapping.get(whole);
  const [family, given] = [mapping.get('familyName'), mapping.get('givenName')];
  if (full !== undefined) return besideFull(header, below, mapping, full);
  if (family !== undefined && given === undefined) return continued(header, below, mapping, family);
  if (family === undefined && given !== undefined) {
    const cells = below.map((row) => cellIn(row, given)).filter((cell) => cell !== '');
    if (cells.length > 0 && share(cells, isFullerName) >= 0.5) return sure(named(mapping, [[whole, given]]));
    return { mapping, doubt: { code: 'halves', columns: [given] } };
  }
  return sure(mapping);
}

/** A column of whole names, as its header says. */
function besideFull(header: Row, below: readonly Row[], mapping: Mapping, full: number): NameColumns {
  const alone = named(mapping, [[whole, full]]);
  const given = mapping.get('givenName');
  if (given !== undefined && mapping.get('familyName') === undefined) {
    const pairs = pairsOf(below, full, given);
    // A column of last words beside whole names, to sort by, is left out.
    const isRepeated = pairs.length === 0 || share(pairs, endsWith) >= 0.5;
    return isRepeated
      ? sure(alone)
      : { mapping: alone, doubt: { code: 'twoColumns', columns: [full, given] } };
  }
  const found = continued(header, below, alone, full);
  if (found.doubt || found.mapping !== alone) return found;
  const cells = below.map((row) => cellIn(row, full)).filter((cell) => cell !== '');
  const isHalf = cells.length >= fewNames && share(cells, isFullerName) <= 0.1;
  return isHalf ? { mapping: alone, doubt: { code: 'halves', columns: [full] } } : sure(alone);
}

/** The same mapping when the names do not go on to the right. */
function continued(header: Row, below: readonly Row[], mapping: Mapping, first: number): NameColumns {
  const places = [first];
  for (const next of [first + 1, first + 2]) {
    if (!goesOn(header, first, next)) break;
    const pairs = pairsOf(below, first, next);
    const filled = pairs.filter(([, text]) => text !== '');
    const others = filled.map(([, text]) => text);
    const isOfNames = filled.length > 0 && share(others, isName) >= 0.5 && share(filled, endsWith) < 0.5;
    if (!isOfNames) break;
    const isClear =
      filled.length >= 0.8 * pairs.length && share(others, isGivenName) >= 0.9 && !isSameOrSex(others);
    if (!isClear) return { mapping, doubt: { code: 'twoColumns', columns: [...places, next] } };
    places.push(next);
  }
  const [, second, third] = places;
  if (second === undefined) return sure(mapping);
  return sure(
    named(
      mapping,
      third === undefined
        ? [
            ['familyName', first],
            ['givenName', second],
          ]
        : [
            ['familyName', first],
            ['middleName', second],
            ['givenName', third],
          ],
    ),
  );
}

/** A merged header leaves the cells to its right empty; some programs repeat it in them. */
function goesOn({ cells }: Row, first: number, next: number): boolean {
  const text = folded(cells[next] ?? '');
  return text === '' || text === folded(cells[first] ?? '');
}

/** Sexes are given names as well («Nam»), and a mark is the same in every row. */
const isSameOrSex = (texts: readonly string[]): boolean => {
  const distinct = new Set(texts.map(folded));
  return (
    [...distinct].every((text) => text === 'nam' || text === 'nu') ||
    (texts.length >= fewNames && distinct.size === 1)
  );
};

const cellIn = ({ cells }: Row, column: number): string => cells[column] ?? '';

/** Both cells of rows whose first one is filled. */
const pairsOf = (rows: readonly Row[], first: number, second: number): [string, string][] =>
  rows
    .map((row): [string, string] => [cellIn(row, first), cellIn(row, second)])
    .filter(([text]) => text !== '');

const sure = (mapping: Mapping): NameColumns => ({ mapping, doubt: null });

/** With the name in these columns and in no others. */
const named = (mapping: Mapping, columns: readonly (readonly [string, number])[]): Mapping =>
  new Map([
    ...[...mapping].filter(([field]) => field !== whole && !parts.some((part) => part === field)),
    ...columns,
  ]);
