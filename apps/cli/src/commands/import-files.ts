import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import { save } from '../access/files.js';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { schoolClass } from '../job/kinds.js';
import { inUnit, output, sheetOutput, theId } from '../job/usual.js';
import { importKind } from './import-kind.js';

export function importFileCommands(imports: Command, context: Context): void {
  const { language } = context;
  job(imports, context, {
    name: 'fields',
    about: ['Các trường của một loại tệp', 'The fields of a kind of file'],
    args: { kind: must({ ...importKind, flags: 'kind' }) },
    run: async (rest, { kind }) => {
      const { items } = await body(rest.GET('/api/v1/import-kinds'));
      return { items: items.find((one) => one.kind === kind)?.fields ?? [] };
    },
    columns: [
      ['Trường', 'Field', 'name'],
      ['Tiêu đề', 'Header', ({ title }) => title[language]],
      ['Bắt buộc', 'Required', ({ required }, say) => (required ? say('có', 'yes') : '')],
      ['Ví dụ', 'Example', 'example'],
      ['Ghi chú', 'Note', ({ note }) => note[language]],
    ],
  });
  job(imports, context, {
    name: 'template',
    about: [
      'Tải tệp mẫu .xlsx hoặc .csv, theo đuôi tệp',
      'Download the template, .xlsx or .csv by the name of the file',
    ],
    args: { kind: must({ ...importKind, flags: 'kind' }) },
    options: { output: must(sheetOutput) },
    run: async (rest, { output: { file, type }, ...path }, own) => {
      const call = { params: { path }, parseAs: 'stream' } as const;
      if (type === 'csv') await save(own, rest.GET('/api/v1/import-kinds/{kind}/template.csv', call), file);
      else await save(own, rest.GET('/api/v1/import-kinds/{kind}/template.xlsx', call), file);
    },
  });
  job(imports, context, {
    name: 'errors',
    about: [
      'Tải các dòng lỗi để sửa và gửi lại; .xlsx theo đuôi tệp, còn lại là .csv',
      'Download the faulty rows, to be corrected and sent again; .xlsx by the name of the file, else .csv',
    ],
    args: { importId: theId },
    options: { output },
    run: async (rest, { output: file, ...path }, own) => {
      const call = { params: { path }, parseAs: 'stream' } as const;
      const isXlsx = file?.toLowerCase().endsWith('.xlsx') === true;
      if (isXlsx) await save(own, rest.GET('/api/v1/imports/{importId}/errors.xlsx', call), file);
      else await save(own, rest.GET('/api/v1/imports/{importId}/errors.csv', call), file);
    },
  });
  job(imports, context, {
    name: 'slips',
    about: ['Tải phiếu mật khẩu ban đầu (PDF)', 'Download the credential slips (PDF)'],
    args: { importId: theId },
    options: {
      unitId: inUnit,
      classId: schoolClass('--class <class>', 'một lớp: mã-trường/tên-lớp', 'one class: unit/name'),
      output: must(output),
    },
    run: (rest, { importId, output: file, ...query }, own) => {
      const call = { params: { path: { importId }, query }, parseAs: 'stream' } as const;
      return save(own, rest.GET('/api/v1/imports/{importId}/slips.pdf', call), file);
    },
  });
}
