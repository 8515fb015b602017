import type { ImportWords } from '@diemcau/contracts/identity/imports';

/** What can be wrong with a cell or a row; `{0}` is filled in. */
const words = {
  required: ['Thiếu «{0}»', '“{0}” is missing'],
  tooLong: ['Dài quá {0} ký tự', 'Longer than {0} characters'],
  badName: ['Họ tên chỉ gồm chữ cái', 'A name consists of letters'],
  badCode: ['Mã không được có khoảng trắng ở giữa hay ký tự điều khiển', 'A code has no spaces within'],
  notADate: [
    'Ngày không đúng; viết ngày/tháng/năm, ví dụ 15/09/2010',
    'Not a date; write day/month/year, such as 15/09/2010',
  ],
  badEmail: ['Địa chỉ thư điện tử không đúng', 'Not an e-mail address'],
  badPhone: ['Số điện thoại không đúng; ví dụ 0900 000 001', 'Not a phone number; such as 0900 000 001'],
  badSchoolYear: ['Năm học không đúng; ví dụ 2026-2027', 'Not a school year; such as 2026-2027'],
  unknownUnit: [
    'Không có đơn vị mang mã này trong phạm vi của bạn (không có hoặc ngoài phạm vi)',
    'No unit within your scope has this code (there is none, or it is out of scope)',
  ],
  unitClosed: ['Đơn vị đã giải thể, không nhận thêm người', 'The unit is closed and takes no more people'],
  unknownRole: ['Không có vai trò này', 'There is no such role'],
  roleBeyond: [
    'Vai trò này vượt quyền của bạn tại đơn vị',
    'This role is beyond your own rights at the unit',
  ],
  roleOutlasts: [
    'Quyền của bạn tại đơn vị có ngày kết thúc nên không cấp được vai trò không thời hạn; xin nhờ cấp trên',
    'Your own rights at the unit end on a day, so you cannot give a role that goes on; please ask above',
  ],
  roleAlong: [
    'Người này mang theo một vai trò vượt quyền của bạn tại đơn vị mới',
    'This person takes along a role that is beyond your own rights at the new unit',
  ],
  codeUsed: [
    'Mã này không dùng được: đã thuộc về người khác hoặc ngoài phạm vi của bạn',
    'This code cannot be used: it belongs to somebody else, or is out of your scope',
  ],
  personBeyond: [
    'Người này có quyền cao hơn bạn nên bạn không sửa được',
    'This person holds more rights than you, so you cannot change them',
  ],
  twiceInFile: ['Mã này đã có ở dòng {0}', 'This code is in row {0} already'],
  encoding: [
    'Không chắc phông chữ của ô này; xin gõ lại bằng Unicode',
    'The font of this cell is not certain; please type it again in Unicode',
  ],
  errorValue: ['Ô báo lỗi công thức ({0})', 'The cell shows an error ({0})'],
  formula: [
    'Ô là công thức chưa có kết quả; xin mở và lưu lại bằng Excel',
    'The cell is a formula without a result; please open and save the file in Excel',
  ],
  unknownType: ['Không có loại đơn vị này', 'There is no such type of unit'],
  wrongParent: [
    'Loại đơn vị này không thể nằm dưới đơn vị cấp trên đó',
    'A unit of this type cannot lie under that parent',
  ],
  parentTwice: ['Đơn vị cấp trên không thể là chính nó', 'A unit cannot lie under itself'],
  needsEvent: [
    'Đổi loại hay cấp trên của đơn vị đang có phải qua «Biến động đơn vị», kèm quyết định',
    'The type or parent of a unit changes by an event with a decision, not by import',
  ],
  unitAbove: [
    'Tên đơn vị này do cấp trên của nó sửa',
    'The name of this unit is changed by whoever looks after the unit above it',
  ],
  raced: [
    'Vừa bị một thao tác khác thay đổi; xin gửi lại dòng này',
    'Changed by somebody else just now; send it again',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type FaultCode = keyof typeof words;

/** What is wrong with one field of a row; null when it is about the row as a whole. */
export interface FieldFault {
  readonly field: string | null;
  readonly code: FaultCode;
  readonly details?: readonly string[];
}

export function wordsOf({ code, details = [] }: Pick<FieldFault, 'code' | 'details'>): ImportWords {
  const [vi, en] = words[code].map((text) =>
    text.replace(/\{(\d)\}/g, (_, n: string) => details[Number(n)] ?? ''),
  );
  return { vi: vi ?? code, en: en ?? code };
}
