import { body } from '@diemcau/client/rest';
import { planStates } from '@diemcau/contracts/meetings/vocabulary';
import type { Command } from 'commander';
import type { Context } from '../../context.js';
import { job } from '../../job/job.js';
import { number, oneOf } from '../../job/kinds.js';
import { listing } from '../../job/listing.js';
import { inUnit, theId, words } from '../../job/usual.js';

export function planCommands(program: Command, context: Context): void {
  const plans = program.command('plans').description(context.say('Kế hoạch họp', 'Plans of meetings'));
  listing(plans, context, {
    about: ['Danh sách kế hoạch', 'List plans'],
    options: {
      q: words,
      unitId: inUnit,
      year: number('--year <year>', 'năm', 'the year'),
      state: oneOf('--state <state>', planStates),
    },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/plans', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Năm', 'Year', 'year'],
      ['Tháng', 'Month', 'month'],
      ['Tên', 'Title', 'title'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Trạng thái', 'State', 'state'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(plans, context, {
    name: 'show',
    about: ['Một kế hoạch', 'One plan'],
    args: { planId: theId },
    run: (rest, path) => body(rest.GET('/api/v1/plans/{planId}', { params: { path } })),
    fields: [
      ['Tên', 'Title', 'title'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Năm', 'Year', 'year'],
      ['Tháng', 'Month', 'month'],
      ['Trạng thái', 'State', 'state'],
      ['Các chuỗi họp', 'Series', ({ series }) => series.map(({ title }) => title).join('; ')],
      ['Id', 'Id', 'id'],
    ],
  });
}
