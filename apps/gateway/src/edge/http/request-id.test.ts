import { contextOf, requestIdOf } from './request-id.js';

const uuid = /^[0-9a-f-]{36}$/;
const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

test("a caller's own request id is kept when it is harmless", () => {
  expect(requestIdOf({ 'x-request-id': 'site-12.attempt_3' })).toBe('site-12.attempt_3');
});

test.each([['short'], ['x'.repeat(65)], ['line\nbreak-in-it'], ['"},{"level":"fatal'], ['nước mắm pha sẵn']])(
  'another one is given instead of %p',
  (given) => {
    expect(requestIdOf({ 'x-request-id': given })).toMatch(uuid);
  },
);

const asked = (headers: Record<string, string>) => ({ id: 'r-1', ip: '192.0.2.7', headers });
const known = { requestId: 'r-1', address: '192.0.2.7' };

test('a trace context is handed on as it came, and only when it is one', () => {
  expect(contextOf(asked({ traceparent: trace }))).toEqual({ ...known, traceparent: trace });
  expect(contextOf(asked({ traceparent: `${trace}; DROP` }))).toEqual(known);
});

test("the client's name is handed on in bounds and printable", () => {
  const { agent } = contextOf(asked({ 'user-agent': `Trình duyệt\r\n${'x'.repeat(400)}` }));
  expect(agent).toMatch(/^Trnh duyt?x+$/);
  expect(agent).toHaveLength(300);
});
