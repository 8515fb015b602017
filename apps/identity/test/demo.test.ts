import { anonymous } from '@diemcau/contracts/core/caller';
import { SessionsClient } from '@diemcau/contracts/identity/sessions';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import { openDatabase } from '@diemcau/service/database/database.module';
import type { TestBed } from '@diemcau/testing/service';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { identityDatabase } from '../src/database.js';
import { type SeededAccount, seed } from '../src/demo/seed.js';
import { service, startIdentity } from './identity.js';

const program = fileURLToPath(new URL('../dist/demo/seed.main.js', import.meta.url));
const run = (env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, [program], { env: { ...process.env, ...env } });

let bed: TestBed;

beforeAll(async () => {
  ({ bed } = await startIdentity());
});
afterAll(() => bed.stop());

test('demo data is refused in production', async () => {
  await expect(run({ NODE_ENV: 'production' })).rejects.toMatchObject({ code: 1, stdout: '' });
  await expect(bed.sql('SELECT 1 FROM identity.units')).resolves.toEqual([]);
});

describe('the demo province', () => {
  let accounts: SeededAccount[];

  test('is made once, also when two make it at the same moment', async () => {
    const runs = await Promise.all([run(), run()]);
    const results = runs.map(
      ({ stdout }) => JSON.parse(stdout) as { seeded: boolean; accounts?: SeededAccount[] },
    );
    expect(results.map(({ seeded }) => seeded).sort()).toEqual([false, true]);
    accounts = results.flatMap((result) => result.accounts ?? []);
    const { total } = await bed.client(UnitsClient).list({ type: 'districtOffice' }, service);
    expect(total).toBe(27);
  });

  test('has accounts that sign in with the password printed once', async () => {
    const sessions = bed.client(SessionsClient);
    for (const { userName, password, role, displayName } of accounts) {
      const { tokens } = await sessions.signIn({ userName, password }, anonymous);
      expect(tokens?.user).toMatchObject({ userName, displayName, grants: [{ role, subtree: true }] });
    }
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
  });

  test('is never made over existing data', async () => {
    const database = await openDatabase(identityDatabase);
    await expect(seed(database)).resolves.toEqual({ seeded: false });
    await database.destroy();
  });
});
