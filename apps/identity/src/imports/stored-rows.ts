import type {
  CellChange,
  CellFault,
  ImportCounts,
  ImportRow,
  RowOutcome,
} from '@diemcau/contracts/identity/imports';
import type { EntityManager } from 'typeorm';
import { type FaultCode, type FieldFault, wordsOf } from './faults.js';
import type { Change, Values } from './kinds/import-kind.js';

/** A fault as it is kept: words are found when somebody looks. */
export interface StoredFault {
  readonly column: number | null;
  readonly field: string | null;
  readonly code: FaultCode;
  readonly details?: readonly string[];
}

/** A row of `import_rows`. */
export interface StoredRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly cells: readonly string[];
  readonly values: Values;
  readonly changes: readonly Change[];
  readonly faults: readonly StoredFault[];
  readonly subjectId: string | null;
}

export const storedFault = (
  { field, code, details }: FieldFault,
  columnOf: (field: string) => number | null,
): StoredFault => ({
  column: field === null ? null : columnOf(field),
  field,
  code,
  ...(details && { details }),
});

export async function insertRows(
  manager: EntityManager,
  importId: string,
  rows: readonly StoredRow[],
): Promise<void> {
  await manager.query(
    `INSERT INTO import_rows (import_id, row, outcome, cells, values, changes, faults, subject_id)
     SELECT $1::uuid, r.row, r.outcome, r.cells, r.values, r.changes, r.faults, r."subjectId"
     FROM jsonb_to_recordset($2::jsonb) AS r (row int, outcome text, cells jsonb, values jsonb, changes jsonb,
       faults jsonb, "subjectId" uuid)`,
    [importId, JSON.stringify(rows)],
  );
}

export const noCounts: ImportCounts = { create: 0, change: 0, unchanged: 0, error: 0 };

export function counted(counts: ImportCounts, outcomes: readonly RowOutcome[]): ImportCounts {
  const sum = { ...counts };
  for (const outcome of outcomes) sum[outcome] += 1;
  return sum;
}

/** @param fields of the kind, in the order in which they are shown */
export function toRow(
  { row, outcome, cells, values, changes, faults }: StoredRow,
  fields: readonly string[],
): ImportRow {
  return {
    row,
    outcome,
    cells: [...cells],
    changes: outcome === 'create' ? asChanges(values, fields) : changes.map((change): CellChange => change),
    faults: faults.map(({ column, field, code, details }): CellFault => {
      return { column, field, code, message: wordsOf({ code, ...(details && { details }) }) };
    }),
  };
}

/** Of somebody new, everything is. */
const asChanges = (values: Values, fields: readonly string[]): CellChange[] =>
  fields.flatMap((field) => {
    const to = values[field];
    return to === undefined ? [] : [{ field, from: null, to }];
  });
