import { body } from '@diemcau/client/rest';
import { type Command, InvalidArgumentError } from 'commander';
import type { Context } from '../../context.js';
import { must } from '../../job/asked.js';
import { job } from '../../job/job.js';
import { kind } from '../../job/kinds.js';
import { theUnit } from '../../job/usual.js';

/** Of Vietnam's one zone. @throws InvalidArgumentError */
const month = kind(({ say }, typed) => {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(typed) ?? [];
  if (year === undefined) throw new InvalidArgumentError(say('Ví dụ: 2026-11.', 'For example: 2026-11.'));
  const next = new Date(Date.UTC(Number(year), Number(number), 1)).toISOString().slice(0, 10);
  return { from: `${typed}-01T00:00:00+07:00`, to: `${next}T00:00:00+07:00` };
})('--month <YYYY-MM>', 'tháng', 'the month');

export function calendarCommand(program: Command, context: Context): void {
  job(program, context, {
    name: 'calendar',
    about: ['Lịch họp một tháng của một đơn vị', 'The meetings of a unit in a month'],
    args: { unitId: theUnit },
    options: { month: must(month) },
    run: (rest, { unitId, month: query }) =>
      body(rest.GET('/api/v1/units/{unitId}/calendar', { params: { path: { unitId }, query } })),
    columns: [
      ['Bắt đầu', 'Starts', 'startsAt'],
      ['Kết thúc', 'Ends', 'endsAt'],
      ['Tên', 'Title', 'title'],
      ['Đơn vị', 'Unit', 'unitName'],
      ['Trạng thái', 'State', 'state'],
      ['Id', 'Id', 'id'],
    ],
  });
}
