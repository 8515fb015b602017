import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Part, Secret, Text, TextsOf } from '../core/fields.js';
import { cursorChars, Nothing, PageQuery } from '../core/page.js';

/** Largest file taken, in bytes: 5,000 rows are about 0.5 MB. It travels in one message. */
export const inventoryMaxBytes = 2 * 1024 * 1024;
export const inventoryMaxRows = 5000;

/** What a column of the file may hold, in the order of the template. */
export const inventoryFields = [
  'site',
  'unit',
  'item',
  'serialNo',
  'acquiredOn',
  'condition',
  'location',
  'notes',
] as const;
export type InventoryField = (typeof inventoryFields)[number];

export class InventoryWords {
  @Text({ max: 300 }) vi: string;
  @Text({ max: 300 }) en: string;
}
export class InventoryColumn {
  @OneOf(inventoryFields) field: InventoryField;
  @Text({ max: 60 }) title: string;
  @Flag() required: boolean;
  @Text({ max: 120 }) example: string;
  @Part(() => InventoryWords) note: InventoryWords;
}
export class InventoryColumns {
  @ListOf(() => InventoryColumn, { max: 20 }) items: InventoryColumn[];
}

/** The file is the body of the request. */
export class BeginInventory {
  @Text({ max: 200, example: 'kiem-ke-2026.xlsx' }) fileName: string;
}
export class InventoryFile extends BeginInventory {
  /** Base64. */
  @Secret({ max: Math.ceil(inventoryMaxBytes / 3) * 4 }) data: string;
}

/** `checked`: a dry run to look at, kept for a day. `written`: its rows without faults are devices. */
export const inventoryStates = ['checked', 'written'] as const;
export type InventoryState = (typeof inventoryStates)[number];
export const rowOutcomes = ['create', 'change', 'unchanged', 'error'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export class InventoryImport {
  @Id() id: string;
  @Text({ max: 200 }) fileName: string;
  @OneOf(inventoryStates) state: InventoryState;
  /** The header as it stands in the file. */
  @TextsOf({ max: 100, each: 2000 }) header: string[];
  @Int({ min: 0, max: inventoryMaxRows }) create: number;
  @Int({ min: 0, max: inventoryMaxRows }) change: number;
  @Int({ min: 0, max: inventoryMaxRows }) unchanged: number;
  @Int({ min: 0, max: inventoryMaxRows }) error: number;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) writtenAt: string | null;
}

export class InventoryFault {
  /** `inventory.unknownItem`: what programs branch on. */
  @Text({ max: 60 }) code: string;
  /** Counted from 1; null when it is about the row as a whole. */
  @Int({ min: 1, max: 100, nullable: true }) column: number | null;
  @Part(() => InventoryWords) message: InventoryWords;
}
export class InventoryChange {
  @OneOf(inventoryFields) field: InventoryField;
  @Text({ min: 0, max: 2000, multiline: true, nullable: true }) before: string | null;
  @Text({ min: 0, max: 2000, multiline: true, nullable: true }) after: string | null;
}
export class InventoryRow {
  /** As spreadsheet programs count. */
  @Int({ min: 1, max: 1_100_000 }) row: number;
  @TextsOf({ max: 100, each: 2000 }) cells: string[];
  @OneOf(rowOutcomes) outcome: RowOutcome;
  @ListOf(() => InventoryChange, { max: 20 }) changes: InventoryChange[];
  @ListOf(() => InventoryFault, { max: 100 }) faults: InventoryFault[];
}
export class InventoryRef {
  @Id() importId: string;
}
export class InventoryRowQuery extends PageQuery {
  @Id() importId: string;
  @OneOf(rowOutcomes, { optional: true }) outcome?: RowOutcome;
}
export class InventoryRowPage {
  @ListOf(() => InventoryRow, { max: 200 }) items: InventoryRow[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: inventoryMaxRows }) total: number;
}

/** Devices out of a spreadsheet (DA-0), into sites that the caller keeps with `sites.write`. An import is its maker's own. */
export const Inventory = contract('meetings.inventory', {
  columns: takes(Nothing).gives(InventoryColumns),
  /** Reads the file and says of each row what would become of it. */
  check: takes(InventoryFile).gives(InventoryImport),
  find: takes(InventoryRef).gives(InventoryImport),
  rows: takes(InventoryRowQuery).gives(InventoryRowPage),
  /** Judges once more and writes what has no faults, all of it or nothing; a second time changes nothing. */
  write: takes(InventoryRef).gives(InventoryImport),
});
export class InventoryClient extends ClientOf(Inventory) {}

export const inventoryErrors = failures('inventory', {
  notFound: { status: 404, vi: 'Không tìm thấy lần nhập này', en: 'There is no such import' },
  empty: { status: 400, vi: 'Tệp không có dòng nào', en: 'The file holds no rows' },
  badFile: {
    status: 400,
    vi: 'Không đọc được tệp; chỉ nhận .xlsx và .csv',
    en: 'The file cannot be read; only .xlsx and .csv are taken',
  },
  noHeader: {
    status: 400,
    vi: 'Không thấy dòng tiêu đề của bảng trong 20 dòng đầu; xin dùng tệp mẫu',
    en: 'No header was found in the first 20 rows; please use the template',
  },
  tooManyRows: {
    status: 400,
    vi: 'Tệp có quá 5.000 dòng; xin chia thành nhiều tệp',
    en: 'The file has more than 5,000 rows; please split it',
  },
});
