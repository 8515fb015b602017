import type { Caller } from '@diemcau/contracts/core/caller';
import type { ImportCounts } from '@diemcau/contracts/identity/imports';
import type { Row } from '@diemcau/spreadsheets/read/row';
import type { DataSource, EntityManager } from 'typeorm';
import type { FieldFault } from './faults.js';
import type { ImportKind, Item, KindRun, Verdict } from './kinds/import-kind.js';
import { type Mapping, readRow } from './kinds/read-row.js';
import type { Lease } from './lease.js';
import { counted, insertRows, noCounts, storedFault, type StoredRow } from './stored-rows.js';

/** The dry run of one file while it goes through it: what must be remembered from batch to batch. */
export class DryRunner {
  done = 0;
  private counts: ImportCounts = noCounts;
  /** Row of each key met so far. */
  private readonly met = new Map<string, number>();
  private readonly run: KindRun;

  constructor(
    private readonly database: DataSource,
    private readonly lease: Lease,
    private readonly kind: ImportKind,
    private readonly mapping: Mapping,
    private caller: Caller,
  ) {
    const { provinceId } = lease.record;
    this.run = kind.begin(() => ({ caller: this.caller, provinceId }));
  }

  /** One transaction: rows with their outcomes, and that they are done. */
  async take(rows: readonly Row[], caller: Caller): Promise<void> {
    this.caller = caller;
    await this.database.transaction(async (manager) => {
      const stored = await this.judged(manager, rows);
      await insertRows(manager, this.lease.record.id, stored);
      this.counts = counted(
        this.counts,
        stored.map(({ outcome }) => outcome),
      );
      this.done += rows.length;
      await this.lease.advance(manager, { done: this.done, counts: JSON.stringify(this.counts) });
    });
  }

  private async judged(manager: EntityManager, rows: readonly Row[]): Promise<StoredRow[]> {
    const read = rows.map((row) => this.read(row));
    const items = read.flatMap(({ item, faults }) => (faults.length === 0 ? [item] : []));
    const verdicts = items.length > 0 ? await this.run.compare(manager, items) : [];
    const byRow = new Map(items.map(({ row }, i) => [row, verdicts[i]]));
    return read.map(({ row, item, faults }) =>
      this.stored(row, item, byRow.get(row.number) ?? faulty(faults)),
    );
  }

  private read(row: Row): { row: Row; item: Item; faults: readonly FieldFault[] } {
    const { values, faults } = readRow(row, this.kind.fields, this.mapping);
    const item = { row: row.number, values };
    const key = values[this.kind.key]?.toLowerCase();
    if (key === undefined) return { row, item, faults };
    const before = this.met.get(key);
    if (before === undefined) {
      this.met.set(key, row.number);
      return { row, item, faults };
    }
    const twice: FieldFault = { field: this.kind.key, code: 'twiceInFile', details: [String(before)] };
    return { row, item, faults: [...faults, twice] };
  }

  private stored({ number: row, cells }: Row, { values }: Item, verdict: Verdict): StoredRow {
    const columnOf = (field: string): number | null => {
      const column = this.mapping.get(field);
      return column === undefined ? null : column + 1;
    };
    const { outcome, subjectId, changes, faults } = verdict;
    return {
      row,
      outcome,
      cells,
      values: outcome === 'error' ? {} : values,
      changes: outcome === 'change' ? changes : [],
      faults: faults.map((fault) => storedFault(fault, columnOf)),
      subjectId,
    };
  }
}

const faulty = (faults: readonly FieldFault[]): Verdict => ({
  outcome: 'error',
  subjectId: null,
  changes: [],
  faults,
});
