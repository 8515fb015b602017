import { body } from '@diemcau/client/rest';
import type { ImportView } from '@diemcau/contracts/identity/imports';
import type { Command } from 'commander';
import { basename } from 'node:path';
import { upload } from '../access/files.js';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { file, flag, unit } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { theId } from '../job/usual.js';
import { importFileCommands } from './import-files.js';
import { importKind } from './import-kind.js';
import { settled, tellImport, viewOf } from './import-progress.js';
import { importRowCommands } from './import-rows.js';

export function importCommands(program: Command, context: Context): void {
  const imports = program
    .command('import')
    .description(context.say('Nhập hàng loạt từ bảng tính', 'Import from spreadsheets'));
  listing(imports, context, {
    about: ['Các lần nhập, mới nhất trước', 'Imports, newest first'],
    options: { kind: importKind },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/imports', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Lúc', 'At', 'createdAt'],
      ['Loại', 'Kind', 'kind'],
      ['Tệp', 'File', 'fileName'],
      ['Trạng thái', 'State', 'state'],
      ['Lỗi', 'Errors', ({ counts }) => counts.error],
      ['Id', 'Id', 'id'],
    ],
  });
  job(imports, context, {
    name: 'start',
    about: [
      'Gửi tệp .xlsx hoặc .csv và chạy thử; --write ghi luôn',
      'Send a .xlsx or .csv file for a dry run; --write writes too',
    ],
    args: { sheet: must(file('file', 'tệp bảng tính', 'the spreadsheet')) },
    options: {
      kind: must(importKind),
      unitId: unit('--unit <unit>', 'một đơn vị của tỉnh', 'a unit of the province'),
      write: flag(
        '--write',
        'ghi các dòng không lỗi khi chạy thử xong',
        'then write the rows without faults',
      ),
    },
    run: async (_, { sheet, write, ...given }) => {
      const query = { ...given, fileName: basename(sheet) };
      const { id: importId } = await upload<ImportView>(context, 'imports', query, sheet);
      const view = await settled(context, importId);
      tellImport(context, write && view.state === 'ready' && !view.fault ? await written(importId) : view);
    },
  });
  const written = async (importId: string): Promise<ImportView> => {
    const rest = await context.rest();
    await rest.POST('/api/v1/imports/{importId}/start', { params: { path: { importId } } });
    return settled(context, importId, 'ready');
  };
  job(imports, context, {
    name: 'write',
    about: [
      'Ghi các dòng không lỗi của một lần nhập đã chạy thử',
      'Write the rows without faults, after the dry run',
    ],
    args: { importId: theId },
    run: async (_, { importId }) => tellImport(context, await written(importId)),
  });
  job(imports, context, {
    name: 'status',
    about: ['Tiến độ và kết quả', 'Progress and result'],
    args: { importId: theId },
    run: async (_, { importId }) => tellImport(context, await viewOf(context, importId)),
  });
  job(imports, context, {
    name: 'cancel',
    about: ['Dừng một lần nhập; dòng đã ghi thì còn', 'Stop an import; rows already written stay'],
    args: { importId: theId },
    grave: true,
    run: async (rest, path) =>
      tellImport(context, await body(rest.POST('/api/v1/imports/{importId}/cancel', { params: { path } }))),
  });
  importRowCommands(imports, context);
  importFileCommands(imports, context);
}
