import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { flag, text, unit } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { tableOf } from '../job/print.js';
import { day, theUnit, words } from '../job/usual.js';
import { unitEventCommands } from './unit-events.js';
import { compared } from './unit-figures.js';

const decision = {
  effectiveOn: must(text('--from <YYYY-MM-DD>', 'hiệu lực từ ngày', 'in force from this day')),
  decisionNumber: text('--decision <number>', 'số quyết định', 'number of the decision'),
  decisionDate: text('--decided <YYYY-MM-DD>', 'ngày quyết định', 'day of the decision'),
};

export function unitCommands(program: Command, context: Context): void {
  const units = program.command('units').description(context.say('Đơn vị', 'Units'));
  listing(units, context, {
    about: ['Danh sách đơn vị', 'List units'],
    options: {
      q: words,
      parentId: unit('--parent <unit>', 'trực thuộc đơn vị này', 'directly below this unit'),
      type: text('--type <type>', 'loại này', 'of this type'),
      on: day,
      includeClosed: flag('--closed', 'cả đơn vị đã giải thể', 'those that are closed too'),
    },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/units', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Mã', 'Code', 'code'],
      ['Tên', 'Name', 'name'],
      ['Loại', 'Type', 'type'],
      ['Trạng thái', 'State', 'state'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(units, context, {
    name: 'show',
    about: ['Một đơn vị', 'One unit'],
    args: { unitId: theUnit },
    run: (rest, path) => body(rest.GET('/api/v1/units/{unitId}', { params: { path } })),
    fields: [
      ['Tên', 'Name', 'name'],
      ['Mã', 'Code', 'code'],
      ['Loại', 'Type', 'type'],
      ['Trạng thái', 'State', 'state'],
      ['Phiên bản', 'Version', 'version'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(units, context, {
    name: 'create',
    about: ['Thành lập một đơn vị', 'Found a unit'],
    options: {
      parentId: must(unit('--parent <unit>', 'trực thuộc đơn vị này', 'directly below this unit')),
      type: must(text('--type <type>', 'loại đơn vị (unit-types list)', 'type (unit-types list)')),
      name: must(text('--name <name>', 'tên', 'name')),
      code: must(text('--code <code>', 'mã, duy nhất trong tỉnh', 'code, unique in the province')),
      ...decision,
    },
    run: (rest, content) => body(rest.POST('/api/v1/units', { body: content })),
    said: ({ unitId, unitName, state }) => [
      `${unitName}: ${unitId} (${state})`,
      `${unitName}: ${unitId} (${state})`,
    ],
  });
  job(units, context, {
    name: 'history',
    about: ['Lịch sử tên và mã của một đơn vị', 'The names and codes a unit has had'],
    args: { unitId: theUnit },
    run: (rest, path) => body(rest.GET('/api/v1/units/{unitId}/history', { params: { path } })),
    shown: ({ periods }) =>
      tableOf(periods, [
        ['Từ', 'From', 'from'],
        ['Đến', 'Until', 'to'],
        ['Mã', 'Code', 'code'],
        ['Tên', 'Name', 'name'],
        ['Loại', 'Type', 'type'],
      ]),
  });
  job(units, context, {
    name: 'report',
    about: [
      'Số liệu theo cây đơn vị ngày ấy và hiện nay',
      'Figures by the tree of a day, and by that of today',
    ],
    args: { unitId: theUnit },
    options: { on: must(day) },
    run: (rest, { unitId, on }) =>
      body(rest.GET('/api/v1/units/{unitId}/report', { params: { path: { unitId }, query: { on } } })),
    shown: ({ asItWas, asItIsNow }) =>
      tableOf(compared(context.say, asItWas, asItIsNow), [
        ['Số liệu', 'Figure', 'name'],
        ['Cây ngày ấy', 'Tree of the day', 'before'],
        ['Cây hiện nay', 'Tree of today', 'now'],
      ]),
  });
  unitEventCommands(units, context);
}
