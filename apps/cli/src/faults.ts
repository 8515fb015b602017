import type { Say, Words } from './language.js';

/** What the server's words for a fault of a field mean (`problem.errors`); scripts branch on them as they are. */
const meanings: Readonly<Record<string, Words>> = {
  isDefined: ['cần có', 'is needed'],
  isNotEmpty: ['cần có', 'is needed'],
  isLength: ['quá ngắn hoặc quá dài', 'too short or too long'],
  minLength: ['quá ngắn', 'too short'],
  maxLength: ['quá dài', 'too long'],
  min: ['quá nhỏ', 'too small'],
  max: ['quá lớn', 'too large'],
  isInt: ['phải là số nguyên', 'has to be a whole number'],
  isDay: ['ngày phải có và ghi như 2026-11-30', 'has to be a day there is, like 2026-11-30'],
  isInstant: [
    'thời điểm phải ghi như 2026-11-30T08:00:00+07:00',
    'has to be a time like 2026-11-30T08:00:00+07:00',
  ],
  isUuid: ['phải là mã định danh (id)', 'has to be an id'],
  isEmail: ['không phải địa chỉ thư', 'is no mail address'],
  isIn: ['không thuộc các giá trị cho phép', 'is none of the values there are'],
  matches: ['không đúng dạng', 'is not in the right form'],
  unknown: ['không có trường này', 'there is no such field'],
};

/** `limit: quá lớn (max)` */
export function faultText(
  { path, code }: { readonly path: string; readonly code: string },
  say: Say,
): string {
  const words = meanings[code];
  return words ? `${path}: ${say(...words)} (${code})` : `${path}: ${code}`;
}
