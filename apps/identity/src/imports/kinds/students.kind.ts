import { Injectable } from '@nestjs/common';
import { PeopleRun } from '../people/people-run.js';
import { PeopleWriterService } from '../people/people-writer.service.js';
import type { FieldSpec, ImportKind, KindRun, RunContext } from './import-kind.js';
import { nameFields } from './name-fields.js';
import { phone, schoolYear, text } from './parsers.js';
import { birthDate, personCode, unitCode } from './people-fields.js';

const studentCodes = [
  'Mã học sinh',
  'Mã HS',
  'Mã học viên',
  'Mã HV',
  'Mã định danh',
  'Số định danh',
  'Mã số',
];
const schoolCodes = ['Mã đơn vị', 'Mã trung tâm', 'Trường', 'Đơn vị'];
const phones = [
  'SĐT phụ huynh',
  'Số điện thoại phụ huynh',
  'Điện thoại cha mẹ',
  'Số điện thoại',
  'Điện thoại',
  'SĐT',
];

const fields: readonly FieldSpec[] = [
  ...nameFields,
  personCode({ vi: 'Mã học sinh', en: 'Student code' }, 'HS000001', studentCodes),
  unitCode({ vi: 'Mã trường', en: 'School code' }, 'thpt-mau-1', schoolCodes),
  {
    name: 'className',
    title: { vi: 'Lớp', en: 'Class' },
    note: { vi: 'Lớp chưa có sẽ được tạo.', en: 'A class that is not there yet is made.' },
    example: '10A1',
    required: true,
    aliases: ['Tên lớp', 'Lớp học'],
    parse: text(40),
  },
  {
    name: 'schoolYear',
    title: { vi: 'Năm học', en: 'School year' },
    note: { vi: 'Hai năm liền nhau.', en: 'Two years that follow each other.' },
    example: '2026-2027',
    required: true,
    aliases: ['Niên khoá', 'Niên khóa'],
    parse: schoolYear,
  },
  birthDate,
  {
    name: 'phone',
    title: { vi: 'Điện thoại phụ huynh', en: "Guardian's phone" },
    note: {
      vi: 'Số liên lạc của học sinh; không tạo tài khoản phụ huynh.',
      en: "The student's contact number; makes no guardian's account.",
    },
    example: '0900000001',
    required: false,
    aliases: phones,
    parse: phone,
  },
];

/** Students with their class of a school year (TE-3a). */
@Injectable()
export class StudentsKind implements ImportKind {
  readonly name = 'students';
  readonly title = { vi: 'Học sinh, học viên', en: 'Students' };
  readonly fields = fields;
  readonly key = 'code';

  constructor(private readonly writer: PeopleWriterService) {}

  begin(context: () => RunContext): KindRun {
    return new PeopleRun('student', 'student', context, this.writer);
  }
}
