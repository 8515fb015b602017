import { body } from '@diemcau/client/rest';
import type { Command } from 'commander';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { linesOf, save } from '../access/files.js';
import { compared, markOf, type Mark } from '../audit/compared.js';
import { type Context, tell } from '../context.js';
import { Exit, exitCodes } from '../exit-codes.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { file, person, text } from '../job/kinds.js';
import { listing } from '../job/listing.js';
import { from, inUnit, output, theId, to, words } from '../job/usual.js';

const filters = {
  q: words,
  actorId: person('--actor <person>', 'do người này làm', 'done by this person'),
  action: text('--action <action>', 'ví dụ users.lock hoặc users', 'for example users.lock or users'),
  unitId: inUnit,
  from,
  to,
};

export function auditCommands(program: Command, context: Context): void {
  const audit = program.command('audit').description(context.say('Nhật ký kiểm toán', 'The audit log'));
  listing(audit, context, {
    name: 'search',
    about: ['Tìm trong nhật ký, mới nhất trước', 'Search the log, newest first'],
    options: filters,
    page: (rest, given, page) =>
      body(rest.GET('/api/v1/audit', { params: { query: { ...given, ...page } } })),
    columns: [
      ['Lúc', 'At', 'at'],
      ['Ai', 'Who', ({ actorName, actorId, actorKind }) => actorName ?? actorId ?? actorKind],
      ['Việc', 'Action', 'action'],
      ['Đối tượng', 'Object', ({ objectName, objectId }) => objectName ?? objectId],
      ['Đơn vị', 'Unit', 'unitName'],
    ],
  });
  job(audit, context, {
    name: 'show',
    about: ['Một mục, với giá trị trước và sau', 'One entry, with what was before and after'],
    args: { entryId: theId },
    run: (rest, path) => body(rest.GET('/api/v1/audit/{entryId}', { params: { path } })),
    fields: [
      ['Lúc', 'At', 'at'],
      ['Ai', 'Who', ({ actorName, actorId, actorKind }) => actorName ?? actorId ?? actorKind],
      ['Việc', 'Action', 'action'],
      ['Đối tượng', 'Object', ({ objectName, objectId }) => objectName ?? objectId],
      ['Trước', 'Before', ({ before }) => JSON.stringify(before)],
      ['Sau', 'After', ({ after }) => JSON.stringify(after)],
    ],
  });
  job(audit, context, {
    name: 'export',
    about: ['Xuất nhật ký ra JSON từng dòng', 'Export the log as lines of JSON'],
    options: { ...filters, output },
    run: (rest, { output: into, ...query }, own) =>
      save(own, rest.GET('/api/v1/audit/export.jsonl', { params: { query }, parseAs: 'stream' }), into),
  });
  job(audit, context, {
    name: 'verify',
    about: [
      'So tệp đã xuất trước đây với nhật ký hiện nay: mục bị sửa hoặc mất thì thoát với mã 9',
      'Compare an earlier export with the log of today: entries changed or gone end with exit code 9',
    ],
    args: { kept: must(file('file', 'tệp đã xuất', 'an earlier export')) },
    run: (_, { kept }) => verify(context, kept),
  });
}

function keptOf({ say }: Context, file: string, line: string): Mark {
  try {
    return markOf(line);
  } catch {
    throw new Exit(
      exitCodes.invalid,
      say(`«${file}» không phải tệp đã xuất bằng audit export.`, `"${file}" is no export of the log.`),
    );
  }
}

async function verify(context: Context, file: string): Promise<void> {
  const kept: Mark[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.trim() !== '') kept.push(keptOf(context, file, line));
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
