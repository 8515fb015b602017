import { limits } from './limits.js';

const [vi, en] = ['vi-VN', 'en-GB'].map((language) => new Intl.NumberFormat(language)) as [
  Intl.NumberFormat,
  Intl.NumberFormat,
];
const { rows, columns, cellChars } = limits;
const megabytes = limits.fileBytes / 1024 ** 2;

/** Why a file is not taken, in words that say what to do. */
const words = {
  empty: ['Tệp rỗng', 'The file is empty'],
  tooLarge: [
    `Tệp lớn hơn ${megabytes} MB; xin chia thành nhiều tệp nhỏ hơn`,
    `The file is larger than ${megabytes} MB; please split it`,
  ],
  macro: [
    'Tệp có macro nên không được nhận; xin lưu lại dưới dạng «Excel Workbook (.xlsx)» không macro',
    'The file holds macros and is not taken; please save it as “Excel Workbook (.xlsx)”',
  ],
  oldExcel: [
    'Tệp Excel kiểu cũ (.xls); xin mở bằng Excel và lưu lại thành .xlsx',
    'This is an old Excel file (.xls); please open it and save it as .xlsx',
  ],
  password: [
    'Tệp được đặt mật khẩu; xin bỏ mật khẩu rồi gửi lại',
    'The file is protected by a password; please remove it and send the file again',
  ],
  binaryExcel: [
    'Tệp Excel nhị phân (.xlsb); xin lưu lại thành .xlsx',
    'This is a binary Excel file (.xlsb); please save it as .xlsx',
  ],
  openDocument: [
    'Tệp OpenDocument (.ods); xin lưu lại thành .xlsx hoặc .csv',
    'This is an OpenDocument file (.ods); please save it as .xlsx or .csv',
  ],
  notATable: [
    'Đây không phải bảng tính; chỉ nhận tệp .xlsx và .csv',
    'This is not a spreadsheet; only .xlsx and .csv files are taken',
  ],
  zipBomb: [
    'Tệp nén phình to bất thường khi mở nên không được nhận',
    'The file grows beyond measure when unpacked and is not taken',
  ],
  damaged: [
    'Tệp hỏng hoặc không đúng chuẩn .xlsx; xin mở bằng Excel, lưu lại rồi gửi lại',
    'The file is damaged or no proper .xlsx; please open it, save it again and send that',
  ],
  foreignXml: [
    'Tệp có khai báo DOCTYPE hoặc thực thể XML nên không được nhận',
    'The file declares a DOCTYPE or XML entities and is not taken',
  ],
  noSheet: ['Không có trang tính nào có dữ liệu', 'No visible sheet holds anything'],
  tooManyColumns: [`Có quá ${vi.format(columns)} cột`, `There are more than ${en.format(columns)} columns`],
  tooManyRows: [
    `Có quá ${vi.format(rows)} dòng; xin chia thành nhiều tệp`,
    `There are more than ${en.format(rows)} rows; please split the file`,
  ],
  cellTooLong: [
    `Ô dài quá ${vi.format(cellChars)} ký tự`,
    `The cell is longer than ${en.format(cellChars)} characters`,
  ],
  tooManyStrings: [
    'Tệp chứa quá nhiều chữ; xin chia thành nhiều tệp',
    'The file holds too much text; please split it',
  ],
  encoding: [
    'Không chắc bảng mã của ô này; xin lưu lại tệp dạng «CSV UTF-8» hoặc .xlsx phông Unicode',
    'The encoding of this cell is not certain; please save as “CSV UTF-8” or as .xlsx with a Unicode font',
  ],
  unclosedQuote: [
    'Dấu ngoặc kép mở ở ô này không được đóng',
    'The quotation mark that opens in this cell is never closed',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type FaultCode = keyof typeof words;

/** Counted from 1, as spreadsheet programs do. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A file that is refused as a whole. */
export class SpreadsheetFault extends Error {
  override readonly name = 'SpreadsheetFault';
  readonly vi: string;
  readonly en: string;

  constructor(
    readonly code: FaultCode,
    /** Where it was noticed; absent when it is about the file as a whole. */
    readonly place?: Place,
  ) {
    super(place ? `${code} at row ${place.row}, column ${place.column}` : code);
    [this.vi, this.en] = words[code];
  }
}
