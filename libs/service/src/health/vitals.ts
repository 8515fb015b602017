import type { Dependency, ReplicaHealth } from '@diemcau/contracts/core/health';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DataSource } from 'typeorm';
import type { Nats } from '../bus/nats.js';

/** What hangs must not keep the answer from being in time, in ms. */
const patienceMs = 300;
/** The worst lateness is that of this long a time, in ms. */
const windowMs = 10_000;

export interface Standing {
  readonly service: string;
  readonly nats: Nats;
  /** Absent in a service without a database. */
  readonly database?: DataSource;
}

/** How this process is. */
export class Vitals {
  private readonly replica = randomBytes(4).toString('hex');
  private readonly startedAt = new Date().toISOString();
  private readonly delay = monitorEventLoopDelay({ resolution: 100 });
  private readonly forgetting: NodeJS.Timeout;
  /** Of the time before the present one, so that a bad moment is still seen some seconds later. */
  private worstBeforeMs = 0;
  private draining = false;

  constructor(private readonly of: Standing) {
    this.delay.enable();
    this.forgetting = setInterval(() => {
      this.worstBeforeMs = this.delay.max / 1e6;
      this.delay.reset();
    }, windowMs).unref();
  }

  drain(): void {
    this.draining = true;
  }

  stop(): void {
    clearInterval(this.forgetting);
    this.delay.disable();
  }

  async look(): Promise<ReplicaHealth> {
    const { service, nats, database } = this.of;
    const [postgres, bus, outboxDepth, jobLagS] = await Promise.all([
      database ? timed(() => database.query('SELECT 1')) : null,
      timed(() => (nats.connected ? nats.connection.flush() : Promise.reject(new Error('not connected')))),
      database ? inTime(outboxOf(database)) : null,
      database ? inTime(jobLagOf(database, service)) : null,
    ]);
    return {
      service,
      replica: this.replica,
      version,
      startedAt: this.startedAt,
      draining: this.draining,
      postgres,
      nats: bus,
      eventLoopLagMs: this.lagMs(),
      rssBytes: process.memoryUsage.rss(),
      outboxDepth,
      jobLagS,
    };
  }

  /** The histogram holds the distance between two looks; what is beyond its resolution is lateness. */
  private lagMs(): number {
    const worst = Math.max(this.delay.max / 1e6, this.worstBeforeMs) - 100;
    return Math.max(0, Math.round(worst * 10) / 10);
  }
}

/** Of the product: all its packages have one. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

async function timed(check: () => Promise<unknown>): Promise<Dependency> {
  const startedAt = performance.now();
  const ok = await inTime(check().then(() => true));
  const latencyMs = Math.round((performance.now() - startedAt) * 10) / 10;
  return ok ? { ok, latencyMs } : { ok: false, latencyMs: null };
}

/** Null when it fails or takes too long. */
async function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patienceMs);
  });
  try {
    return await Promise.race([work.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Counted up to a bound: it is looked at often, and past it the number says no more. */
async function outboxOf(database: DataSource): Promise<number> {
  const [row] = await database.query<[{ depth: number }]>(
    'SELECT count(*)::int AS depth FROM (SELECT FROM outbox LIMIT 10000) AS waiting',
  );
  return row.depth;
}

/** pg-boss keeps the jobs of a service in a schema of their own, made when it starts them. */
async function jobLagOf(database: DataSource, service: string): Promise<number | null> {
  const table = `${service}_jobs.job`;
  const [made] = await database.query<[{ there: boolean }]>('SELECT to_regclass($1) IS NOT NULL AS there', [
    table,
  ]);
  if (!made.there) return null;
  const [row] = await database.query<[{ lag: number }]>(
    `SELECT coalesce(extract(epoch FROM now() - min(start_after)), 0)::float8 AS lag
     FROM ${table} WHERE state IN ('created', 'retry') AND start_after <= now()`,
  );
  return Math.round(row.lag * 10) / 10;
}
