import { NamesService } from '../../users/names.service.js';
import type { FieldSpec } from './import-kind.js';
import type { Parse } from './parsers.js';

const naming = new NamesService();

/** Letters, and the signs that names of some peoples have. */
const name: Parse = (typed) => {
  const value = naming.tidy(typed);
  if (value.length > 120) return { fault: 'tooLong', details: ['120'] };
  return /^[\p{L}\p{M}][\p{L}\p{M}' .-]*$/u.test(value) ? { value } : { fault: 'badName' };
};

const fullName: FieldSpec = {
  name: 'fullName',
  title: { vi: 'Họ và tên', en: 'Full name' },
  note: {
    vi: 'Đủ họ, đệm, tên trong một ô; viết hoa toàn bộ cũng được. Hoặc hai cột «Họ và tên đệm» và «Tên».',
    en: 'Family, middle and given name in one cell; all capitals are fine. Or two columns, “Họ và tên đệm” and “Tên”.',
  },
  example: 'Nguyễn Văn Mẫu',
  required: true,
  aliases: ['Họ tên', 'Họ & tên', 'Họ và tên học sinh', 'Họ tên học sinh', 'Họ và tên giáo viên', 'Name'],
  parse: name,
};

const familyName: FieldSpec = {
  name: 'familyName',
  title: { vi: 'Họ và tên đệm', en: 'Family and middle names' },
  note: { vi: 'Cột «Tên» đứng riêng.', en: 'With the given name in a column of its own.' },
  example: 'Nguyễn Văn',
  required: true,
  aliases: [
    'Họ và đệm',
    'Họ đệm',
    'Họ tên đệm',
    'Họ và chữ đệm',
    'Họ chữ đệm',
    'Họ lót',
    'Họ và lót',
    'Họ và tên lót',
    'Họ tên lót',
    'Họ và chữ lót',
    'Họ chữ lót',
    'Họ',
    'Family name',
    'Last name',
    'Surname',
  ],
  parse: name,
  partOf: fullName.name,
};

const middleName: FieldSpec = {
  name: 'middleName',
  title: { vi: 'Tên đệm', en: 'Middle name' },
  note: { vi: 'Khi họ, đệm, tên ở ba cột.', en: 'Where the name lies in three columns.' },
  example: 'Văn',
  required: false,
  aliases: ['Đệm', 'Chữ đệm', 'Tên lót', 'Chữ lót', 'Lót'],
  parse: name,
  partOf: fullName.name,
};

const givenName: FieldSpec = {
  name: 'givenName',
  title: { vi: 'Tên', en: 'Given name' },
  note: {
    vi: 'Cột «Họ và tên đệm» đứng riêng.',
    en: 'With the family and middle names in a column of their own.',
  },
  example: 'Mẫu',
  required: true,
  aliases: ['First name', 'Tên học sinh', 'Tên giáo viên'],
  parse: name,
  partOf: fullName.name,
};

/** The name of a person, whole or in parts, in the order in which they are joined. */
export const nameFields: readonly FieldSpec[] = [fullName, familyName, middleName, givenName];
