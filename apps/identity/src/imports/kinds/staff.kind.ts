import { Injectable } from '@nestjs/common';
import { PeopleRun } from '../people/people-run.js';
import { PeopleWriterService } from '../people/people-writer.service.js';
import type { FieldSpec, ImportKind, KindRun, RunContext } from './import-kind.js';
import { nameFields } from './name-fields.js';
import { email, phone, text } from './parsers.js';
import { birthDate, personCode, unitCode } from './people-fields.js';

const staffCodes = [
  'Mã cán bộ',
  'Mã CB',
  'Mã giáo viên',
  'Mã GV',
  'Mã nhân viên',
  'Mã định danh',
  'Mã viên chức',
];
const unitCodes = ['Mã trường', 'Đơn vị', 'Mã cơ quan', 'Trường'];

const fields: readonly FieldSpec[] = [
  ...nameFields,
  personCode({ vi: 'Mã cán bộ', en: 'Staff code' }, 'CB000001', staffCodes),
  unitCode({ vi: 'Mã đơn vị', en: 'Unit code' }, 'thpt-mau-1', unitCodes),
  {
    name: 'role',
    title: { vi: 'Vai trò', en: 'Role' },
    note: {
      vi: 'Tên vai trò tại đơn vị, ví dụ Giáo viên, Lãnh đạo, Cán bộ CNTT đơn vị; để trống là Giáo viên.',
      en: 'Name of a role at the unit, such as Teacher, Leader, Unit IT operator; empty means Teacher.',
    },
    example: 'Giáo viên',
    required: false,
    aliases: ['Chức vụ', 'Vai trò trong hệ thống', 'Quyền'],
    parse: text(120),
  },
  {
    name: 'email',
    title: { vi: 'Thư điện tử', en: 'E-mail' },
    note: { vi: 'Để đặt lại mật khẩu qua thư.', en: 'For setting the password anew by mail.' },
    example: 'nguyenvanmau@truong.example',
    required: false,
    aliases: ['Email', 'E-mail', 'Địa chỉ email', 'Thư'],
    parse: email,
  },
  {
    name: 'phone',
    title: { vi: 'Điện thoại', en: 'Phone' },
    note: {
      vi: 'Số 0 đầu bị Excel bỏ sẽ được thêm lại.',
      en: 'A leading zero that Excel dropped is put back.',
    },
    example: '0900000001',
    required: false,
    aliases: ['Số điện thoại', 'SĐT', 'Di động', 'ĐTDĐ', 'Mobile'],
    parse: phone,
  },
  birthDate,
];

/** Staff: teachers, operators, leaders, each with a role at their unit (TE-3a). */
@Injectable()
export class StaffKind implements ImportKind {
  readonly name = 'staff';
  readonly title = { vi: 'Cán bộ, giáo viên', en: 'Staff' };
  readonly fields = fields;
  readonly key = 'code';

  constructor(private readonly writer: PeopleWriterService) {}

  begin(context: () => RunContext): KindRun {
    return new PeopleRun('staff', 'teacher', context, this.writer);
  }
}
