import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AccessTokens } from './access-tokens.js';
import { body, createRest } from './rest.js';

/** Takes only the newest token, as an edge does once somebody's rights have changed (I6). */
let good = 'new';
const seen: (string | undefined)[] = [];
/** As somebody between the two answers: a captive portal. */
let page = false;
let server: Server;
let baseUrl = '';

beforeAll(async () => {
  server = createServer(({ headers }, response) => {
    seen.push(headers.authorization);
    if (page) return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Wi-Fi</h1>');
    const ok = headers.authorization === `Bearer ${good}`;
    response.writeHead(ok ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(ok ? { items: [] } : { code: 'common.signInNeeded', status: 401 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  good = 'new';
  page = false;
  seen.length = 0;
});

function tokens(first: string): AccessTokens & { renewals: number } {
  let current = first;
  return {
    renewals: 0,
    current: () => current,
    async renew() {
      await new Promise((resolve) => setTimeout(resolve, 20));
      this.renewals += 1;
      current = good;
      return current;
    },
    onChange: () => () => undefined,
  };
}

test('a token refused because rights changed is renewed once, and the call repeated unnoticed', async () => {
  const auth = tokens('old');
  await expect(body(createRest({ baseUrl, auth }).GET('/api/v1/rooms'))).resolves.toEqual({ items: [] });
  expect(auth.renewals).toBe(1);
  expect(seen).toEqual(['Bearer old', 'Bearer new']);
});

test('a token that another call has renewed meanwhile is not renewed again', async () => {
  let current = 'old';
  const auth: AccessTokens = {
    current: () => {
      const now = current;
      current = 'new';
      return now;
    },
    renew: () => Promise.reject(new Error('renewed twice')),
    onChange: () => () => undefined,
  };
  await expect(body(createRest({ baseUrl, auth }).GET('/api/v1/rooms'))).resolves.toEqual({ items: [] });
});

test('a refusal that renewing does not mend is told', async () => {
  const auth = tokens('old');
  good = 'nobody has it';
  const stubborn: AccessTokens = { ...auth, renew: async () => 'still old' };
  await expect(createRest({ baseUrl, auth: stubborn }).GET('/api/v1/rooms')).rejects.toMatchObject({
    code: 'common.signInNeeded',
    status: 401,
  });
});

test('the page of a captive portal is no answer: the server has not been reached', async () => {
  page = true;
  await expect(createRest({ baseUrl }).GET('/api/v1/rooms')).rejects.toMatchObject({
    code: 'client.unreachable',
    passing: true,
  });
});
