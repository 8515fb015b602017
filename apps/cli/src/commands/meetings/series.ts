import { body } from '@diemcau/client/rest';
import { seriesStates } from '@diemcau/contracts/meetings/vocabulary';
import type { Command } from 'commander';
import type { Context } from '../../context.js';
import { job } from '../../job/job.js';
import { oneOf, text } from '../../job/kinds.js';
import { listing } from '../../job/listing.js';
import { inUnit, theId, words } from '../../job/usual.js';
import { ofKind } from './kinds-of-meeting.js';

export function seriesCommands(program: Command, context: Context): void {
  const series = program
    .command('series')
    .description(context.say('Chuỗi họp định kỳ', 'Series of meetings'));
  listing(series, context, {
    about: ['Danh sách chuỗi họp', 'List series'],
    options: {
      q: words,
      unitId: inUnit,
      planId: text('--plan <id>', 'của kế hoạch này', 'of this plan'),
      state: oneOf('--state <state>', seriesStates),
      kind: ofKind,
    },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/series', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Tên', 'Title', 'title'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Quy tắc', 'Rule', 'rule'],
      ['Lúc', 'At', 'startsAt'],
      ['Trạng thái', 'State', 'state'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(series, context, {
    name: 'show',
    about: ['Một chuỗi họp', 'One series'],
    args: { seriesId: theId },
    run: (rest, path) => body(rest.GET('/api/v1/series/{seriesId}', { params: { path } })),
    fields: [
      ['Tên', 'Title', 'title'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Loại', 'Kind', 'kind'],
      ['Quy tắc', 'Rule', 'rule'],
      ['Ngày đầu', 'First day', 'firstDay'],
      ['Lúc', 'At', 'startsAt'],
      ['Phút', 'Minutes', 'durationMin'],
      ['Gặp ngày nghỉ', 'On days off', 'shift'],
      ['Trạng thái', 'State', 'state'],
      ['Id', 'Id', 'id'],
    ],
  });
}
