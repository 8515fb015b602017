import type { ImportColumn, ImportFault } from '@diemcau/contracts/identity/imports';
import type { Row } from '@diemcau/spreadsheets/read/row';
import { halfNames, missingColumns, namesInTwoColumns } from '../file-faults.js';
import type { ChosenColumn } from '../import-row.js';
import { missingFields } from './fields.js';
import { findHeader } from './header.js';
import type { FieldSpec } from './import-kind.js';
import { nameColumns, type NameDoubt } from './name-columns.js';
import type { Mapping } from './read-row.js';

/** Where a table begins and which column is which. */
export interface Begun {
  /** Place of the header's last row. */
  readonly index: number;
  readonly mapping: Mapping;
  readonly columns: ImportColumn[];
  /** Columns are to be chosen by hand first. */
  readonly fault: ImportFault | null;
}

/**
 * As chosen by hand, or else guessed; what was chosen is not doubted.
 * @param rows the first of the file; names are looked at in all of these
 */
export function headerIn(
  rows: readonly Row[],
  fields: readonly FieldSpec[],
  chosen: readonly ChosenColumn[] | null,
): Begun | null {
  const found = findHeader(rows, fields);
  if (!found) return null;
  const { index, row: header } = found;
  const below = rows.slice(index + 1);
  const { mapping, doubt } = chosen
    ? { mapping: new Map(chosen.map(({ field, column }) => [field, column - 1])), doubt: null }
    : nameColumns(header, below, found.mapping);
  const missing = missingFields(fields, mapping);
  const columns = columnsOf(header, below.slice(0, 3), mapping, doubt?.columns ?? []);
  const fault = doubt ? doubtFault(doubt, columns, header.number) : null;
  return {
    index,
    mapping,
    columns,
    fault: fault ?? (missing.length > 0 ? missingColumns(missing, header.number) : null),
  };
}

function doubtFault(doubt: NameDoubt, columns: readonly ImportColumn[], row: number): ImportFault {
  const title = columns[doubt.columns[0] ?? 0]?.header.slice(0, 60) ?? '';
  switch (doubt.code) {
    case 'halves':
      return halfNames(title, row);
    case 'twoColumns':
      return namesInTwoColumns(title, row);
  }
}

/** A header that ends before the last column of names does not hide that column. */
function columnsOf(
  { cells }: Row,
  samples: readonly Row[],
  mapping: Mapping,
  more: readonly number[],
): ImportColumn[] {
  const fieldOf = new Map([...mapping].map(([field, column]) => [column, field]));
  const width = Math.max(cells.length, ...[...mapping.values(), ...more].map((column) => column + 1));
  return Array.from({ length: width }, (_, i) => ({
    column: i + 1,
    header: (cells[i] ?? '').slice(0, 200),
    field: fieldOf.get(i) ?? null,
    samples: samples.flatMap((row) => row.cells[i]?.slice(0, 100) || []),
  }));
}
