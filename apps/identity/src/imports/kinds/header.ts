import { folded } from '@diemcau/contracts/core/folded';
import type { Row } from '@diemcau/spreadsheets/read/row';
import type { FieldSpec } from './import-kind.js';
import type { Mapping } from './read-row.js';

/** Rows above the table, with the names of offices and lists, are at most so many. */
const searchedForHeader = 20;

export interface Header {
  /** Place of the header among the rows looked at. */
  readonly index: number;
  readonly mapping: Mapping;
}

/** A header without accents, signs, brackets and the star of required ones. */
const bare = (text: string): string =>
  folded(text.replace(/\(.*?\)|\[.*?\]/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' '));

const labelsOf = ({ name, title, aliases }: FieldSpec): string[] =>
  [name, title.vi, title.en, ...aliases].map(bare);

/**
 * The row that reads most like a header of these fields; without one, the first row of at least two cells, with nothing
 * mapped. Null when there is not even that.
 */
export function findHeader(rows: readonly Row[], fields: readonly FieldSpec[]): Header | null {
  const candidates = rows
    .slice(0, searchedForHeader)
    .map((row, index) => ({ index, mapping: mappingOf(row, fields) }));
  const best = candidates.reduce<Header | null>(
    (found, candidate) => (candidate.mapping.size > (found?.mapping.size ?? 1) ? candidate : found),
    null,
  );
  if (best) return best;
  const index = rows.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  return index === -1 ? null : { index, mapping: new Map() };
}

function mappingOf({ cells }: Row, fields: readonly FieldSpec[]): Mapping {
  const known = new Map(fields.flatMap((field) => labelsOf(field).map((label) => [label, field.name])));
  const mapping = new Map<string, number>();
  for (const [column, cell] of cells.entries()) {
    const field = known.get(bare(cell));
    if (field !== undefined && !mapping.has(field)) mapping.set(field, column);
  }
  return mapping;
}
