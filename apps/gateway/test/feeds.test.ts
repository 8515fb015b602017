import { randomUUID } from 'node:crypto';
import { apiPrefix } from '../src/edge/http/route.js';
import { EdgeBed } from './edge-bed.js';

let bed: EdgeBed;
beforeAll(async () => {
  bed = await EdgeBed.start();
});
afterAll(() => bed.stop());

const at = (token: string): string => `${bed.url}/${apiPrefix}/feeds/${token}.ics`;

async function made(): Promise<string> {
  const response = await fetch(`${bed.url}/${apiPrefix}/feeds`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await bed.as('chair')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Điện thoại' }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}

test('a calendar is read by its address alone, as text/calendar, and not again while it is the same', async () => {
  const token = await made();
  const first = await fetch(at(token));
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(first.headers.get('cache-control')).toBe('private, max-age=300');
  expect(await first.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const etag = first.headers.get('etag') ?? '';
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
    const again = await fetch(at(token), { headers: { 'if-none-match': known } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  }
  expect((await fetch(at(token), { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
});

test.each([randomUUID(), 'x'.repeat(200), '%00', 'a.b', '..%2F..'])(
  'at another address there is none: %s',
  async (token) => {
    const { status, headers } = await fetch(at(token));
    expect([400, 404]).toContain(status);
    expect(headers.get('content-type')).toMatch(/json/);
  },
);
