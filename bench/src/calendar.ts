import { randomBytes } from 'node:crypto';
import type { System } from '@diemcau/infra/system';
import { Client } from 'pg';
import { bareInserts } from './calendar/bare-inserts.ts';
import type { Looked, Looking } from './calendar/looking.ts';
import { type Making, makeAhead } from './calendar/making.ts';
import { fill, lookers, occurrencesOf, seriesPerUnit, type Size } from './calendar/province.ts';
import { withHouse } from './measure/house.ts';
import { benchOptions } from './measure/options.ts';
import { cpuSeconds, family } from './measure/processes.ts';
import { printFigures, table } from './measure/report.ts';
import { quantile } from './measure/statistics.ts';
import { Child } from './processes/child.ts';

const { quick } = benchOptions();
const size: Size = { units: quick ? 60 : 1002, weeks: 50 };
const doubled: Size = { ...size, units: 2 * size.units };
const looks = quick ? 150 : 1000;
const accessTokenSecret = randomBytes(32).toString('hex');
const env = { ACCESS_TOKEN_SECRET: accessTokenSecret, LIMIT_READS_PER_MINUTE: '10000000' };

interface Measured {
  readonly size: Size;
  readonly making: Making;
  readonly bareSeconds: number;
  readonly cpu: readonly number[];
  readonly looked: Looked;
}

const [once, twice] = await withHouse(
  { env, services: ['identity', 'meetings', 'gateway'] },
  async (house): Promise<[Measured, Measured]> => {
    const first = await measure(house, size);
    report([first]);
    return [first, await measure(house, doubled)];
  },
);
report([once, twice]);
const p95 = ({ looked }: Measured): number => quantile(looked.rest, 0.95);
printFigures('calendar', [
  {
    what: `month of a unit over REST, p95 in ms, among ${occurrencesOf(size)} meetings of ${size.units} units`,
    value: p95(once),
    wanted: { atMost: 50 },
  },
  {
    what: `seconds to make 90 days ahead for all ${size.units * seriesPerUnit} series`,
    value: once.making.seconds,
    wanted: { atMost: 60 },
  },
  {
    what: 'making when everything is doubled, over that before',
    value: twice.making.seconds / once.making.seconds,
    wanted: { atMost: 2.2 },
  },
  {
    what: 'p95 of the month when everything is doubled, over that before',
    value: p95(twice) / p95(once),
    wanted: { atMost: 2.2 },
  },
]);

async function measure(house: System, of: Size): Promise<Measured> {
  const database = new Client({ connectionString: house.databaseUrl });
  await database.connect();
  try {
    await fill(database, of);
    const names = ['meetings', 'postgres'];
    const cpuOf = () => names.map((name) => cpuSeconds(family(house.process(name).pid)));
    const before = cpuOf();
    const making = await makeAhead(database);
    const cpu = cpuOf().map((after, i) => after - (before[i] ?? 0));
    const bareSeconds = await bareInserts(database);
    await database.query('ANALYZE');
    const looked = await look(house, database);
    return { size: of, making, bareSeconds, cpu, looked };
  } finally {
    await database.end();
  }
}

async function look(house: System, database: Client): Promise<Looked> {
  const { token, unitIds } = await lookers(database, accessTokenSecret);
  const { rows } = await database.query<{ from: Date; to: Date }>(
    `SELECT date_trunc('month', now(), 'Asia/Ho_Chi_Minh') AS from,
       date_trunc('month', now(), 'Asia/Ho_Chi_Minh') + interval '1 month' AS to`,
  );
  const [month] = rows;
  if (!month) throw new Error('no month');
  const child = await Child.start<Looking>('calendar/looking.ts');
  const of = {
    url: house.url,
    databaseUrl: house.databaseUrl,
    token,
    unitIds,
    from: month.from.toISOString(),
    to: month.to.toISOString(),
  };
  await child.ask('look', { ...of, looks: 100 });
  const looked = await child.ask('look', { ...of, looks });
  await child.stop();
  return looked;
}

function report(all: readonly Measured[]): void {
  const rowOf = (what: string, value: (measured: Measured) => number): (string | number)[] => [
    what,
    ...all.map(value),
  ];
  console.log();
  console.log(
    table(['', 'once', 'doubled'].slice(0, all.length + 1), [
      rowOf('units', (one) => one.size.units),
      rowOf('series', (one) => one.size.units * seriesPerUnit),
      rowOf('meetings before', (one) => occurrencesOf(one.size)),
      rowOf('meetings made', ({ making }) => making.meetings),
      rowOf('  seconds', ({ making }) => making.seconds),
      rowOf('  meetings a second', ({ making }) => making.meetings / making.seconds),
      rowOf('  CPU seconds of meetings, from the fill on', ({ cpu }) => cpu[0] ?? 0),
      rowOf('  CPU seconds of PostgreSQL', ({ cpu }) => cpu[1] ?? 0),
      rowOf('  baseline: bare inserts of the same rows, seconds', (one) => one.bareSeconds),
      rowOf('meetings in a month of a unit', ({ looked }) => looked.meetings),
      ...[0.5, 0.95, 1].map((share) =>
        rowOf(`  over REST, p${share * 100}, ms`, ({ looked }) => quantile(looked.rest, share)),
      ),
      ...[0.5, 0.95, 1].map((share) =>
        rowOf(`  baseline: bare SQL, p${share * 100}, ms`, ({ looked }) => quantile(looked.bare, share)),
      ),
    ]),
  );
}
