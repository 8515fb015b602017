import { type Command, InvalidArgumentError } from 'commander';
import { save } from '../access/files.js';
import { apiCall } from '../api/call.js';
import { printAny } from '../api/any.js';
import { allPages } from '../api/all-pages.js';
import type { Context } from '../context.js';
import { must } from '../job/asked.js';
import { job } from '../job/job.js';
import { file, flag, kind, list, several, text } from '../job/kinds.js';
import { output } from '../job/usual.js';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const method = kind(({ say }, typed) => {
  const known = methods.find((one) => one === typed.toUpperCase());
  if (known) return known;
  throw new InvalidArgumentError(say(`Một trong: ${methods.join(', ')}.`, `One of: ${methods.join(', ')}.`));
});

/** What has no command of its own. */
export function apiCommand(program: Command, context: Context): void {
  job(program, context, {
    name: 'api',
    about: [
      'Gọi thẳng một đường dẫn REST (xem /api/docs)',
      'Call any route of the REST interface (see /api/docs)',
    ],
    args: {
      method: must(method('method', 'GET, POST …', 'GET, POST …')),
      path: must(text('path', 'units, hoặc /scim/v2/Users', 'units, or /scim/v2/Users')),
    },
    options: {
      content: file(
        '--body <file>',
        'tệp JSON, «-» là đầu vào chuẩn',
        'a JSON file, "-" for the standard input',
      ),
      upload: file('--upload <file>', 'gửi nguyên một tệp', 'send a file as it is'),
      query: {
        ...several(
          text('--query <name=value>', 'tham số, ghi được nhiều lần', 'a parameter; may be repeated'),
        ),
      },
      headers: {
        ...several(text('--header <name=value>', 'ví dụ If-Match=\'"3"\'', 'for example If-Match=\'"3"\'')),
      },
      all: flag('--all-pages', 'đi hết mọi trang', 'follow every page'),
      show: list('--fields <a,b.c>', 'chỉ in các trường này', 'print these fields alone'),
      output,
    },
    run: async (_, { all, show, output: into, ...wish }) => {
      if (all) return printAny(context, await allPages(context, wish), show);
      const response = await apiCall(context, wish);
      const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
      if (into === undefined && response.status === 204) return printAny(context, {}, show);
      if (into === undefined && isJson) return printAny(context, await response.json(), show);
      await save(context, Promise.resolve({ data: response.body }), into);
    },
  });
}
