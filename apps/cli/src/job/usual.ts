import { must } from './asked.js';
import { file, instant, person, sheet, text, unit } from './kinds.js';

/** What many commands take. */
export const theUnit = must(unit('unit', 'mã hoặc id của đơn vị', 'code or id of the unit'));
export const thePerson = must(person('person', 'tên đăng nhập, mã hoặc id', 'user name, code or id'));
export const theId = must(text('id', 'id', 'id'));
export const words = text('-q, --q <words>', 'có các chữ này', 'words to look for');
export const inUnit = unit('--unit <unit>', 'ở đơn vị này và cấp dưới', 'in this unit and below');
export const ofPerson = person('--person <person>', 'của người này', 'of this person');
export const ofUnit = must(unit('--unit <unit>', 'đơn vị (mã hoặc id)', 'the unit (code or id)'));
export const reason = must(text('--reason <text>', 'lý do, ghi vào nhật ký', 'why; goes to the audit log'));
export const from = instant('--from <time>', 'từ lúc này', 'from then on');
export const to = instant('--to <time>', 'trước lúc này', 'before that moment');
export const day = text('--on <YYYY-MM-DD>', 'vào ngày này', 'on that day');
export const output = file('-o, --output <file>', 'vào tệp này', 'to this file');
export const sheetOutput = sheet(
  '-o, --output <file>',
  'vào tệp .xlsx hoặc .csv này',
  'to this file, .xlsx or .csv',
);
