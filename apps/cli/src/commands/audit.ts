import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { download, linesOf } from '../access/files.js';
import { compared, markOf, type Mark } from '../audit/compared.js';
import { type Context, show, tell } from '../context.js';
import { Exit, exitCodes } from '../exit-codes.js';
import { unitIdOf } from '../found.js';
import { instantOf, numberOf } from '../options.js';
import { pages } from '../pages.js';

interface FilterOptions {
  readonly q?: string;
  readonly action?: string;
  readonly unit?: string;
  readonly from?: string;
  readonly to?: string;
}

function filtering(command: Command, { say }: Context): Command {
  return command
    .option('-q, --q <words>', say('có các chữ này', 'words to look for'))
    .option('--action <action>', say('ví dụ users.lock hoặc users', 'for example users.lock or users'))
    .option('--unit <unit>', say('ở đơn vị này và cấp dưới', 'in this unit and below'))
    .option('--from <time>', say('từ lúc này', 'from then on'), instantOf(say))
    .option('--to <time>', say('trước lúc này', 'before that moment'), instantOf(say));
}

async function filterOf(context: Context, { q, action, unit, from, to }: FilterOptions) {
  const unitId = unit === undefined ? undefined : await unitIdOf(context, unit);
  return {
    ...(q && { q }),
    ...(action && { action }),
    ...(unitId && { unitId }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

export function auditCommands(program: Command, context: Context): void {
  const { say } = context;
  const audit = program.command('audit').description(say('Nhật ký kiểm toán', 'The audit log'));

  filtering(audit.command('search'), context)
    .description(say('Tìm trong nhật ký, mới nhất trước', 'Search the log, newest first'))
    .option('-n, --limit <n>', say('nhiều nhất bấy nhiêu', 'at most so many'), numberOf(say), 50)
    .action(async ({ limit, ...options }: FilterOptions & { limit: number }) => {
      const rest = await context.rest();
      const filter = await filterOf(context, options);
      const items = await pages(limit, (page) =>
        body(rest.GET('/api/v1/audit', { params: { query: { ...filter, ...page } } })),
      );
      show(context, { items }, items, [
        { title: say('Lúc', 'At'), of: ({ at }) => at },
        {
          title: say('Ai', 'Who'),
          of: ({ actorName, actorId, actorKind }) => actorName ?? actorId ?? actorKind,
        },
        { title: say('Việc', 'Action'), of: ({ action }) => action },
        { title: say('Đối tượng', 'Object'), of: ({ objectName, objectId }) => objectName ?? objectId },
        { title: say('Đơn vị', 'Unit'), of: ({ unitName }) => unitName },
      ]);
    });

  filtering(audit.command('export'), context)
    .description(say('Xuất nhật ký ra JSON từng dòng', 'Export the log as lines of JSON'))
    .option('-o, --output <file>', say('vào tệp này', 'to this file'))
    .action(async ({ output, ...options }: FilterOptions & { output?: string }) => {
      await download(context, 'audit/export.jsonl', await filterOf(context, options), output);
    });

  audit
    .command('verify <file>')
    .description(
      say(
        'So tệp đã xuất trước đây với nhật ký hiện nay: mục bị sửa hoặc mất thì thoát với mã 9',
        'Compare an earlier export with the log of today: entries changed or gone end with exit code 9',
      ),
    )
    .action((file: string) => verify(context, file));
}

async function verify(context: Context, file: string): Promise<void> {
  const kept: Mark[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.trim() !== '') kept.push(markOf(line));
  }
  const times = kept.map(({ at }) => at).toSorted();
  const [from = new Date(0).toISOString(), last = from] = [times[0], times.at(-1)];
  const to = new Date(Date.parse(last) + 1).toISOString();
  const now = new Map<string, string>();
  for await (const line of linesOf(context, 'audit/export.jsonl', { from, to })) {
    const { id, content } = markOf(line);
    now.set(id, content);
  }
  const result = compared(kept, now);
  const { changed, gone } = result;
  if (changed.length + gone.length > 0) {
    throw new Exit(
      exitCodes.bad,
      context.say(
        `${changed.length} mục đã bị sửa, ${gone.length} mục đã mất: ${[...changed, ...gone].join(', ')}`,
        `${changed.length} entries were changed, ${gone.length} are gone: ${[...changed, ...gone].join(', ')}`,
      ),
    );
  }
  tell(
    context,
    result,
    context.say(`${kept.length} mục còn nguyên.`, `${kept.length} entries are as they were.`),
  );
}
