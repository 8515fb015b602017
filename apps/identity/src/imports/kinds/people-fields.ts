import type { FieldSpec } from './import-kind.js';
import { code, day, text } from './parsers.js';

const today = (): Date => new Date();

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
