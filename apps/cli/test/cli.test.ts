import type { ImportKindList, ImportView } from '@diemcau/contracts/identity/imports';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, dir, login, standCli, system, unitCode } from './cli-bed.js';

standCli(['identity', 'gateway']);

/** Of the department's admin. */
let key: string;

beforeAll(async () => {
  // As much as those hold whose accounts it keeps (I4), and no more.
  const scopes = `units.read,users.read,users.write,users.import,users.secrets,roster.read,rooms.enter,grants.read,grants.give,
    audit.read,health.read,sites.read,meetings.read`;
  const made = await cli(['keys', 'make', 'Kịch bản', '--unit', unitCode, '--scopes', scopes, '--json']);
  key = (JSON.parse(made.out) as { secret: string }).secret;
});
const withKey = (...args: string[]) => cli(args, { DIEMCAU_KEY: key });

test('help is there in both languages, for every command', async () => {
  const english = await cli(['--help']);
  const vietnamese = await cli(['keys', 'make', '--help'], { LANG: 'vi_VN.UTF-8' });
  expect([english.code, vietnamese.code]).toEqual([0, 0]);
  expect(english.out).toContain('Exit codes');
  expect(vietnamese.out).toContain('Cách dùng:');
  // Which scopes there are.
  expect(vietnamese.out).toContain('units.read');
});

test('a key shows units and people as tables, and whole for scripts', async () => {
  const units = await withKey('units', 'list', '-n', '3');
  expect(units.out.split('\n')[0]).toMatch(/^Code +Name +Type +State +Id$/);
  const people = await withKey('people', 'list', '--json', '-n', '250');
  const { items } = JSON.parse(people.out) as { items: { userName: string }[] };
  expect(items.length).toBeGreaterThan(10);
  const one = await withKey('people', 'show', items[0]?.userName ?? '');
  expect(one.out).toContain(items[0]?.userName);
  const unit = await withKey('units', 'show', unitCode);
  expect(unit.code).toBe(0);
});

test('somebody is locked and let in again, with a reason', async () => {
  const userName = system.demo?.accounts.find(({ role }) => role === 'attendee')?.userName ?? '';
  expect((await withKey('people', 'lock', userName)).code).toBe(2);
  expect((await withKey('people', 'lock', userName, '--reason', 'Thử')).out).toContain('locked');
  expect((await login('attendee')).code).toBe(4);
  expect((await withKey('people', 'unlock', userName, '--reason', 'Thử')).out).toContain('active');
  const slips = await withKey('people', 'secrets', userName, '--yes', '--json');
  const { items } = JSON.parse(slips.out) as { items: { secret: string }[] };
  expect(items[0]?.secret).toMatch(/^[a-z0-9-]{14}$/);
});

test('a role is given to somebody, seen, and taken back', async () => {
  const userName = system.demo?.accounts.find(({ role }) => role === 'teacher')?.userName ?? '';
  const given = await withKey('grants', 'give', userName, 'attendee', '--unit', unitCode, '--to', '30d');
  expect([given.code, given.err]).toEqual([0, '']);
  const listed = await withKey('grants', 'list', '--person', userName, '--role', 'attendee', '--json');
  const { items } = JSON.parse(listed.out) as { items: { id: string }[] };
  expect((await withKey('grants', 'revoke', items[0]?.id ?? '', '--yes')).code).toBe(0);
});

test('the log is searched, exported, and found as it was, until somebody changes the copy', async () => {
  expect((await withKey('audit', 'search', '--action', 'users')).out).toContain('users.');
  const file = join(dir, 'audit.jsonl');
  const filter = ['--action', 'users'];
  expect((await withKey('audit', 'export', '-o', file, ...filter)).code).toBe(0);
  expect((await withKey('audit', 'verify', file)).code).toBe(0);
  writeFileSync(file, readFileSync(file, 'utf8').replace('users.lock', 'users.look'));
  expect((await withKey('audit', 'verify', file)).code).toBe(9);
});

test('a spreadsheet is tried, written, and its faulty rows come back', async () => {
  const response = await fetch(`${system.url}/api/v1/import-kinds`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { items } = (await response.json()) as ImportKindList;
  const fields = items.find(({ kind }) => kind === 'staff')?.fields ?? [];
  const good = fields.map(({ name, example }) =>
    name === 'unit' || name === 'unitCode' ? unitCode : example,
  );
  const bad = fields.map(({ required, example }) => (required ? '' : example));
  const csv = [fields.map(({ title }) => title.vi), good, bad].map((cells) => cells.join(';')).join('\n');
  const file = join(dir, 'can-bo.csv');
  writeFileSync(file, csv);

  const started = await withKey('import', 'start', file, '--kind', 'staff', '--write', '--json');
  expect(started.err).toBe('');
  const { id, state, counts } = JSON.parse(started.out) as ImportView;
  expect([state, counts.create, counts.error]).toEqual(['done', 1, 1]);
  expect((await withKey('import', 'status', id)).out).toContain('done');
  expect((await withKey('import', 'errors', id)).out.split('\n').length).toBeGreaterThan(1);
  const slips = join(dir, 'phieu.pdf');
  expect((await withKey('import', 'slips', id, '-o', slips)).code).toBe(0);
  expect(readFileSync(slips, 'latin1').slice(0, 5)).toBe('%PDF-');
});

test('a key is listed and revoked, and then worth nothing', async () => {
  await login('departmentAdmin');
  const made = await cli(['keys', 'make', 'Kẻ tạm', '--unit', unitCode, '--scopes', 'units.read']);
  // As `$(diemcau keys make …)` takes it: the key alone.
  const secret = made.out.trimEnd();
  expect([secret, made.err]).toEqual([
    expect.stringMatching(/^dck_\S+$/),
    expect.stringContaining('Keep it'),
  ]);
  expect((await cli(['units', 'list'], { DIEMCAU_KEY: secret })).code).toBe(0);
  const listed = await cli(['keys', 'list', '--json']);
  const { items } = JSON.parse(listed.out) as { items: { id: string; name: string }[] };
  const id = items.find(({ name }) => name === 'Kẻ tạm')?.id ?? '';
  expect((await cli(['keys', 'revoke', id, '--yes'])).out).toContain('Kẻ tạm');
  const deadline = Date.now() + 5000;
  let code = 0;
  while (code !== 3 && Date.now() < deadline) {
    ({ code } = await cli(['units', 'list'], { DIEMCAU_KEY: secret }));
  }
  expect(code).toBe(3);
});

test('the system without its media nodes is not well', async () => {
  const { code, err } = await withKey('health');
  expect([code, err]).toEqual([9, expect.stringContaining('media')]);
});

describe('what goes wrong has a code of its own', () => {
  test.each([
    ['a command that is none', ['unit'], 2],
    ['an option that is none', ['units', 'list', '--colour'], 2],
    ['a limit that is none', ['units', 'list', '-n', 'x'], 2],
    ['a unit that is none', ['units', 'show', 'khong-co'], 5],
    ['a grant that is none', ['grants', 'give', 'khong-co', 'teacher', '--unit', 'x'], 5],
    ['what the key may not', ['keys', 'list'], 4],
    ['a file that is none', ['units', 'event', '/khong/co.json'], 2],
  ])('%s', async (_, args, code) => {
    expect((await withKey(...args)).code).toBe(code);
  });

  test('nobody there, nobody signed in, a key that is none', async () => {
    const nowhere = { DIEMCAU_URL: 'http://127.0.0.1:1', DIEMCAU_KEY: key };
    const stranger = { HOME: join(dir, 'khac') };
    expect((await cli(['units', 'list'], nowhere)).code).toBe(8);
    expect((await cli(['units', 'list'], stranger)).code).toBe(3);
    expect((await cli(['units', 'list'], { DIEMCAU_KEY: 'dck_x' })).code).toBe(3);
  });

  test.each<[string, string[], NodeJS.ProcessEnv, number, string]>([
    [
      'a setting without a value',
      ['settings', 'set', 'sessionDays'],
      {},
      2,
      'Write name=value: "sessionDays".',
    ],
    [
      'a query without a value',
      ['api', 'GET', 'units', '--query', 'limit'],
      {},
      2,
      'Write name=value: "limit".',
    ],
    ['a fault of a field', ['api', 'GET', 'units', '--query', 'limit=9999'], {}, 7, 'limit: too large (max)'],
    [
      'a file that is no export',
      ['audit', 'verify', 'package.json'],
      {},
      7,
      '"package.json" is no export of the log',
    ],
    [
      'a file to send that is none',
      ['import', 'start', '/khong/co.csv', '--kind', 'staff'],
      {},
      2,
      '/khong/co.csv',
    ],
    [
      'a file of a kind that is not written',
      ['people', 'export', '-o', join(tmpdir(), 'nguoi.pdf')],
      {},
      2,
      '-o, --output <file>: The name of the file has to end in .xlsx or .csv.',
    ],
    ['a folder that is none', ['people', 'export', '-o', '/khong/co.csv'], {}, 2, '/khong/co.csv'],
    [
      'an address that is none',
      ['units', 'list'],
      { DIEMCAU_URL: 'hop.example' },
      2,
      'DIEMCAU_URL has to be',
    ],
    [
      'a key and what was copied along',
      ['units', 'list'],
      { DIEMCAU_KEY: 'dck_x\nHãy' },
      3,
      'DIEMCAU_KEY has to be',
    ],
  ])('%s, and is told', async (_, args, env, code, told) => {
    const ran = await cli(args, { DIEMCAU_KEY: key, ...env });
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(told)]);
  });

  test('scripts get the problem as JSON', async () => {
    const { err } = await withKey('keys', 'list', '--json');
    expect(JSON.parse(err)).toMatchObject({ code: 'common.notAllowed', status: 403 });
  });
});

test('signing out forgets the login', async () => {
  await login('teacher');
  expect((await cli(['logout'])).code).toBe(0);
  expect((await cli(['units', 'list'])).code).toBe(3);
});
