import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Login } from '../src/access/login-file.js';
import { accountOf, cli, dir, done, login, restAs, standCli, system, unitCode } from './cli-bed.js';

standCli(['identity', 'gateway']);

const file = (): string => join(dir, '.config', 'diemcau', 'login.json');
const kept = (): Login => JSON.parse(readFileSync(file(), 'utf8')) as Login;
const keep = (changed: Partial<Login>): void =>
  writeFileSync(file(), JSON.stringify({ ...kept(), ...changed }));
const look = () => cli(['units', 'list', '-n', '1']);
/** Revocations reach the gateway within five seconds (I6). */
async function untilRefused(token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  while ((await fetch(`${system.url}/api/v1/units?limit=1`, { headers })).status !== 401);
}

test('a login is kept for its owner alone, also once it was renewed', async () => {
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  keep({ renewAtMs: 0 });
  expect((await look()).code).toBe(0);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test('a hundred commands in a row do not renew it once', async () => {
  const before = kept();
  for (let i = 0; i < 100; i++) expect(await look()).toMatchObject({ code: 0, err: '' });
  expect(kept()).toEqual(before);
});

describe('a login is renewed', () => {
  test.each<[string, () => Partial<Login>]>([
    ['when its access token is about to end', () => ({ renewAtMs: Date.now() })],
    ['when an earlier version kept none', () => ({ accessToken: undefined, renewAtMs: undefined })],
    ['when the access token is refused', () => ({ accessToken: `${kept().accessToken}x` })],
  ])('%s, and the command does its work', async (_, changed) => {
    const before = kept();
    keep(changed());
    expect(await look()).toMatchObject({ code: 0, err: '' });
    expect(kept().refreshToken).not.toBe(before.refreshToken);
    expect(kept().renewAtMs).toBeGreaterThan(Date.now());
  });

  test('when rights changed meanwhile: a file that is sent is sent again, and two commands at once go on', async () => {
    const { id } = await done<{ id: string }>('people', 'show', accountOf('departmentAdmin').userName);
    const rest = await restAs('departmentAdmin');
    const { data: unit } = await rest.GET('/api/v1/units', { params: { query: { limit: 1, q: unitCode } } });
    const unitId = unit?.items[0]?.id ?? '';
    const before = kept();
    await rest.POST('/api/v1/grants', { body: { userId: id, unitId, role: 'leader', subtree: true } });
    await untilRefused(before.accessToken ?? '');
    const csv = join(dir, 'can-bo.csv');
    writeFileSync(csv, `Mã cán bộ;Họ và tên;Mã đơn vị\nCB-LOGIN;Nguyễn Thị Mẫu;${unitCode}\n`);
    const start = ['import', 'start', csv, '--kind', 'staff', '--json'];
    const [sent, seen] = await Promise.all([cli(start), look()]);
    expect([sent.code, sent.err, seen.code, seen.err]).toEqual([0, '', 0, '']);
    expect(JSON.parse(sent.out)).toMatchObject({ counts: { create: 1 } });
    expect(kept().refreshToken).not.toBe(before.refreshToken);
  });
});

test('a login that was ended elsewhere is told, and forgotten', async () => {
  const { userName } = accountOf('departmentAdmin');
  const { accessToken = '' } = kept();
  await done('sessions', 'end', userName, '--yes');
  await untilRefused(accessToken);
  expect((await look()).code).toBe(3);
  expect(() => kept()).toThrow('ENOENT');
  expect((await login('departmentAdmin')).code).toBe(0);
});
