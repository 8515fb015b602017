import { randomBytes } from 'node:crypto';
import type { System } from '@diemcau/infra/system';
import { studentXlsx } from '@diemcau/spreadsheets/testing/student-file';
import { Client } from 'pg';
import { badFiles } from './import/bad-files.ts';
import { peakMiB, residentMiB } from './import/peak.ts';
import { addProvince } from './import/province.ts';
import { Trial } from './import/trial.ts';
import { withHouse } from './measure/house.ts';
import { benchOptions } from './measure/options.ts';
import { printFigures, table } from './measure/report.ts';
import { median } from './measure/statistics.ts';

interface Tried {
  readonly what: string;
  readonly megabytes: number;
  readonly outcome: string;
  /** MiB over what each process held just before. */
  readonly over: readonly number[];
  /** MiB that each process held at most. */
  readonly peaks: readonly number[];
  readonly seconds: number;
}

const { quick } = benchOptions();
const goodRows = quick ? 5_000 : 50_000;
/** The first makes ready what the process keeps; then three early ones and three late ones. */
const rounds = 7;
const accessTokenSecret = randomBytes(32).toString('hex');
const watched = ['identity', 'gateway'] as const;

const { over, grown, written } = await withHouse(
  { env: { ACCESS_TOKEN_SECRET: accessTokenSecret }, services: ['identity', 'gateway'] },
  measure,
);
printFigures('bad-files', [
  ...watched.map((name, i) => ({
    what: `memory of ${name} at the worst file over what it held before, in MiB`,
    value: over[i] ?? Number.NaN,
    wanted: { atMost: 300 },
  })),
  {
    what: 'the most that identity held, median of rounds 5–7 over that of rounds 2–4: what is not flat grows',
    value: grown,
    wanted: { atMost: 1.1 },
  },
  { what: 'people, units and classes written by all of them', value: written, wanted: { atMost: 0 } },
]);

async function measure(house: System) {
  const province = await addProvince(house.databaseUrl, accessTokenSecret, { schools: 300, teachers: 1 });
  const pids = watched.map((name) => house.process(name).pid);
  const trial = new Trial(house.url, province.token);
  const tried = async (what: string, file: Buffer, unannounced = false): Promise<Tried> => {
    const idle = pids.map(residentMiB);
    const startedAt = performance.now();
    const { result: outcome, peaks } = await peakMiB(pids, () => trial.run(file, unannounced));
    const seconds = (performance.now() - startedAt) / 1000;
    const above = peaks.map((peak, i) => peak - (idle[i] ?? 0));
    return { what, megabytes: file.length / 1e6, outcome, over: above, peaks, seconds };
  };

  // What the processes load only with the first file belongs to none of those measured.
  await trial.run(await studentXlsx({ rows: 500, schools: province.schools, prefix: 'W' }));
  const before = await rowsOf(house.databaseUrl);
  const good = await tried(
    `baseline: ${goodRows} good rows`,
    await studentXlsx({ rows: goodRows, schools: province.schools }),
  );
  const all: Tried[][] = [];
  for (let round = 0; round < rounds; round++) {
    const those: Tried[] = [];
    for (const { what, make, unannounced } of badFiles) {
      those.push(await tried(what, await make(), unannounced));
    }
    all.push(those);
  }
  const most = all.map((those) => Math.max(...those.map(({ peaks }) => peaks[0] ?? 0)));
  print([...(all[0] ?? []), good], most);
  return {
    over: watched.map((_, i) => Math.max(...all.flat().map((one) => one.over[i] ?? 0))),
    grown: median(most.slice(4)) / median(most.slice(1, 4)),
    written: (await rowsOf(house.databaseUrl)) - before,
  };
}

function print(those: readonly Tried[], most: readonly number[]): void {
  console.log('\nThe first round, each file over what was held before it:\n');
  console.log(
    table(
      ['file', 'MB', 'outcome', ...watched.map((name) => `${name} +MiB`), 'seconds'],
      those.map(({ what, megabytes, outcome, over: above, seconds }) => [
        what,
        megabytes,
        outcome,
        ...above.map(Math.round),
        seconds,
      ]),
    ),
  );
  console.log(`\nidentity held at most ${most.map(Math.round).join(', ')} MiB in the ${rounds} rounds`);
}

/** People, units and classes. */
async function rowsOf(databaseUrl: string): Promise<number> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const { rows } = await database.query<{ n: number }>(
      `SELECT ((SELECT count(*) FROM identity.users) + (SELECT count(*) FROM identity.units)
        + (SELECT count(*) FROM identity.classes))::int AS n`,
    );
    return rows[0]?.n ?? Number.NaN;
  } finally {
    await database.end();
  }
}
