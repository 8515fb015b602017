import { Problem } from './problem.js';

const answer = (body: string, init: ResponseInit) => new Response(body, init);
const told = JSON.stringify({
  type: 'urn:diemcau:problem:common.tooMany',
  title: 'Too many requests, please try again in a moment',
  status: 429,
  code: 'common.tooMany',
  requestId: 'r-1',
});

test('a problem body is taken over whole, with how long to wait', async () => {
  const problem = await Problem.from(answer(told, { status: 429, headers: { 'retry-after': '7' } }));
  expect(problem).toMatchObject({
    code: 'common.tooMany',
    status: 429,
    title: 'Too many requests, please try again in a moment',
    requestId: 'r-1',
    retryAfterMs: 7000,
    passing: false,
    errors: [],
    details: {},
  });
});

test.each([
  ["a proxy's own page", answer('<h1>502 Bad Gateway</h1>', { status: 502 })],
  ['JSON that is no problem', answer('{"error":"down"}', { status: 502 })],
  ['nothing', answer('', { status: 502 })],
])('%s is a server that could not be reached', async (_, response) => {
  expect(await Problem.from(response)).toMatchObject({
    code: 'client.unreachable',
    status: 502,
    passing: true,
  });
});

test('what passes by itself is told from what does not', () => {
  expect(Problem.local('client.timeout').passing).toBe(true);
  expect(new Problem({ code: 'common.unavailable', status: 503 }).passing).toBe(true);
  expect(new Problem({ code: 'lobby.notWaiting', status: 409 }).passing).toBe(false);
});
