import { Injectable } from '@nestjs/common';
import { UnitsRun } from '../units/units-run.js';
import { UnitWriterService } from '../units/unit-writer.service.js';
import type { FieldSpec, ImportKind, KindRun, RunContext } from './import-kind.js';
import { code, day, text } from './parsers.js';

const farFuture = (): Date => new Date(Date.now() + 5 * 366 * 86_400_000);

const fields: readonly FieldSpec[] = [
  {
    name: 'code',
    title: { vi: 'Mã đơn vị', en: 'Unit code' },
    note: { vi: 'Không trùng trong tỉnh, không dấu cách.', en: 'Unique in the province, without spaces.' },
    example: 'thpt-mau-1',
    required: true,
    aliases: ['Mã', 'Mã trường', 'Code'],
    parse: code,
  },
  {
    name: 'name',
    title: { vi: 'Tên đơn vị', en: 'Name' },
    note: { vi: 'Tên đầy đủ theo quyết định thành lập.', en: 'The full name.' },
    example: 'Trường THPT Mẫu 1',
    required: true,
    aliases: ['Tên', 'Tên trường', 'Đơn vị'],
    parse: text(200),
  },
  {
    name: 'type',
    title: { vi: 'Loại đơn vị', en: 'Type' },
    note: {
      vi: 'Trường, Trung tâm GDTX, Xã, phường, Phòng ban, bộ phận … như trong phần Đơn vị.',
      en: 'School, Continuing-education centre, Commune, Division … as listed under Units.',
    },
    example: 'Trường',
    required: true,
    aliases: ['Loại', 'Loại hình'],
    parse: text(120),
  },
  {
    name: 'parentCode',
    title: { vi: 'Mã đơn vị cấp trên', en: 'Parent code' },
    note: {
      vi: 'Đơn vị đã có, hoặc nằm ở dòng phía trên trong tệp này.',
      en: 'A unit that exists, or stands in a row above.',
    },
    example: 'so-gddt',
    required: false,
    aliases: ['Đơn vị cấp trên', 'Cấp trên', 'Trực thuộc', 'Mã cấp trên', 'Mã đơn vị quản lý'],
    parse: text(60),
  },
  {
    name: 'decisionNumber',
    title: { vi: 'Số quyết định', en: 'Decision number' },
    note: { vi: 'Ghi vào nhật ký.', en: 'Kept in the audit log.' },
    example: '123/QĐ-UBND',
    required: false,
    aliases: ['Quyết định', 'Số QĐ', 'QĐ thành lập'],
    parse: text(120),
  },
  {
    name: 'validFrom',
    title: { vi: 'Ngày thành lập', en: 'Founded on' },
    note: {
      vi: 'Để trống là hôm nay; ngày sau là đơn vị dự kiến.',
      en: 'Empty means today; a later day plans the unit.',
    },
    example: '01/07/2025',
    required: false,
    aliases: ['Ngày', 'Ngày quyết định', 'Ngày hiệu lực', 'Từ ngày'],
    parse: day(farFuture),
  },
];

/** Units of the tree (SYS-5). */
@Injectable()
export class UnitsKind implements ImportKind {
  readonly name = 'units';
  readonly title = { vi: 'Đơn vị', en: 'Units' };
  readonly fields = fields;
  readonly key = 'code';

  constructor(private readonly writer: UnitWriterService) {}

  begin(context: () => RunContext): KindRun {
    return new UnitsRun(context, this.writer);
  }
}
