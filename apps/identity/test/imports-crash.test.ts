import { Failure } from '@diemcau/contracts/core/failure';
import type { UserCaller } from '@diemcau/contracts/core/caller';
import { ImportsClient, type ImportView } from '@diemcau/contracts/identity/imports';
import { studentXlsx } from '@diemcau/spreadsheets/testing/student-file';
import { eventually, TestBed } from '@diemcau/testing/service';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { IdentityModule } from '../src/identity.module.js';
import { accessTokenSecret, secretsKey, userCaller } from './identity.js';

const people = 3000;
const env = { ACCESS_TOKEN_SECRET: accessTokenSecret, SECRETS_KEY: secretsKey };

let bed: TestBed;
let first: ChildProcess;
let imports: ImportsClient;
let admin: UserCaller;

/** The built service in a process of its own, to be killed. */
const startProcess = (): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, '../dist/main.js')], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });

async function addAdmin(): Promise<UserCaller> {
  const [province, userId] = [randomUUID(), randomUUID()];
  await bed.sql(
    `INSERT INTO identity.units (id, type, code, name, search, state, valid_from)
     VALUES ($1, 'department', 'so', 'Sở Mẫu', 'so mau', 'active', '2020-01-01')`,
    [province],
  );
  await bed.sql(
    `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
     VALUES ($1, $2, 'school', 'thpt-a', 'Trường A', 'truong a', 'active', '2020-01-01')`,
    [randomUUID(), province],
  );
  await bed.sql(
    `INSERT INTO identity.users (id, user_name, password_hash, display_name, unit_id, state)
     VALUES ($1, 'quan-tri', 'x', 'Quản trị (mẫu)', $2, 'active')`,
    [userId, province],
  );
  await bed.sql(
    `INSERT INTO identity.role_grants (id, user_id, role, unit_id, subtree) VALUES ($1, $2, 'departmentAdmin', $3, true)`,
    [randomUUID(), userId, province],
  );
  return userCaller(userId, randomUUID(), [{ role: 'departmentAdmin', unitId: province, subtree: true }]);
}

beforeAll(async () => {
  bed = await TestBed.start({ durable: true });
  imports = bed.client(ImportsClient);
  first = startProcess();
  const answers = () =>
    imports.kinds({}, { kind: 'service', name: 'test' }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Failure) return false;
        throw error;
      },
    );
  await eventually(answers, (up) => up, 30_000);
  admin = await addAdmin();
}, 90_000);
afterAll(async () => {
  first.kill('SIGKILL');
  await bed.stop();
});

const view = (importId: string): Promise<ImportView> =>
  imports.find({ importId }, admin).catch((error: unknown) => {
    // Between two processes nobody answers.
    if (error instanceof Failure && error.kind.status === 503)
      return { state: 'uploaded', done: 0 } as ImportView;
    throw error;
  });

/** Sent in and looked through. */
async function readyImport(file: Buffer): Promise<string> {
  const { id: importId } = await imports.begin({ kind: 'students', fileName: 'danh-sach.xlsx' }, admin);
  await imports.addPart({ importId, sequence: 0, data: file.toString('base64') }, admin);
  await imports.complete({ importId, parts: 1, bytes: file.length }, admin);
  await eventually(
    () => view(importId),
    ({ state }) => state === 'ready',
    30_000,
  );
  return importId;
}

/** Started, and some people are written. */
async function underWay(file: Buffer): Promise<string> {
  const importId = await readyImport(file);
  await imports.start({ importId }, admin);
  await eventually(
    () => view(importId),
    ({ done }) => done > 0,
    30_000,
  );
  return importId;
}

test('an import goes on after kill -9, and writes every person exactly once', async () => {
  const file = await studentXlsx({ rows: people, schools: ['thpt-a'] });
  const importId = await underWay(file);
  first.kill('SIGKILL');
  await once(first, 'exit');
  const [cut] = await bed.sql<{ done: number; state: string }>('SELECT done, state FROM identity.imports');
  expect(cut).toMatchObject({ state: 'running' });
  const [{ made } = { made: 0 }] = await bed.sql<{ made: number }>(
    `SELECT count(*)::int AS made FROM identity.users WHERE kind = 'student'`,
  );
  expect(made).toBe(cut?.done);
  expect(made).toBeLessThan(people);

  Object.assign(process.env, env);
  await bed.serve(IdentityModule, { name: 'identity' });
  const done = await eventually(
    () => view(importId),
    ({ state }) => state === 'done',
    45_000,
  );
  expect(done).toMatchObject({ done: people, slips: people, counts: { create: people, error: 0 } });
  const [found] = await bed.sql(
    `SELECT count(*)::int AS people, count(DISTINCT code)::int AS codes, count(DISTINCT user_name)::int AS names,
            (SELECT count(*)::int FROM identity.class_members) AS enrolled,
            (SELECT count(*)::int FROM identity.role_grants WHERE role = 'student') AS grants,
            (SELECT count(*)::int FROM identity.audit_entries WHERE action = 'users.create') AS audited
     FROM identity.users WHERE kind = 'student'`,
  );
  expect(found).toEqual({
    people,
    codes: people,
    names: people,
    enrolled: people,
    grants: people,
    audited: people,
  });
}, 120_000);

test('two replicas, two imports of the same people at once: everybody is made once, nobody twice', async () => {
  await bed.serve(IdentityModule, { name: 'identity' });
  const file = await studentXlsx({ rows: 1500, schools: ['thpt-a'], prefix: 'R' });
  const [one, two] = [await readyImport(file), await readyImport(file)];
  await Promise.all([one, two].map((importId) => imports.start({ importId }, admin)));
  const ended = await Promise.all(
    [one, two].map((importId) =>
      eventually(
        () => view(importId),
        ({ state }) => state === 'done',
        60_000,
      ),
    ),
  );
  expect(ended.reduce((sum, { counts }) => sum + counts.create, 0)).toBe(1500);
  expect(ended.reduce((sum, { counts }) => sum + counts.error, 0)).toBe(0);
  const [found] = await bed.sql(
    `SELECT count(*)::int AS people, count(DISTINCT user_name)::int AS names FROM identity.users WHERE code LIKE 'R%'`,
  );
  expect(found).toEqual({ people: 1500, names: 1500 });
}, 150_000);

test('a run that is cancelled keeps what was written, and writes nothing more', async () => {
  const file = await studentXlsx({ rows: people, schools: ['thpt-a'], prefix: 'C' });
  const importId = await underWay(file);
  const cancelled = await imports.cancel({ importId }, admin);
  const made = async () =>
    (
      await bed.sql<{ made: number }>(`SELECT count(*)::int AS made FROM identity.users WHERE code LIKE 'C%'`)
    )[0];
  expect(cancelled).toMatchObject({ state: 'cancelled', slips: cancelled.done });
  expect(cancelled.done).toBeLessThan(people);
  expect(await made()).toEqual({ made: cancelled.done });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await made()).toEqual({ made: cancelled.done });
}, 120_000);
