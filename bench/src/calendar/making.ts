import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/** Cron knows minutes, and is asked every 15 s. */
const longestWaitMs = 120_000;
const longestMs = 600_000;

export interface Making {
  readonly seconds: number;
  readonly meetings: number;
}

/** Lets the service make what is 90 days ahead of every series, and waits until it has. From when its job began. */
export async function makeAhead(database: Client): Promise<Making> {
  const before = await meetings(database);
  const [activated] = (
    await database.query<{ at: Date }>(`
      WITH activated AS (UPDATE series SET state = 'active')
      SELECT clock_timestamp() AS at`)
  ).rows;
  if (!activated) throw new Error('no time');
  await until(async () => (await begun(database, activated.at)) !== null, longestWaitMs);
  await until(async () => !(await someBehind(database)), longestMs);
  const end = performance.timeOrigin + performance.now();
  const began = await begun(database, activated.at);
  return { seconds: (end - (began?.getTime() ?? end)) / 1000, meetings: (await meetings(database)) - before };
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms`);
    await sleep(100);
  }
}

async function begun(database: Client, after: Date): Promise<Date | null> {
  const { rows } = await database.query<{ at: Date }>(
    `SELECT started_on AS at FROM meetings_jobs.job WHERE name = 'meetings.make' AND started_on > $1
     ORDER BY started_on LIMIT 1`,
    [after],
  );
  return rows[0]?.at ?? null;
}

/** Found in an index: looking must not cost more the more there is. The same wall date everywhere in Vietnam. */
async function someBehind(database: Client): Promise<boolean> {
  const { rows } = await database.query<{ there: boolean }>(
    `SELECT EXISTS (SELECT FROM series
       WHERE state = 'active' AND made_until < (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 90) AS there`,
  );
  return rows[0]?.there ?? true;
}

async function meetings(database: Client): Promise<number> {
  const { rows } = await database.query<{ count: string }>('SELECT count(*) FROM occurrences');
  return Number(rows[0]?.count);
}
