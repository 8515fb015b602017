import { join } from 'node:path';
import { Client } from 'pg';
import { unprivilegedAccount } from '../machine/accounts.ts';
import { makeDataDir } from '../machine/folders.ts';
import { freePort, LOOPBACK } from '../machine/ports.ts';
import type { ProcessSpec } from '../processes/managed-process.ts';
import { postgresBinaries } from './binaries.ts';
import { ensureCluster, SUPERUSER } from './cluster.ts';
import { removeStaleLock } from './stale-lock.ts';

const DATABASE = 'diemcau';

export interface PostgresOptions {
  /** The cluster lies in its folder `postgres`. */
  dataDir: string;
  password: string;
  /** TCP port on 127.0.0.1. Default: a free one. */
  port?: number;
  /** False for throw-away data: no fsync, about twice as fast, still survives kill -9 of the server. Default true. */
  durable?: boolean;
  /** Copied when there is no cluster yet; its password has to be the one above. */
  template?: string | undefined;
}

export interface Postgres {
  url: string;
  spec: ProcessSpec;
}

/** Everything needed to run the embedded PostgreSQL; the cluster is made when there is none yet (1–2 s). */
export async function preparePostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir, password, durable = true, template } = options;
  makeDataDir(dataDir);
  const account = unprivilegedAccount();
  const binaries = postgresBinaries(account);
  const cluster = ensureCluster({ dataDir, password, binaries, account, durable, template });
  removeStaleLock(cluster);
  const port = options.port ?? (await freePort());
  return {
    url: databaseUrlAt(port, password),
    spec: {
      name: 'postgres',
      command: join(binaries, 'bin', 'postgres'),
      args: ['-D', cluster, ...settings(port, durable)],
      cwd: cluster,
      account,
      // Smart shutdown (SIGTERM) would wait for the last client to leave.
      stopSignal: 'SIGINT',
      orphanSignal: 'SIGINT',
      graceMs: 20_000,
    },
  };
}

/** Of the product's database on this machine. */
export const databaseUrlAt = (port: number, password: string): string =>
  `postgres://${SUPERUSER}:${password}@${LOOPBACK}:${port}/${DATABASE}`;

function settings(port: number, durable: boolean): string[] {
  const wanted = {
    listen_addresses: LOOPBACK,
    port: String(port),
    unix_socket_directories: '',
    max_connections: '300',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Makes the product's database on the first start. The server must answer already. */
export async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl(url) });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Whether the server accepts connections and answers a query, whatever databases it has. */
export async function postgresAnswers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: maintenanceUrl(url), connectionTimeoutMillis: 1000 });
  // A server that dies while we talk to it emits an error of its own.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function maintenanceUrl(url: string): string {
  return Object.assign(new URL(url), { pathname: '/postgres' }).href;
}
