import type { ImportColumn, ImportCounts, RowOutcome } from '@diemcau/contracts/identity/imports';
import type { EntityManager } from 'typeorm';
import type { Values, Verdict } from './kinds/import-kind.js';
import { storedFault } from './stored-rows.js';

export interface WaitingRow {
  readonly row: number;
  readonly values: Values;
  /** As the dry run found it. */
  readonly outcome: RowOutcome;
}

/** The next rows to write below a row, in their order. */
export const waitingRows = (
  manager: EntityManager,
  importId: string,
  after: number,
  limit: number,
): Promise<WaitingRow[]> =>
  manager.query<WaitingRow[]>(
    `SELECT row, values, outcome FROM import_rows
     WHERE import_id = $1 AND row > $2 AND NOT written AND outcome IN ('create', 'change') ORDER BY row LIMIT $3`,
    [importId, after, limit],
  );

/** What became of the rows, in the transaction that wrote them. */
export async function noteWritten(
  manager: EntityManager,
  importId: string,
  rows: readonly WaitingRow[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const [{ columns }] = await manager.query<[{ columns: ImportColumn[] }]>(
    'SELECT columns FROM imports WHERE id = $1',
    [importId],
  );
  const places = new Map(columns.map(({ field, column }) => [field, column]));
  const noted = rows.map(({ row }, i) => {
    const { outcome = 'error', subjectId = null, changes = [], faults = [] } = verdicts[i] ?? {};
    return {
      row,
      outcome,
      subjectId,
      changes: outcome === 'change' ? changes : [],
      faults: faults.map((fault) => storedFault(fault, (field) => places.get(field) ?? null)),
    };
  });
  await manager.query(
    `UPDATE import_rows SET written = true, outcome = of.outcome, subject_id = of."subjectId", changes = of.changes,
            faults = of.faults
     FROM jsonb_to_recordset($2::jsonb) AS of (row int, outcome text, "subjectId" uuid, changes jsonb, faults jsonb)
     WHERE import_rows.import_id = $1 AND import_rows.row = of.row`,
    [importId, JSON.stringify(noted)],
  );
}

/** The counts with these rows as they turned out instead of as they were expected. */
export async function recount(
  manager: EntityManager,
  importId: string,
  rows: readonly WaitingRow[],
  verdicts: readonly Verdict[],
): Promise<{ counts: ImportCounts; done: number }> {
  const [before] = await manager.query<[{ counts: ImportCounts; done: number }]>(
    'SELECT counts, done FROM imports WHERE id = $1 FOR UPDATE',
    [importId],
  );
  const counts = { ...before.counts };
  for (const [i, { outcome }] of rows.entries()) {
    counts[outcome] -= 1;
    counts[verdicts[i]?.outcome ?? 'error'] += 1;
  }
  return { counts, done: before.done + rows.length };
}
