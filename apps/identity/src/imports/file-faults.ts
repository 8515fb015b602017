import type { ImportFault } from '@diemcau/contracts/identity/imports';
import type { SpreadsheetFault } from '@diemcau/spreadsheets/read/fault';
import type { FieldSpec } from './kinds/import-kind.js';

const about = (code: string, vi: string, en: string): ImportFault => ({
  code: `imports.${code}`,
  message: { vi, en },
  row: null,
  column: null,
});

export const noHeader = about(
  'noHeader',
  'Không thấy dòng tiêu đề của bảng trong 20 dòng đầu; xin dùng tệp mẫu',
  'No header was found in the first 20 rows; please use the template',
);

export const rightsGone = about(
  'rightsGone',
  'Người nhập không còn quyền nhập dữ liệu',
  'Whoever began the import may not import any more',
);

export const brokenDown = about(
  'brokenDown',
  'Việc nhập gặp lỗi ngoài dự kiến nhiều lần liền; những dòng đã ghi vẫn giữ, xin gửi lại tệp',
  'The import failed several times in a row; rows that were written stay, please send the file again',
);

/** A header that lacks what every row must have: the columns are to be chosen by hand. */
export const missingColumns = (fields: readonly FieldSpec[], row = 1): ImportFault => ({
  ...about(
    'missingColumns',
    `Chưa biết cột nào là: ${fields.map(({ title }) => title.vi).join(', ')}`,
    `It is not clear which columns are: ${fields.map(({ title }) => title.en).join(', ')}`,
  ),
  row,
});

/** Half of a name must not become somebody's name unseen: where the other half is, or that there is none, a person says. */
export const halfNames = (header: string, row: number): ImportFault => ({
  ...about(
    'halfNames',
    `Cột «${header}» hầu như chỉ có một chữ ở mỗi dòng: có lẽ họ và đệm nằm ở cột khác. Xin chọn cột «Họ và tên đệm» và cột «Tên»; nếu đây đã là họ tên đầy đủ, xin chọn cột này là «Họ và tên»`,
    `Column “${header}” holds a single word in nearly every row: family and middle names may be in another column. Please choose the columns “Family and middle names” and “Given name”; if these are full names, choose this column as “Full name”`,
  ),
  row,
});

export const namesInTwoColumns = (header: string, row: number): ImportFault => ({
  ...about(
    'namesInTwoColumns',
    `Họ tên dưới «${header}» có thể nằm ở hai cột. Xin chọn cột «Họ và tên đệm» và cột «Tên»; nếu «${header}» đã là họ tên đầy đủ, xin giữ cột đó là «Họ và tên»`,
    `The names under “${header}” may lie in two columns. Please choose the columns “Family and middle names” and “Given name”; if “${header}” holds full names, keep that column as “Full name”`,
  ),
  row,
});

export const fileFault = ({ code, vi, en, place }: SpreadsheetFault): ImportFault => ({
  code: `spreadsheet.${code}`,
  message: { vi, en },
  row: place?.row ?? null,
  column: place?.column ?? null,
});
