import { body } from '@diemcau/client/rest';
import { siteStates } from '@diemcau/contracts/meetings/vocabulary';
import type { Command } from 'commander';
import type { Context } from '../../context.js';
import { siteIdOf } from '../../found.js';
import { must } from '../../job/asked.js';
import { job } from '../../job/job.js';
import { flag, kind, oneOf } from '../../job/kinds.js';
import { listing } from '../../job/listing.js';
import { inUnit, words } from '../../job/usual.js';

const theSite = must(kind(siteIdOf)('site', 'tên hoặc id', 'name or id'));

export function siteCommands(program: Command, context: Context): void {
  const sites = program.command('sites').description(context.say('Điểm cầu', 'Sites'));
  listing(sites, context, {
    about: ['Danh sách điểm cầu', 'List sites'],
    options: {
      q: words,
      unitId: inUnit,
      state: oneOf('--state <state>', siteStates),
      includeRetired: flag('--retired', 'cả điểm cầu đã thôi dùng', 'those that are retired too'),
    },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/sites', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Tên', 'Name', 'name'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Trạng thái', 'State', 'state'],
      ['Sức chứa', 'Capacity', 'capacity'],
      ['Điểm', 'Score', 'score'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(sites, context, {
    name: 'show',
    about: ['Một điểm cầu', 'One site'],
    args: { siteId: theSite },
    run: (rest, path) => body(rest.GET('/api/v1/sites/{siteId}', { params: { path } })),
    fields: [
      ['Tên', 'Name', 'name'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Địa chỉ', 'Address', 'address'],
      ['Trạng thái', 'State', 'state'],
      ['Sức chứa', 'Capacity', 'capacity'],
      ['Mbit/s cần', 'Mbit/s needed', 'requiredMbps'],
      ['Mbit/s đo được', 'Mbit/s measured', 'measuredMbps'],
      ['Phụ trách', 'Operators', ({ operators }) => operators.map(({ name }) => name).join(', ')],
      ['Id', 'Id', 'id'],
    ],
  });
}
