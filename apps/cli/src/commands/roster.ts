import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import { save } from '../access/files.js';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { flag, orNothing, person, text } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { day, inUnit, ofUnit, sheetOutput, theId, words } from '../job/usual.js';
import { rosterChanges } from './roster-changes.js';

const filters = {
  q: words,
  unitId: inUnit,
  on: day,
  history: flag('--history', 'cả những người đã thôi', 'those who left too'),
};

export function rosterCommands(program: Command, context: Context): void {
  const roster = program
    .command('roster')
    .description(context.say('Người phụ trách kỹ thuật điểm cầu', 'Those who run the sites of a unit'));
  listing(roster, context, {
    about: ['Ai phụ trách ở đâu', 'Who is responsible where'],
    options: filters,
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/roster', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Đơn vị', 'Unit', 'unitName'],
      ['Họ tên', 'Name', 'name'],
      ['Điện thoại', 'Phone', 'phone'],
      ['Việc', 'Duties', 'duties'],
      ['Từ', 'Since', 'since'],
      ['Đến', 'Until', 'until'],
      ['Id', 'Id', 'id'],
    ],
  });
  listing(roster, context, {
    name: 'missing',
    about: ['Các đơn vị chưa có ai phụ trách', 'Units without anybody'],
    options: { unitId: inUnit, on: day },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/roster/missing', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Mã', 'Code', 'code'],
      ['Tên', 'Name', 'name'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(roster, context, {
    name: 'add',
    about: ['Ghi thêm một người', 'Put somebody down'],
    options: {
      unitId: ofUnit,
      userId: person('--person <person>', 'có tài khoản', 'who has an account'),
      name: text('--name <name>', 'họ tên, khi chưa có tài khoản', 'the name, of one without an account'),
      phone: orNothing('--phone <number>', 'điện thoại', 'phone'),
      email: orNothing('--email <address>', 'thư điện tử', 'e-mail'),
      duties: must(text('--duties <text>', 'phụ trách việc gì', 'responsible for what')),
      since: must(text('--since <YYYY-MM-DD>', 'từ ngày', 'from this day')),
      until: orNothing('--until <YYYY-MM-DD>', 'đến ngày', 'to this day'),
    },
    run: (rest, content) => body(rest.POST('/api/v1/roster', { body: content })),
    said: ({ name, unitName, id }) => [`${name}, ${unitName}: ${id}`, `${name}, ${unitName}: ${id}`],
  });
  rosterChanges(roster, context);
  job(roster, context, {
    name: 'delete',
    about: ['Xoá một dòng ghi nhầm', 'Delete a line put down by mistake'],
    args: { entryId: theId },
    grave: true,
    run: async (rest, path) => {
      await rest.DELETE('/api/v1/roster/{entryId}', { params: { path } });
      return path;
    },
    said: () => ['Đã xoá.', 'Deleted.'],
  });
  job(roster, context, {
    name: 'export',
    about: ['Xuất ra .xlsx hoặc .csv, theo đuôi tệp', 'Export to .xlsx or .csv, by the name of the file'],
    options: { ...filters, output: must(sheetOutput) },
    run: async (rest, { output: { file, type }, ...query }, own) => {
      const call = { params: { query }, parseAs: 'stream' } as const;
      if (type === 'csv') await save(own, rest.GET('/api/v1/roster/export.csv', call), file);
      else await save(own, rest.GET('/api/v1/roster/export.xlsx', call), file);
    },
  });
}
