import type { Caller } from '@diemcau/contracts/core/caller';
import type { ImportKindName, ImportWords, RowOutcome } from '@diemcau/contracts/identity/imports';
import type { EntityManager } from 'typeorm';
import type { FieldFault } from '../faults.js';
import type { Parse } from './parsers.js';

/** One field of a kind of rows: how it is called, found in a header, and read. */
export interface FieldSpec {
  readonly name: string;
  readonly title: ImportWords;
  readonly note: ImportWords;
  readonly example: string;
  readonly required: boolean;
  /** Other headers by which offices call it; accents, case and signs do not matter. */
  readonly aliases: readonly string[];
  readonly parse: Parse;
  /** Name of a field that may also come in columns of its parts; rows have its value, never those of the parts. */
  readonly partOf?: string;
}

/** What a row says, field by field; a field that is not there says nothing, and changes nothing. */
export type Values = Readonly<Record<string, string>>;

export interface Item {
  readonly row: number;
  readonly values: Values;
}

export interface Change {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What an item means for the database as it is. */
export interface Verdict {
  readonly outcome: RowOutcome;
  /** The row of the database that it is about; null for what is not there yet. */
  readonly subjectId: string | null;
  readonly changes: readonly Change[];
  readonly faults: readonly FieldFault[];
}

/** In whose name, and where codes are looked up. */
export interface RunContext {
  readonly caller: Caller;
  readonly provinceId: string;
}

/** One kind of import while it works through a file, batch by batch, in the order of the rows. */
export interface KindRun {
  /** Does not write. */
  compare(manager: EntityManager, items: readonly Item[]): Promise<Verdict[]>;
  /**
   * Compares again and writes what is not faulty, in the manager's transaction; the rows it read are held until its end.
   * Doing it twice is the same as doing it once.
   */
  write(manager: EntityManager, items: readonly Item[]): Promise<Verdict[]>;
}

/** What can be provisioned from a spreadsheet. */
export interface ImportKind {
  readonly name: ImportKindName;
  readonly title: ImportWords;
  readonly fields: readonly FieldSpec[];
  /** The field that tells rows apart: the same value in two rows is a fault. */
  readonly key: string;
  /** @param context changes with every call: rights may be taken away while an import runs */
  begin(context: () => RunContext): KindRun;
}
