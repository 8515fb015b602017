import { body } from '@diemcau/client/rest';
import type { MapColumns } from '@diemcau/contracts/identity/imports';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { job } from '../job/job.js';
import { content, oneOf } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { tableOf } from '../job/print.js';
import { inUnit, theId, words } from '../job/usual.js';
import { settled } from './import-progress.js';

export function importRowCommands(imports: Command, context: Context): void {
  const { language } = context;
  job(imports, context, {
    name: 'columns',
    about: [
      'Cột nào của tệp là trường nào; --file chọn lại và chạy thử lần nữa',
      'Which column of the file is which field; --file chooses anew and repeats the dry run',
    ],
    args: { importId: theId },
    options: {
      choice: content('--file <file>', 'tệp JSON {"columns": […]}', 'a JSON file {"columns": […]}'),
    },
    run: async (rest, { importId, choice }) => {
      const params = { path: { importId } };
      if (choice) {
        // What it must hold, the server says.
        await rest.PUT('/api/v1/imports/{importId}/columns', { params, body: choice as MapColumns });
      }
      return choice ? settled(context, importId) : body(rest.GET('/api/v1/imports/{importId}', { params }));
    },
    shown: ({ columns }) =>
      tableOf(columns, [
        ['Cột', 'Column', 'column'],
        ['Tiêu đề', 'Header', 'header'],
        ['Trường', 'Field', 'field'],
      ]),
  });
  listing(imports, context, {
    name: 'rows',
    about: [
      'Từng dòng: sẽ tạo, đổi, giữ hay lỗi',
      'Row by row: what it creates, changes, leaves, or why it fails',
    ],
    args: { importId: theId },
    options: { q: words, outcome: oneOf('--outcome <outcome>', ['create', 'change', 'unchanged', 'error']) },
    page: (rest, { importId, ...query }, page) =>
      body(
        rest.GET('/api/v1/imports/{importId}/rows', {
          params: { path: { importId }, query: { ...query, ...page } },
        }),
      ),
    columns: [
      ['Dòng', 'Row', 'row'],
      ['Kết quả', 'Outcome', 'outcome'],
      ['Nội dung', 'Content', ({ cells }) => cells.join(' · ')],
      ['Vì sao', 'Why', ({ faults }) => faults.map(({ message }) => message[language]).join('; ')],
    ],
  });
  listing(imports, context, {
    name: 'slip-counts',
    about: [
      'Mỗi đơn vị, mỗi lớp còn bao nhiêu phiếu in được',
      'How many slips each unit and class still has',
    ],
    args: { importId: theId },
    options: { q: words, unitId: inUnit },
    page: (rest, { importId, ...query }, page) =>
      body(
        rest.GET('/api/v1/imports/{importId}/slip-counts', {
          params: { path: { importId }, query: { ...query, ...page } },
        }),
      ),
    columns: [
      ['Tên', 'Name', 'name'],
      ['Phiếu', 'Slips', 'slips'],
      ['Id', 'Id', 'id'],
    ],
  });
}
