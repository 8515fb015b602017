import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send, type Sending } from './sender.js';

let server: Server;
let port: number;
let asked = 0;

beforeAll(async () => {
  server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(200).write('x'.repeat(4000) + '\0\u001b');
    // Never ends: what is kept must not wait for the rest.
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const attempt = (url: string, more: Partial<Sending> = {}) =>
  send({ url: new URL(url), headers: {}, payload: '{}', timeoutMs: 2000, privateAddresses: false, ...more });

test.each(['http://localhost', 'http://127.0.0.1', 'http://[::1]', 'http://2130706433', 'http://0.0.0.0'])(
  'a name or number that leads to the own machine (%s) is refused before a byte is sent',
  async (origin) => {
    const before = asked;
    expect(await attempt(`${origin}:${port}/`)).toMatchObject({ status: null, fault: 'refusedAddress' });
    expect(asked).toBe(before);
  },
);

test('where private addresses are let in, the beginning of the answer is kept and the rest not waited for', async () => {
  const { status, answer, fault } = await attempt(`http://127.0.0.1:${port}/`, { privateAddresses: true });
  expect([status, fault, answer?.length]).toEqual([200, null, 1024]);
});

test('a name that is none is a fault and no exception', async () => {
  const { status, fault } = await attempt('https://khong-co.invalid/');
  expect(status).toBeNull();
  expect(fault).not.toBeNull();
});
