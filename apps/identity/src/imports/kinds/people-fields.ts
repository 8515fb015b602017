import type { FieldSpec } from './import-kind.js';
import { code, day, type Parse, text } from './parsers.js';
import { NamesService } from '../../users/names.service.js';

const naming = new NamesService();
const today = (): Date => new Date();

/** Letters, and the signs that names of some peoples have. */
const name: Parse = (typed) => {
  const value = naming.tidy(typed);
  if (value.length > 120) return { fault: 'tooLong', details: ['120'] };
  return /^[\p{L}\p{M}][\p{L}\p{M}' .-]*$/u.test(value) ? { value } : { fault: 'badName' };
};

export const fullName: FieldSpec = {
  name: 'fullName',
  title: { vi: 'Họ và tên', en: 'Full name' },
  note: {
    vi: 'Đủ họ, đệm, tên trong một ô; viết hoa toàn bộ cũng được.',
    en: 'Family, middle and given name in one cell; all capitals are fine.',
  },
  example: 'Nguyễn Văn Mẫu',
  required: true,
  aliases: [
    'Họ tên',
    'Họ & tên',
    'Họ và tên học sinh',
    'Họ tên học sinh',
    'Họ và tên giáo viên',
    'Tên',
    'Name',
  ],
  parse: name,
};

/** The code is how a file sent again finds the same person. */
export const personCode = (
  title: FieldSpec['title'],
  example: string,
  aliases: readonly string[],
): FieldSpec => ({
  name: 'code',
  title,
  note: {
    vi: 'Mỗi người một mã, không trùng trong tỉnh; gửi lại tệp thì nhận ra người theo mã này.',
    en: 'One for each person, unique in the province; a file sent again finds people by it.',
  },
  example,
  required: true,
  aliases,
  parse: code,
});

export const unitCode = (
  title: FieldSpec['title'],
  example: string,
  aliases: readonly string[],
): FieldSpec => ({
  name: 'unitCode',
  title,
  note: { vi: 'Mã đơn vị trong hệ thống.', en: 'The code of the unit in the system.' },
  example,
  required: true,
  aliases,
  parse: text(60),
});

export const birthDate: FieldSpec = {
  name: 'birthDate',
  title: { vi: 'Ngày sinh', en: 'Date of birth' },
  note: { vi: 'Ngày/tháng/năm, hoặc ô kiểu ngày của Excel.', en: 'Day/month/year, or a date cell.' },
  example: '15/09/2010',
  required: false,
  aliases: ['Ngày tháng năm sinh', 'Ngày, tháng, năm sinh', 'NTNS', 'Sinh ngày', 'Birthday', 'DOB'],
  parse: day(today),
};
