import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { EdgeBed } from './edge-bed.js';

let bed: EdgeBed;
let admin: string;
let unitId: string;

beforeAll(async () => {
  bed = await EdgeBed.start({ services: ['identity', 'gateway'] });
  admin = await bed.as('departmentAdmin');
  unitId = (JSON.parse((await send('GET', 'me')).text) as { unitId: string }).unitId;
}, 60_000);
afterAll(() => bed.stop());

const send = (
  method: string,
  path: string,
  { body, key, token = admin, headers = {} }: Partial<Sending> = {},
) =>
  bed.send(method, `/api/v1/${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
interface Sending {
  readonly body: unknown;
  readonly key: string;
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
}

const entry = (name: string) => ({
  unitId,
  name,
  phone: '0912 345 678',
  duties: 'Vận hành',
  since: '2026-09-01',
});
const add = (name: string, key: string, token = admin) =>
  send('POST', 'roster', { body: entry(name), key, token });
const idOf = ({ text }: { text: string }) => (JSON.parse(text) as { id: string }).id;
async function namesakes(name: string): Promise<number> {
  const { text } = await send('GET', `roster?q=${encodeURIComponent(name)}&limit=100`);
  return (JSON.parse(text) as { items: unknown[] }).items.length;
}

describe('a write with an Idempotency-Key', () => {
  test('is done once, and answered the second time as the first', async () => {
    const key = randomUUID();
    const first = await add('Lê Một Lần', key);
    const again = await add('Lê Một Lần', key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(again.type).toBe(first.type);
    expect(await namesakes('Lê Một Lần')).toBe(1);
  });

  test('sent ten times at once is done once; who comes too early is told so', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => add('Lê Mười Lần', key)));
    const done = answers.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(idOf)).size).toBe(1);
    for (const { problem, status } of answers.filter((answer) => !done.includes(answer)))
      expect([status, problem.code]).toEqual([409, 'idempotency.underWay']);
    expect(await namesakes('Lê Mười Lần')).toBe(1);
  });

  test('that answers nothing is answered with nothing again', async () => {
    const id = idOf(await add('Lê Bị Xoá', randomUUID()));
    const key = randomUUID();
    const [first, again] = [
      await send('DELETE', `roster/${id}`, { key }),
      await send('DELETE', `roster/${id}`, { key }),
    ];
    expect([first.status, again.status, again.text]).toEqual([204, 204, '']);
    expect((await send('DELETE', `roster/${id}`, { key: randomUUID() })).status).toBe(404);
  });

  test('that was refused is judged anew', async () => {
    const key = randomUUID();
    const wrong = await send('POST', 'roster', { body: { ...entry('Lê Sửa Lại'), phone: 'x' }, key });
    expect(wrong.status).toBe(400);
    expect((await add('Lê Sửa Lại', key)).status).toBe(201);
  });

  test('does not lend its key to another request', async () => {
    const key = randomUUID();
    await add('Lê Khoá Cũ', key);
    const other = await add('Lê Khoá Mới', key);
    expect([other.status, other.problem.code]).toEqual([422, 'idempotency.keyReused']);
    expect(await namesakes('Lê Khoá Mới')).toBe(0);
  });

  test('never gives one person what another was answered', async () => {
    const key = randomUUID();
    await add('Lê Của Người Khác', key);
    const other = await add('Lê Của Người Khác', key, await bed.as('teacher'));
    expect(other.status).toBe(403);
    expect((await add('Lê Của Người Khác', key)).headers.get('idempotent-replayed')).toBe('true');
  });

  test.each([
    ['is empty', ''],
    ['has spaces', 'a b'],
    ['is longer than 200 characters', 'k'.repeat(201)],
  ])('whose key %s is refused', async (_, key) => {
    const { status, problem } = await add('Lê Khoá Hỏng', key);
    expect([status, problem.code]).toEqual([400, 'idempotency.keyInvalid']);
  });

  test('is never done twice, also when the service dies over it at any moment', async () => {
    for (const delayMs of [2, 10, 20]) {
      const [key, name] = [randomUUID(), `Lê Giữa Chừng ${delayMs}`];
      const sending = add(name, key);
      await sleep(delayMs);
      await bed.system.kill('identity', 'SIGKILL');
      const answers = [await sending];
      await whenBack();
      answers.push(await add(name, key), await add(name, key));
      const done = answers.filter(({ status }) => status === 201);
      expect(new Set(done.map(idOf)).size).toBeLessThanOrEqual(1);
      for (const { status, problem } of answers.filter((answer) => !done.includes(answer)))
        expect(['common.unavailable', 'idempotency.underWay', status]).toContain(problem.code);
      const made = await namesakes(name);
      expect(made).toBeLessThanOrEqual(1);
      if (done.length > 0) expect(made).toBe(1);
    }
  }, 120_000);
});

describe('If-Match', () => {
  const patch = (id: string, body: object, ifMatch: string) =>
    send('PATCH', `roster/${id}`, { body, headers: { 'if-match': ifMatch } });

  test('says which version was read: who was slower hears 412', async () => {
    const made = await add('Lê Phiên Bản', randomUUID());
    const tag = made.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"\d+"$/);
    const first = await patch(idOf(made), { duties: 'Phụ trách chính' }, tag);
    expect(first.status).toBe(200);
    expect(first.headers.get('etag')).not.toBe(tag);
    expect((await patch(idOf(made), { duties: 'Phụ trách phụ' }, tag)).status).toBe(412);
  });

  test('is refused where it says another version than the body, is none, or nothing is compared', async () => {
    const made = await add('Lê Thẻ Sai', randomUUID());
    expect((await patch(idOf(made), { version: 1, duties: 'x' }, '"2"')).problem.code).toBe('common.invalid');
    expect((await patch(idOf(made), { duties: 'x' }, 'one')).problem.code).toBe('common.ifMatchUnknown');
    const { problem } = await send('POST', 'roster', {
      body: entry('Lê So Với Gì'),
      headers: { 'if-match': '"1"' },
    });
    expect(problem.code).toBe('common.ifMatchUnknown');
  });
});

async function whenBack(): Promise<void> {
  while ((await send('GET', 'roster?limit=1')).status !== 200) await sleep(100);
}
