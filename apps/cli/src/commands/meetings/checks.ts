import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../../context.js';
import { must } from '../../job/asked.js';
import { job } from '../../job/job.js';
import { text } from '../../job/kinds.js';
import { listing } from '../../job/listing.js';
import { from, to } from '../../job/usual.js';

const theMeeting = must(text('meeting', 'id của cuộc họp', 'the id of the meeting'));

export function checkCommands(program: Command, context: Context): void {
  const checks = program
    .command('checks')
    .description(context.say('Kiểm tra điểm cầu trước cuộc họp', 'Checking sites before meetings'));
  listing(checks, context, {
    about: [
      'Bảng kiểm tra: mỗi cuộc họp bao nhiêu điểm cầu đạt',
      'The board: how many sites passed, by meeting',
    ],
    options: { from, until: to },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/checks', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Bắt đầu', 'Starts', 'startsAt'],
      ['Cuộc họp', 'Meeting', 'title'],
      ['Kiểm tra', 'Check', 'state'],
      ['Điểm cầu', 'Sites', 'sites'],
      ['Đạt', 'Green', 'green'],
      ['Không đạt', 'Red', 'red'],
      ['Chưa làm', 'Silent', 'silent'],
      ['Id', 'Id', 'occurrenceId'],
    ],
  });
  job(checks, context, {
    name: 'show',
    about: ['Từng điểm cầu của một cuộc họp', 'Site by site, of one meeting'],
    args: { occurrenceId: theMeeting },
    run: (rest, path) => body(rest.GET('/api/v1/occurrences/{occurrenceId}/checks', { params: { path } })),
    columns: [
      ['Điểm cầu', 'Site', 'siteName'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Vai trò', 'Role', 'role'],
      ['Kiểm tra', 'Check', 'state'],
      ['Lần', 'Attempt', 'attempt'],
      ['Báo lúc', 'Reported', 'reportedAt'],
    ],
  });
}
