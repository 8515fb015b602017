import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { exitCodes } from './exit-codes.js';
import { run } from './run.js';

let site: Server;
beforeAll(async () => {
  site = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>Trang khác</h1>'),
  );
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => site.close(resolve)));

test.each([
  ['a command', ['units', 'list'], { DIEMCAU_KEY: 'dck_x' }],
  ['signing in', ['login', 'mau'], { DIEMCAU_PASSWORD: 'x' }],
])('%s at the address of another site asks whether the address is right', async (_, args, own) => {
  const { port } = site.address() as AddressInfo;
  const env = { LANG: 'en_US.UTF-8', HOME: '/nonexistent', DIEMCAU_URL: `http://127.0.0.1:${port}`, ...own };
  const err = new PassThrough();
  const said = text(err);
  const code = await run(args, { env, out: new PassThrough(), err, in: Readable.from([]) });
  err.end();
  expect([code, await said]).toEqual([exitCodes.later, expect.stringContaining('is DIEMCAU_URL right?')]);
});
