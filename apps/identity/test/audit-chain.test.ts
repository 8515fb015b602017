import type { RunningService } from '@diemcau/service/serve';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { AnchorJob } from '../src/audit/anchor.job.js';
import { AuditService } from '../src/audit/audit.service.js';
import { SealerService } from '../src/audit/sealer.service.js';
import type { Anchor, Finding } from '../src/audit/verify/findings.js';
import { verifyAudit } from '../src/audit/verify/verify.js';
import { IdentityModule } from '../src/identity.module.js';
import { service, startIdentity } from './identity.js';

let bed: TestBed;
beforeAll(async () => {
  ({ bed } = await startIdentity());
});
afterAll(() => bed.stop());
beforeEach(() =>
  tamper(
    `TRUNCATE identity.audit_entries, identity.audit_chain, identity.audit_anchors, identity.audit_unsealed
     RESTART IDENTITY`,
  ),
);

const note = (action: string) => ({
  action,
  unitId: null,
  object: { kind: 'test', id: action },
  after: { soLuong: 1.5, ten: 'Mẫu' },
});

async function record(...names: string[]): Promise<void> {
  for (const action of names) {
    await bed
      .part(DataSource)
      .transaction((manager) => bed.part(AuditService).record(manager, service, note(action)));
  }
}

const sealed = () =>
  bed.sql<{ action: string; position: string }>(
    `SELECT action, position FROM identity.audit_chain JOIN identity.audit_entries entry ON entry.id = entry_id
   ORDER BY position`,
  );
const whenSealed = (count: number) => eventually(sealed, (rows) => rows.length === count);
const verify = (...noted: Anchor[]) => verifyAudit(bed.part(DataSource), noted);
const findings = async (...noted: Anchor[]): Promise<readonly Finding[]> => (await verify(...noted)).findings;

/** As somebody who rules the database and covers the tracks in it. */
async function tamper(...statements: string[]): Promise<void> {
  const tables = ['audit_entries', 'audit_chain', 'audit_anchors'];
  const triggers = (state: string) =>
    tables.map((table) => bed.sql(`ALTER TABLE identity.${table} ${state} TRIGGER USER`));
  await Promise.all(triggers('DISABLE'));
  for (const statement of statements) await bed.sql(statement);
  await Promise.all(triggers('ENABLE'));
}

test('entries are sealed by themselves, and the log is found to be whole', async () => {
  await record('một', 'hai', 'ba');
  await whenSealed(3);
  const { entries, head, findings: found } = await verify();
  expect([entries, head.position, found]).toEqual([3, 3, []]);
});

test('an entry that commits late is neither passed over nor breaks the chain', async () => {
  const slow = bed.part(DataSource).createQueryRunner();
  await slow.startTransaction();
  await bed.part(AuditService).record(slow.manager, service, note('chậm'));
  await record('nhanh');
  await whenSealed(1);
  await slow.commitTransaction();
  await slow.release();
  expect((await whenSealed(2)).map(({ action }) => action)).toEqual(['nhanh', 'chậm']);
  expect(await findings()).toEqual([]);
});

test('what is rolled back is never sealed', async () => {
  const work = bed.part(DataSource).transaction(async (manager) => {
    await bed.part(AuditService).record(manager, service, note('bỏ'));
    throw new Error('thôi');
  });
  await expect(work).rejects.toThrow('thôi');
  await record('giữ');
  expect((await whenSealed(1)).map(({ action }) => action)).toEqual(['giữ']);
  expect(await findings()).toEqual([]);
});

test('three replicas that seal at once make one chain, while twenty write', async () => {
  const replicas: RunningService[] = [];
  for (let i = 0; i < 2; i += 1) replicas.push(await bed.serve(IdentityModule, { name: 'identity' }));
  const sealers = replicas.map(({ app }) => app.get(SealerService));
  const writers = Array.from({ length: 20 }, (_, w) =>
    record(...Array.from({ length: 10 }, (_x, i) => `w${w}.${i}`)),
  );
  const sealing = Array.from({ length: 30 }, () => Promise.all(sealers.map((sealer) => sealer.seal())));
  await Promise.all([...writers, ...sealing]);
  const rows = await whenSealed(200);
  expect(rows.map(({ position }) => Number(position))).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  expect(await findings()).toEqual([]);
});

test.each(['action', 'actor_id', 'object_id', 'address', 'request_id'])(
  'a changed %s is found where it is, and nothing else is blamed',
  async (column) => {
    await record('một', 'hai', 'ba');
    await whenSealed(3);
    await tamper(`UPDATE identity.audit_entries SET ${column} = 'khác' WHERE action = 'hai'`);
    expect(await findings()).toMatchObject([{ kind: 'changed', position: 2 }]);
  },
);

test('a changed time, unit or value inside before or after is found', async () => {
  await record('một', 'hai', 'ba');
  await whenSealed(3);
  await tamper(
    `UPDATE identity.audit_entries SET at = at + interval '1 ms' WHERE action = 'một'`,
    `UPDATE identity.audit_entries SET after = jsonb_set(after, '{soLuong}', '1.6') WHERE action = 'hai'`,
    `UPDATE identity.audit_entries SET unit_id = gen_random_uuid() WHERE action = 'ba'`,
  );
  expect(await findings()).toMatchObject([1, 2, 3].map((position) => ({ kind: 'changed', position })));
});

test('a deleted entry is found, also when its link was deleted with it', async () => {
  await record('một', 'hai', 'ba', 'bốn');
  await whenSealed(4);
  await tamper(`DELETE FROM identity.audit_entries WHERE action = 'hai'`);
  expect(await findings()).toMatchObject([{ kind: 'deleted', position: 2 }]);
  await tamper('DELETE FROM identity.audit_chain WHERE position = 2');
  expect(await findings()).toMatchObject([
    { kind: 'gap', from: 2, to: 2 },
    { kind: 'changed', position: 3 },
  ]);
});

test('an entry put in behind the sealer is found', async () => {
  await record('một');
  await whenSealed(1);
  await tamper(
    `INSERT INTO identity.audit_entries (at, actor_kind, action, object_kind, object_id)
     VALUES (now() - interval '1 day', 'user', 'chen.vào', 'test', '1')`,
  );
  expect(await findings()).toMatchObject([{ kind: 'unsealed' }]);
});

test('an entry put in through the front door and dated back a month is found', async () => {
  await record('một');
  await whenSealed(1);
  await bed.sql(
    `INSERT INTO identity.audit_entries (at, actor_kind, action, object_kind, object_id)
     VALUES (now() - interval '1 month', 'user', 'lùi.ngày', 'test', '1')`,
  );
  await whenSealed(2);
  expect(await findings()).toMatchObject([{ kind: 'backdated', position: 2 }]);
});

test('entries that changed places are found', async () => {
  await record('một', 'hai', 'ba');
  await whenSealed(3);
  await tamper(
    'UPDATE identity.audit_chain SET position = 100 WHERE position = 2',
    'UPDATE identity.audit_chain SET position = 2 WHERE position = 3',
    'UPDATE identity.audit_chain SET position = 3 WHERE position = 100',
  );
  expect(await findings()).toMatchObject([
    { kind: 'changed', position: 2 },
    { kind: 'changed', position: 3 },
  ]);
});

describe('an end that was written anew', () => {
  /** The last two entries are replaced and sealed again by the right rules. */
  async function replaceEnd(): Promise<void> {
    await tamper(
      'DELETE FROM identity.audit_entries WHERE sequence > 2',
      'DELETE FROM identity.audit_chain WHERE position > 2',
    );
    await record('ba giả', 'bốn giả');
    await whenSealed(4);
  }

  test('is found by the heads that the system itself notes', async () => {
    await record('một', 'hai', 'ba', 'bốn');
    await whenSealed(4);
    await bed.part(AnchorJob).anchor();
    await replaceEnd();
    expect(await findings()).toMatchObject([{ kind: 'replaced', position: 4 }]);
  });

  test('is found by a head that was noted outside, when the ones inside were forged as well', async () => {
    await record('một', 'hai', 'ba', 'bốn');
    await whenSealed(4);
    await bed.part(AnchorJob).anchor();
    const { head } = await verify();
    await replaceEnd();
    await tamper('DELETE FROM identity.audit_anchors');
    await bed.part(AnchorJob).anchor();
    expect(await findings()).toEqual([]);
    expect(await findings(head)).toMatchObject([{ kind: 'replaced', position: 4 }]);
  });

  test('is found when it was cut off and nothing put in its place', async () => {
    await record('một', 'hai', 'ba', 'bốn');
    await whenSealed(4);
    const { head } = await verify();
    await tamper(
      'DELETE FROM identity.audit_entries WHERE sequence > 2',
      'DELETE FROM identity.audit_chain WHERE position > 2',
    );
    expect(await findings(head)).toMatchObject([{ kind: 'cutOff', position: 4, end: 2 }]);
  });
});

test('the program says where, and its exit code is 1 when the log is not whole', async () => {
  await record('một', 'hai');
  await whenSealed(2);
  const { head } = await verify();
  const program = join(import.meta.dirname, '../dist/audit/verify/verify.main.js');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: process.env });
  const whole = run(`${head.position}:${head.hash}`);
  expect([whole.status, whole.stderr, whole.stdout]).toEqual([
    0,
    '',
    expect.stringContaining(`${head.position}:${head.hash}`),
  ]);
  await tamper(`UPDATE identity.audit_entries SET action = 'khác' WHERE action = 'hai'`);
  const broken = run();
  expect([broken.status, broken.stdout]).toEqual([1, expect.stringContaining('vị trí 2')]);
  expect(run('7:abc').status).toBe(1);
  const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const { status, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8', env });
  expect([status, stderr]).toEqual([1, expect.stringContaining('The database cannot be reached')]);
});
