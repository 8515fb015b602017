import { PassThrough, Readable } from 'node:stream';
import { sayIn } from '../language.js';
import { askFor } from './asking.js';

const asking = (input: NodeJS.ReadableStream) => ({ in: input, err: new PassThrough(), say: sayIn('en') });

test('two answers that come at once through a pipe answer two questions', async () => {
  const context = asking(Readable.from(['quan-tri\nsecret\n']));
  expect(await askFor(context, 'User name: ')).toBe('quan-tri');
  expect(await askFor(context, 'Password: ', { secret: true })).toBe('secret');
});

test('an answer may be cut anywhere, and its last line need not end', async () => {
  const context = asking(Readable.from(['quan-tri\nsec', 'ret']));
  expect(await askFor(context, 'User name: ')).toBe('quan-tri');
  expect(await askFor(context, 'Password: ', { secret: true })).toBe('secret');
});

test('an answer is taken while the input stays open', async () => {
  const input = new PassThrough();
  input.write('first\n');
  const context = asking(input);
  expect(await askFor(context, 'One: ')).toBe('first');
  input.write('second\n');
  expect(await askFor(context, 'Two: ')).toBe('second');
});

test('an input that ends without an answer is typed wrongly, and says what was asked for', async () => {
  await expect(askFor(asking(Readable.from([''])), 'Password: ')).rejects.toMatchObject({
    code: 2,
    message: 'The input ended before "Password:".',
  });
});
