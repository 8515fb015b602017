import { folded } from '@diemcau/contracts/core/folded';
import type { Row } from '@diemcau/spreadsheets/read/row';
import { headerRows } from './header-rows.js';
import type { FieldSpec } from './import-kind.js';
import type { Mapping } from './read-row.js';

/** Rows above the table, with the names of offices and lists, are at most so many. */
const searchedForHeader = 20;

export interface Header {
  /** Place of its last row among the rows looked at. */
  readonly index: number;
  /** What its rows say, as one. */
  readonly row: Row;
  readonly mapping: Mapping;
}

/** A header without accents, signs, brackets and the star of required ones. */
const bare = (text: string): string =>
  folded(text.replace(/\(.*?\)|\[.*?\]/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' '));

const labelsOf = ({ name, title, aliases }: FieldSpec): string[] =>
  [name, title.vi, title.en, ...aliases].map(bare);

/**
 * The row, or the rows below each other, that read most like a header of these fields; without any, the first row of at
 * least two cells, with nothing mapped. Null when there is not even that.
 */
export function findHeader(rows: readonly Row[], fields: readonly FieldSpec[]): Header | null {
  const known = new Map(fields.flatMap((field) => labelsOf(field).map((label) => [label, field.name])));
  const isLabel = (text: string): boolean => known.has(bare(text));
  let best: Header | null = null;
  for (let first = 0; first < Math.min(rows.length, searchedForHeader); first += 1) {
    const found = headerRows(rows, first, isLabel);
    if (!found) continue;
    const mapping = mappingOf(found.header, known);
    if (mapping.size > (best?.mapping.size ?? 1)) best = { index: found.last, row: found.header, mapping };
  }
  if (best) return best;
  const index = rows.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const row = rows[index];
  return row ? { index, row, mapping: new Map() } : null;
}

function mappingOf({ cells }: Row, known: ReadonlyMap<string, string>): Mapping {
  const mapping = new Map<string, number>();
  for (const [column, cell] of cells.entries()) {
    const field = known.get(bare(cell));
    if (field !== undefined && !mapping.has(field)) mapping.set(field, column);
  }
  return mapping;
}
