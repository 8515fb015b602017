import { readFileSync, mkdirSync, existsSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { unprivilegedAccount } from '../src/machine/accounts.ts';
import { canEnter, makeDataDir } from '../src/machine/folders.ts';
import { ensureSecrets } from '../src/machine/secrets.ts';
import { removeStaleLock } from '../src/postgres/stale-lock.ts';
import { type Backbone, startBackbone } from '../src/system/backbone.ts';
import { tempFolder } from './temp.ts';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

const account = unprivilegedAccount();
const asRoot = account ? test : test.skip;

describe('The embedded PostgreSQL', () => {
  const folder = tempFolder();
  const dataDir = join(folder, 'data');
  let backbone: Backbone;

  beforeAll(async () => {
    backbone = await startBackbone({ dataDir, natsUrl: 'nats://unused' });
  });
  afterAll(() => backbone.stop());

  asRoot('runs unprivileged when we are root', () => {
    const status = readFileSync(`/proc/${backbone.supervisor.process('postgres').pid}/status`, 'utf8');
    expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).toBe(String(account?.uid));
  });

  test('knows Vietnamese letters and UTC', async () => {
    expect(await ask(backbone.databaseUrl, `select upper('điểm cầu')`)).toEqual(['ĐIỂM CẦU']);
    expect(await ask(backbone.databaseUrl, 'show timezone')).toEqual(['UTC']);
  });

  test('asks for its password', async () => {
    const url = Object.assign(new URL(backbone.databaseUrl), { password: 'guess' }).href;
    await expect(ask(url, 'select 1')).rejects.toThrow('password authentication failed');
  });

  test('survives kill -9 with its data, on the same port', async () => {
    await ask(backbone.databaseUrl, 'create table kept as select 42 as answer');
    await backbone.supervisor.kill('postgres', 'SIGKILL');
    await backbone.whenReady('postgres');
    expect(await ask(backbone.databaseUrl, 'select answer from kept')).toEqual([42]);
  });

  test('comes back with its data at the next start', async () => {
    await backbone.stop();
    backbone = await startBackbone({ dataDir, natsUrl: 'nats://unused' });
    expect(await ask(backbone.databaseUrl, 'select answer from kept')).toEqual([42]);
  });

  test('is not kept from starting by a lock whose pid belongs to somebody else now', () => {
    const cluster = join(folder, 'cluster');
    mkdirSync(cluster);
    writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n`);
    removeStaleLock(cluster);
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
  });

  asRoot('keeps its data elsewhere when its account cannot reach the data folder', async () => {
    const secret = join(folder, 'root-only');
    mkdirSync(secret, { mode: 0o700 });
    const hidden = join(secret, 'checkout', 'data');
    const other = await startBackbone({ dataDir: hidden, natsUrl: 'nats://unused' });
    const home = realpathSync(join(hidden, 'postgres'));
    try {
      expect(await ask(other.databaseUrl, 'select 1')).toEqual([1]);
      expect(account && canEnter(account, hidden)).toBe(false);
      expect(home).toMatch(/^\/var\/lib\/diemcau\/postgres-/);
      expect(statSync(home).uid).toBe(account?.uid);
    } finally {
      await other.stop();
      rmSync(home, { recursive: true });
    }
  });
});

describe('A database for throw-away data', () => {
  const folder = tempFolder();

  test('is a copy of one that was made once, asks for its password, and knows nothing of the other copies', async () => {
    const started = await Promise.all(
      ['one', 'other'].map((name) =>
        startBackbone({ dataDir: join(folder, name), natsUrl: 'nats://unused', durable: false }),
      ),
    );
    const [one = '', other = ''] = started.map(({ databaseUrl }) => databaseUrl);
    try {
      const systemOf = 'select system_identifier::text from pg_control_system()';
      expect(await ask(one, systemOf)).toEqual(await ask(other, systemOf));
      await ask(one, 'create table kept as select 42 as answer');
      await expect(ask(other, 'select answer from kept')).rejects.toThrow('does not exist');
      const guessed = Object.assign(new URL(one), { password: 'guess' }).href;
      await expect(ask(guessed, 'select 1')).rejects.toThrow('password authentication failed');
    } finally {
      await Promise.all(started.map((backbone) => backbone.stop()));
    }
  });

  test('keeps the password that its folder has already', async () => {
    const dataDir = join(folder, 'known');
    makeDataDir(dataDir);
    const { databasePassword } = ensureSecrets(dataDir);
    const backbone = await startBackbone({ dataDir, natsUrl: 'nats://unused', durable: false });
    try {
      expect(new URL(backbone.databaseUrl).password).toBe(databasePassword);
      expect(await ask(backbone.databaseUrl, 'select 1')).toEqual([1]);
    } finally {
      await backbone.stop();
    }
  });
});
