import { body } from '@diemcau/client/rest';
import type { RecordUnitEvent } from '@diemcau/contracts/identity/unit-events';
import type { Command } from 'commander';
import { type Context, show, showOne, tell } from '../context.js';
import { unitIdOf } from '../found.js';
import { contentOf } from '../input-file.js';
import { numberOf } from '../options.js';
import { pages } from '../pages.js';

interface ListOptions {
  readonly q?: string;
  readonly parent?: string;
  readonly on?: string;
  readonly limit: number;
}

export function unitCommands(program: Command, context: Context): void {
  const { say } = context;
  const units = program.command('units').description(say('Đơn vị', 'Units'));

  units
    .command('list')
    .description(say('Danh sách đơn vị', 'List units'))
    .option('-q, --q <words>', say('tên hoặc mã có các chữ này', 'words of name or code'))
    .option(
      '--parent <unit>',
      say('trực thuộc đơn vị này (mã hoặc id)', 'directly below this unit (code or id)'),
    )
    .option('--on <YYYY-MM-DD>', say('vào ngày này', 'on that day'))
    .option('-n, --limit <n>', say('nhiều nhất bấy nhiêu', 'at most so many'), numberOf(say), 50)
    .action(async ({ q, parent, on, limit }: ListOptions) => {
      const rest = await context.rest();
      const parentId = parent === undefined ? undefined : await unitIdOf(context, parent);
      const filter = { ...(q && { q }), ...(parentId && { parentId }), ...(on && { on }) };
      const items = await pages(limit, (page) =>
        body(rest.GET('/api/v1/units', { params: { query: { ...filter, ...page } } })),
      );
      show(context, { items }, items, [
        { title: say('Mã', 'Code'), of: ({ code }) => code },
        { title: say('Tên', 'Name'), of: ({ name }) => name },
        { title: say('Loại', 'Type'), of: ({ type }) => type },
        { title: say('Trạng thái', 'State'), of: ({ state }) => state },
        { title: 'Id', of: ({ id }) => id },
      ]);
    });

  units
    .command('show <unit>')
    .description(say('Một đơn vị, theo mã hoặc id', 'One unit, by code or id'))
    .action(async (given: string) => {
      const rest = await context.rest();
      const unitId = await unitIdOf(context, given);
      const unit = await body(rest.GET('/api/v1/units/{unitId}', { params: { path: { unitId } } }));
      showOne(context, unit, [
        [say('Tên', 'Name'), unit.name],
        [say('Mã', 'Code'), unit.code],
        [say('Loại', 'Type'), unit.type],
        [say('Trạng thái', 'State'), unit.state],
        [say('Phiên bản', 'Version'), unit.version],
        ['Id', unit.id],
      ]);
    });

  units
    .command('event <file>')
    .description(
      say(
        'Ghi một sự kiện (đổi tên, nhập, tách, chuyển, giải thể) từ tệp JSON; «-» là đầu vào chuẩn',
        'Record an event (rename, merge, split, move, close) from a JSON file; "-" is the standard input',
      ),
    )
    .option('--preview', say('chỉ xem trước, không ghi', 'only show what would change'))
    .action(async (file: string, { preview = false }: { preview?: boolean }) => {
      const rest = await context.rest();
      // What it must hold, the server says.
      const content = (await contentOf(context, file)) as RecordUnitEvent;
      if (preview) {
        const answer = await body(rest.POST('/api/v1/unit-events/preview', { body: content }));
        return tell(context, answer, JSON.stringify(answer, null, 2));
      }
      const event = await body(rest.POST('/api/v1/unit-events', { body: content }));
      tell(context, event, say(`Đã ghi sự kiện ${event.id}.`, `Recorded event ${event.id}.`));
    });
}
