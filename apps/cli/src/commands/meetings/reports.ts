import { body } from '@diemcau/client/rest';
import { type Command, InvalidArgumentError } from 'commander';
import { save } from '../../access/files.js';
import type { Context } from '../../context.js';
import { must } from '../../job/asked.js';
import { job } from '../../job/job.js';
import { kind, number, oneOf } from '../../job/kinds.js';
import { listing } from '../../job/listing.js';
import { inUnit, ofUnit, theId } from '../../job/usual.js';

/** What it ends with is what it becomes. */
const document = must(
  kind(({ say }, name) => {
    const [, type] = /\.(docx|xlsx|pdf)$/i.exec(name) ?? [];
    if (type === undefined)
      throw new InvalidArgumentError(say('Tệp .docx, .xlsx hoặc .pdf.', 'A .docx, .xlsx or .pdf file.'));
    return { name, type: type.toLowerCase() as 'docx' | 'xlsx' | 'pdf' };
  })('-o, --output <file>', 'tệp .docx, .xlsx hoặc .pdf', 'a .docx, .xlsx or .pdf file'),
);
const year = number('--year <year>', 'năm', 'the year');

export function reportCommands(program: Command, context: Context): void {
  const reports = program.command('reports').description(context.say('Báo cáo năm', 'Annual reports'));
  listing(reports, context, {
    about: ['Danh sách báo cáo', 'List reports'],
    options: {
      unitId: inUnit,
      year,
      state: oneOf('--state <state>', ['draft', 'submitted', 'returned', 'accepted', 'published']),
    },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/annual-reports', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Năm', 'Year', 'year'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Trạng thái', 'State', 'state'],
      ['Gửi lúc', 'Submitted', 'submittedAt'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(reports, context, {
    name: 'export',
    about: ['Tải một báo cáo', 'Download a report'],
    args: { reportId: theId },
    options: { output: document },
    run: (rest, { reportId, output: { name, type } }, own) => {
      const call = { params: { path: { reportId } }, parseAs: 'stream' } as const;
      return save(own, rest.GET(`/api/v1/annual-reports/{reportId}/report.${type}`, call), name);
    },
  });
  job(reports, context, {
    name: 'roll-up',
    about: ['Tải báo cáo gộp của một đơn vị và cấp dưới', 'Download the report of a unit and all below it'],
    options: { unitId: ofUnit, year: must(year), output: document },
    run: (rest, { output: { name, type }, ...query }, own) => {
      const call = { params: { query }, parseAs: 'stream' } as const;
      return save(own, rest.GET(`/api/v1/annual-reports/roll-up.${type}`, call), name);
    },
  });
}
