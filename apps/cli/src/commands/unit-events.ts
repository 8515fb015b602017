import { body } from '@diemcau/client/rest';
import type { RecordUnitEvent } from '@diemcau/contracts/identity/unit-events';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { content, flag, oneOf, text } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { inUnit, theId } from '../job/usual.js';

export function unitEventCommands(units: Command, context: Context): void {
  job(units, context, {
    name: 'event',
    about: [
      'Ghi một sự kiện (đổi tên, nhập, tách, chuyển, giải thể) từ tệp JSON; «-» là đầu vào chuẩn',
      'Record an event (rename, merge, split, move, close) from a JSON file; "-" is the standard input',
    ],
    args: { event: must(content('file', 'tệp JSON', 'a JSON file')) },
    options: { preview: flag('--preview', 'chỉ xem trước, không ghi', 'only show what would change') },
    run: async (rest, { event, preview }) => {
      // What it must hold, the server says.
      const wish = { body: event as RecordUnitEvent };
      return preview
        ? body(rest.POST('/api/v1/unit-events/preview', wish))
        : body(rest.POST('/api/v1/unit-events', wish));
    },
    said: (answer) =>
      'id' in answer
        ? [`Đã ghi sự kiện ${answer.id}.`, `Recorded event ${answer.id}.`]
        : [JSON.stringify(answer, null, 2), JSON.stringify(answer, null, 2)],
  });
  listing(units, context, {
    name: 'events',
    about: ['Các sự kiện đã ghi và đã định', 'Events recorded and planned'],
    options: {
      unitId: inUnit,
      state: oneOf('--state <state>', ['planned', 'applied', 'cancelled']),
      kind: oneOf('--kind <kind>', ['found', 'rename', 'merge', 'split', 'move', 'close', 'correct']),
      from: text('--from <YYYY-MM-DD>', 'hiệu lực từ ngày', 'in force from this day'),
      to: text('--to <YYYY-MM-DD>', 'đến ngày', 'to this day'),
    },
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/unit-events', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Hiệu lực', 'In force', 'effectiveOn'],
      ['Việc', 'What', 'kind'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Quyết định', 'Decision', 'decisionNumber'],
      ['Trạng thái', 'State', 'state'],
      ['Id', 'Id', 'id'],
    ],
  });
  job(units, context, {
    name: 'cancel-event',
    about: ['Huỷ một sự kiện chưa tới ngày hiệu lực', 'Cancel an event that is not in force yet'],
    args: { eventId: theId },
    grave: true,
    run: (rest, path) => body(rest.DELETE('/api/v1/unit-events/{eventId}', { params: { path } })),
    said: ({ unitName, state }) => [`${unitName}: ${state}`, `${unitName}: ${state}`],
  });
}
