import { body } from '@diemcau/client/rest';
import { occurrenceStates } from '@diemcau/contracts/meetings/vocabulary';
import type { Command } from 'commander';
import type { Context } from '../../context.js';
import { job } from '../../job/job.js';
import { flag, oneOf, text } from '../../job/kinds.js';
import { listing } from '../../job/listing.js';
import { from, inUnit, theId, to, words } from '../../job/usual.js';
import { ofKind } from './kinds-of-meeting.js';

export function occurrenceCommands(program: Command, context: Context): void {
  const meetings = program.command('meetings').description(context.say('Cuộc họp', 'Meetings'));
  listing(meetings, context, {
    about: ['Danh sách cuộc họp', 'List meetings'],
    options: {
      q: words,
      unitId: inUnit,
      seriesId: text('--series <id>', 'của chuỗi này', 'of this series'),
      state: oneOf('--state <state>', occurrenceStates),
      kind: ofKind,
      from,
      to,
      conflicted: flag('--conflicted', 'chỉ những cuộc bị trùng', 'those in conflict alone'),
    },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/occurrences', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Bắt đầu', 'Starts', 'startsAt'],
      ['Kết thúc', 'Ends', 'endsAt'],
      ['Tên', 'Title', 'title'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Trạng thái', 'State', 'state'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(meetings, context, {
    name: 'show',
    about: ['Một cuộc họp', 'One meeting'],
    args: { occurrenceId: theId },
    run: (rest, path) => body(rest.GET('/api/v1/occurrences/{occurrenceId}', { params: { path } })),
    fields: [
      ['Tên', 'Title', 'title'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Bắt đầu', 'Starts', 'startsAt'],
      ['Kết thúc', 'Ends', 'endsAt'],
      ['Trạng thái', 'State', 'state'],
      ['Chủ trì', 'Chair', ({ chair }) => chair?.name],
      ['Điểm cầu', 'Sites', ({ sites }) => sites.map(({ name }) => name).join(', ')],
      ['Còn thiếu', 'Missing', ({ missing }) => missing.join(', ')],
      ['Id', 'Id', 'id'],
    ],
  });
}
