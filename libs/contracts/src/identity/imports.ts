import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Part, Secret, Text, TextsOf } from '../core/fields.js';
import { cursorChars, Nothing, PageQuery } from '../core/page.js';
import { SlipCountPage, SlipCountQuery, SlipPage, SlipQuery } from './import-slips.js';

/** What a spreadsheet holds, one a row (TE-3a, SYS-5). */
export const importKinds = ['staff', 'students', 'units'] as const;
export type ImportKindName = (typeof importKinds)[number];

/**
 * `uploading` until the last byte is there, `uploaded` until a worker takes it, `reading` during the dry run, `ready` with
 * its result, `running` while rows are written. Work that a crash cut off goes on by itself.
 */
export const importStates = [
  'uploading',
  'uploaded',
  'reading',
  'ready',
  'running',
  'done',
  'failed',
  'cancelled',
] as const;
export type ImportState = (typeof importStates)[number];

/** What a row would do, or, once the import ran, did. */
export const rowOutcomes = ['create', 'change', 'unchanged', 'error'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** Shown to people as they are. */
export class ImportWords {
  @Text({ max: 500 }) vi: string;
  @Text({ max: 500 }) en: string;
}

/** A field that rows of a kind have. */
export class ImportField {
  /** `fullName` */
  @Text({ max: 40 }) name: string;
  /** Also the header in the template. */
  @Part(() => ImportWords) title: ImportWords;
  /** What is to be written there. */
  @Part(() => ImportWords) note: ImportWords;
  @Text({ max: 100 }) example: string;
  /** Of a part: it must be there where the whole is not. */
  @Flag() required: boolean;
  /** Name of the field that this is a part of, when a file has it in several columns; null for most. */
  @Text({ max: 40, nullable: true }) partOf: string | null;
}

export class ImportKindView {
  @OneOf(importKinds) kind: ImportKindName;
  @Part(() => ImportWords) title: ImportWords;
  @ListOf(() => ImportField, { max: 30 }) fields: ImportField[];
}
export class ImportKindList {
  @ListOf(() => ImportKindView, { max: 10 }) items: ImportKindView[];
}
export class ImportKindRef {
  @OneOf(importKinds) kind: ImportKindName;
}

export class BeginImport {
  @OneOf(importKinds) kind: ImportKindName;
  /** As the sender calls the file; shown to people, never trusted. */
  @Text({ max: 200 }) fileName: string;
  /** A unit of the province that codes are looked up in; needed only by somebody with rights in several provinces. */
  @Id({ optional: true }) unitId?: string;
}

/** Most bytes of a file in one message. */
export const importPartBytes = 192 * 1024;
/** Largest file taken, in bytes. */
export const importMaxBytes = 30 * 1024 * 1024;

export class ImportPart {
  @Id() importId: string;
  /** From 0, without gaps; the same part twice is harmless. */
  @Int({ min: 0, max: 1000 }) sequence: number;
  /** Base64 of 1 to {@link importPartBytes} bytes. */
  @Secret({ max: (importPartBytes * 4) / 3 }) data: string;
}
export class ImportWhole {
  @Id() importId: string;
  /** How many parts were sent, and the bytes in all of them: what is not whole is refused. */
  @Int({ min: 0, max: 1000 }) parts: number;
  @Int({ min: 0, max: importMaxBytes }) bytes: number;
}

export class ImportRef {
  @Id() importId: string;
}

/** A column of the file, and what it was understood as. */
export class ImportColumn {
  /** From 1, as A, B, C … */
  @Int({ min: 1, max: 100 }) column: number;
  @Text({ min: 0, max: 200 }) header: string;
  /** Name of a field; null for a column that is left out. */
  @Text({ max: 40, nullable: true }) field: string | null;
  /** What the first rows hold there. */
  @TextsOf({ max: 3, each: 100 }) samples: string[];
}

/** Why a file could not be taken at all. */
export class ImportFault {
  /** `spreadsheet.macro`, `spreadsheet.encoding` … */
  @Text({ max: 60 }) code: string;
  @Part(() => ImportWords) message: ImportWords;
  /** Where it was noticed, from 1; null when it is about the file as a whole. */
  @Int({ min: 1, max: 2_000_000, nullable: true }) row: number | null;
  @Int({ min: 1, max: 20_000, nullable: true }) column: number | null;
}

export class ImportCounts {
  @Int({ min: 0, max: 1_000_000 }) create: number;
  @Int({ min: 0, max: 1_000_000 }) change: number;
  @Int({ min: 0, max: 1_000_000 }) unchanged: number;
  @Int({ min: 0, max: 1_000_000 }) error: number;
}

export class ImportView {
  @Id() id: string;
  @OneOf(importKinds) kind: ImportKindName;
  @Text({ max: 200 }) fileName: string;
  @OneOf(importStates) state: ImportState;
  /** Rows dealt with in this state, dry run or writing. */
  @Int({ min: 0, max: 1_000_000 }) done: number;
  /** Of how many; null while the file is being read and nobody knows. */
  @Int({ min: 0, max: 1_000_000, nullable: true }) of: number | null;
  /** What the rows would do; during and after the run, what they did. */
  @Part(() => ImportCounts) counts: ImportCounts;
  /** Empty until the header was found. */
  @ListOf(() => ImportColumn, { max: 100 }) columns: ImportColumn[];
  /** Row of the header, from 1. */
  @Int({ min: 1, max: 2_000_000, nullable: true }) headerRow: number | null;
  /** Set when `failed`. */
  @Part(() => ImportFault, { nullable: true }) fault: ImportFault | null;
  /** People whose initial secret can still be printed; 0 unless the import has begun to run. */
  @Int({ min: 0, max: 1_000_000 }) slips: number;
  @Instant() createdAt: string;
  @Text({ max: 120 }) createdBy: string;
  @Instant({ nullable: true }) finishedAt: string | null;
}

export class ImportQuery extends PageQuery {
  @OneOf(importKinds, { optional: true }) kind?: ImportKindName;
}
export class ImportPage {
  @ListOf(() => ImportView, { max: 200 }) items: ImportView[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class ColumnChoice {
  @Int({ min: 1, max: 100 }) column: number;
  @Text({ max: 40 }) field: string;
}
/** Columns that are not named are left out. The dry run is done again. */
export class MapColumns extends ImportRef {
  @ListOf(() => ColumnChoice, { max: 100 }) columns: ColumnChoice[];
}

export class ImportRowQuery extends PageQuery {
  @Id() importId: string;
  @OneOf(rowOutcomes, { optional: true }) outcome?: RowOutcome;
}

export class CellChange {
  @Text({ max: 40 }) field: string;
  /** Null where there was nothing. */
  @Text({ min: 0, max: 2000, nullable: true }) from: string | null;
  @Text({ min: 0, max: 2000, nullable: true }) to: string | null;
}
export class CellFault {
  /** Null when it is about the row as a whole, or a field the file has no column for. */
  @Int({ min: 1, max: 100, nullable: true }) column: number | null;
  @Text({ max: 40, nullable: true }) field: string | null;
  /** `required`, `notADate`, `outOfScope` … */
  @Text({ max: 60 }) code: string;
  @Part(() => ImportWords) message: ImportWords;
}
export class ImportRow {
  /** As the spreadsheet counts, from 1. */
  @Int({ min: 1, max: 2_000_000 }) row: number;
  @OneOf(rowOutcomes) outcome: RowOutcome;
  /** The row as it was sent. */
  @TextsOf({ max: 100, each: 2000 }) cells: string[];
  /** What would become of it, field by field; old values are empty for somebody new. */
  @ListOf(() => CellChange, { max: 30 }) changes: CellChange[];
  @ListOf(() => CellFault, { max: 100 }) faults: CellFault[];
}
export class ImportRowPage {
  @ListOf(() => ImportRow, { max: 200 }) items: ImportRow[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

/** Everything here needs `users.import`; an import is seen by who began it and by whoever may import in the whole province. */
export const Imports = contract('identity.imports', {
  kinds: takes(Nothing).gives(ImportKindList),
  kind: takes(ImportKindRef).gives(ImportKindView),
  begin: takes(BeginImport).gives(ImportView),
  addPart: takes(ImportPart),
  /** The file is whole: the dry run begins. */
  complete: takes(ImportWhole).gives(ImportView),
  list: takes(ImportQuery).gives(ImportPage),
  find: takes(ImportRef).gives(ImportView),
  map: takes(MapColumns).gives(ImportView),
  rows: takes(ImportRowQuery).gives(ImportRowPage),
  /** Writes every row that is not faulty, in the background. */
  start: takes(ImportRef).gives(ImportView),
  cancel: takes(ImportRef).gives(ImportView),
  /** Secrets of the people this import made who have not used theirs yet; each page is audited. Needs `users.secrets`. */
  slips: takes(SlipQuery).gives(SlipPage),
  /** How many of those each unit or class has. Needs `users.secrets`. */
  slipCounts: takes(SlipCountQuery).gives(SlipCountPage),
});
export class ImportsClient extends ClientOf(Imports) {}

export const importErrors = failures('imports', {
  notFound: { status: 404, vi: 'Không tìm thấy lần nhập này', en: 'There is no such import' },
  incomplete: {
    status: 409,
    vi: 'Tệp chưa được gửi trọn vẹn; xin gửi lại',
    en: 'The file did not arrive whole; please send it again',
  },
  wrongState: {
    status: 409,
    vi: 'Lần nhập này không còn ở bước đó; xin tải lại trang',
    en: 'The import is not at that step any more; please reload',
  },
  whichProvince: {
    status: 400,
    vi: 'Bạn có quyền ở nhiều tỉnh; xin chọn đơn vị để nhập',
    en: 'You have rights in several provinces; please choose a unit to import into',
  },
  unknownField: {
    status: 400,
    vi: 'Có cột được gán cho trường không có, hai cột cùng một trường, hoặc một trường vừa trọn vừa từng phần',
    en: 'A column is mapped to a field that does not exist, two columns to the same one, or a field both whole and in parts',
  },
  empty: { status: 400, vi: 'Tệp rỗng', en: 'The file is empty' },
  tooMany: {
    status: 429,
    vi: 'Đang có quá nhiều lần nhập chưa xong của bạn; xin chờ hoặc huỷ bớt',
    en: 'Too many of your imports are unfinished; please wait or cancel some',
  },
});
