import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from './run.js';

async function told(language: string, ...args: string[]): Promise<string> {
  const err = new PassThrough();
  const said = text(err);
  const env = { LANG: language, HOME: '/nonexistent' };
  const code = await run(args, { env, out: new PassThrough(), err, in: Readable.from([]) });
  err.end();
  expect(code).toBe(2);
  return said;
}

test.each([
  [
    'a command that is none',
    ['unit-type'],
    'Không có lệnh «unit-type».\n(Có phải là unit-types?)',
    'unknown command',
  ],
  ['an option that is none', ['units', 'list', '--paren'], 'Không có tuỳ chọn «--paren».', 'unknown option'],
  ['an argument that is missing', ['people', 'show'], 'Thiếu tham số «person».', 'missing required argument'],
  [
    'an option that is missing',
    ['units', 'create'],
    'Thiếu tuỳ chọn bắt buộc «--parent <unit>».',
    'required option',
  ],
  [
    'a value that is missing',
    ['units', 'list', '-n'],
    'Tuỳ chọn «-n, --limit <n>» thiếu giá trị.',
    'argument missing',
  ],
  ['too many arguments', ['units', 'list', 'a'], 'Thừa tham số: cần 0, đã ghi 1.', 'too many arguments'],
])('%s is told in the language of whoever typed it', async (_, args, vi, en) => {
  const vietnamese = await told('vi_VN.UTF-8', ...args);
  expect([vietnamese, vietnamese]).toEqual([
    expect.stringContaining(vi),
    expect.not.stringContaining('error:'),
  ]);
  expect(await told('en_US.UTF-8', ...args)).toContain(en);
});
