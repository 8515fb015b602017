import { projectDir } from '@diemcau/infra/folders';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { EdgeBed } from './edge-bed.js';
import { until } from './until.js';

let bed: EdgeBed;
let admin: string;
beforeAll(async () => {
  bed = await EdgeBed.start();
  admin = await bed.as('departmentAdmin');
});
afterAll(() => bed.stop());

const get = (path: string, token = admin) =>
  bed.send('GET', `/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });
const post = (path: string, body: object, token = admin) =>
  bed.send('POST', `/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` }, body });

/** As the answer's own type says, whatever it is here. */
const bodyOf = <T>({ text }: { text: string }): T => JSON.parse(text) as T;

test('what is done over REST is in the log with the address it came from, and can be taken along', async () => {
  const { data: room } = await bed
    .rest()
    .GET('/api/v1/rooms/{slug}', { params: { path: { slug: bed.system.demo?.rooms[0]?.slug ?? '' } } });
  await bed.send('PUT', `/api/v1/rooms/${room?.id}/lock`, {
    headers: {
      authorization: `Bearer ${admin}`,
      'user-agent': 'thử nghiệm'.normalize('NFD').replace(/[^ -~]/g, ''),
    },
    body: { locked: true },
  });
  await until(async () => (await get('audit?action=rooms.lock')).text.includes(room?.id ?? ''));
  const lines = (await get('audit/export.jsonl?action=rooms')).text.trim().split('\n');
  expect(lines.map((line) => bodyOf<object>({ text: line }))).toMatchObject([
    {
      action: 'rooms.lock',
      objectId: room?.id,
      actorKind: 'user',
      address: expect.stringContaining('127.0.0.1'),
    },
  ]);
  const csv = await get('audit/export.csv?action=rooms');
  expect(csv.type).toContain('text/csv');
  expect(csv.text.trim().split('\r\n')).toHaveLength(2);
  const told = bodyOf<{ items: object[] }>(await get('audit?action=audit.export'));
  expect(told.items).toHaveLength(2);
});

test('a cursor in the address does not get around the entry about an export', async () => {
  const count = async () =>
    bodyOf<{ items: object[] }>(await get('audit?action=audit.export&limit=200')).items.length;
  const before = await count();
  const { nextCursor } = bodyOf<{ nextCursor: string | null }>(await get('audit?limit=1'));
  expect((await get(`audit/export.csv?cursor=${nextCursor}`)).status).toBe(200);
  expect(await count()).toBe(before + 1);
});

test('somebody gets everything about themselves, gathered from all services', async () => {
  const token = await bed.as('chair');
  const asked = bodyOf<{ id: string }>(await post('privacy/archives', {}, token));
  await until(
    async () => bodyOf<{ state: string }>(await get(`privacy/requests/${asked.id}`, token)).state === 'done',
    20_000,
  );
  const archive = bodyOf<{ kinds: Record<string, object> }>(
    await get(`privacy/requests/${asked.id}/archive.json`, token),
  );
  expect(archive.kinds).toMatchObject({ accounts: { records: [{ user_name: 'chu-toa' }, {}] } });
  const teacher = await bed.as('teacher');
  expect((await get(`privacy/requests/${asked.id}/archive.json`, teacher)).status).toBe(404);
});

test('npm run audit:verify checks the installation that runs', async () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(projectDir, 'infra/src/commands/audit-verify.ts'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, DIEMCAU_DATA: bed.system.dataDir, DATABASE_URL: '' },
    });
  await until(async () => bodyOf<{ unsealed: number }>(await get('audit/head')).unsealed === 0);
  const { position, hash } = bodyOf<{ position: number; hash: string }>(await get('audit/head'));
  const whole = run('--anchor', `${position}:${hash}`);
  expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining('✓')]);
  const other = run('--anchor', `${position}:${hash.replace(/^./, hash.startsWith('0') ? '1' : '0')}`);
  expect([other.status, other.stdout]).toEqual([1, expect.stringContaining(`${position}`)]);
});
