import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { System } from '@diemcau/infra/system';
import { studentRows, studentXlsx } from '@diemcau/spreadsheets/testing/student-file';
import { bareRowsPerSecond } from './import/bare-rows.ts';
import { peakMiB, residentMiB } from './import/peak.ts';
import { addProvince } from './import/province.ts';
import { ImportRun } from './import/run.ts';
import type { SigningIn, SignIns } from './import/signing-in.ts';
import { withHouse } from './measure/house.ts';
import { benchOptions } from './measure/options.ts';
import { cpuSeconds, family } from './measure/processes.ts';
import { printFigures, table } from './measure/report.ts';
import { quantile } from './measure/statistics.ts';
import { Child } from './processes/child.ts';

const { quick } = benchOptions();
const rows = quick ? 5_000 : 50_000;
const perSecond = 10;
const beforeS = quick ? 5 : 20;
const accessTokenSecret = randomBytes(32).toString('hex');
/** Everybody comes from one address here. */
const env = {
  ACCESS_TOKEN_SECRET: accessTokenSecret,
  LIMIT_READS_PER_MINUTE: '10000000',
  LIMIT_WRITES_PER_MINUTE: '10000000',
  LIMIT_SIGN_INS_PER_MINUTE: '10000000',
};

const { seconds, overIdleMiB, signIns } = await withHouse(
  { env, services: ['identity', 'gateway'] },
  measure,
);
printFigures('import', [
  {
    what: `seconds from upload to the last of ${rows} rows written, while ${perSecond} people a second sign in`,
    value: seconds,
    wanted: { atMost: quick ? 20 : 90 },
  },
  { what: 'memory of identity over idle, in MiB', value: overIdleMiB, wanted: { atMost: 300 } },
  {
    what: 'sign-ins per second during the import over those before',
    value: signIns,
    wanted: { atLeast: 0.95 },
  },
]);

function cpuOf(house: System): number[] {
  const names = ['identity', 'postgres', 'gateway'];
  return names.map((name) => cpuSeconds(family(house.process(name).pid)));
}

async function measure(house: System) {
  const province = await addProvince(house.databaseUrl, accessTokenSecret, { schools: 300, teachers: 200 });
  const plan = { rows, schools: province.schools };
  const file = await studentXlsx(plan);
  const identity = house.process('identity').pid;

  const visitors = await Child.start<SigningIn>('import/signing-in.ts');
  await visitors.ask('start', { ...province, url: house.url, perSecond });
  await sleep(2000);
  await visitors.ask('take', undefined);
  await sleep(beforeS * 1000);
  const before = await visitors.ask('take', undefined);

  const idle = residentMiB(identity);
  const cpuBefore = cpuOf(house);
  const run = new ImportRun(house.url, province.token);
  const {
    result,
    peaks: [peak = 0],
  } = await peakMiB([identity], () => run.run(file));
  const during = await visitors.ask('take', undefined);
  const cpu = cpuOf(house).map((after, i) => (after - (cpuBefore[i] ?? 0)).toFixed(1));
  const again = new ImportRun(house.url, province.token);
  const unchanged = await again.run(file);
  await visitors.ask('stop', undefined);
  await visitors.stop();
  const bare = await bareRowsPerSecond(house.databaseUrl, [...studentRows(plan)].slice(1));

  console.log(`\n${rows} students of 300 schools from an .xlsx of ${Math.round(file.length / 1024)} KiB`);
  console.log(
    `counts ${JSON.stringify(result.counts)}, the same file again ${JSON.stringify(unchanged.counts)}`,
  );
  const line = ({ what, seconds: s }: { what: string; seconds: number }) => [what, s, Math.round(rows / s)];
  console.log(
    table(
      ['', 'seconds', 'rows/s'],
      [
        ...run.phases.map(line),
        line({ what: 'all', seconds: run.seconds }),
        line({ what: 'the same file again, all', seconds: again.seconds }),
        line({ what: 'baseline: bare insert of the rows, no checks', seconds: rows / bare }),
      ],
    ),
  );
  console.log(
    `\nCPU seconds, sign-ins included: identity ${cpu[0]}, PostgreSQL ${cpu[1]}, gateway ${cpu[2]}`,
  );
  console.log(`identity: ${Math.round(idle)} MiB before, at most ${Math.round(peak)} MiB during the import`);
  const visit = (what: string, { times, failures, seconds: s }: SignIns) => [
    what,
    times.length / s,
    ...[0.5, 0.95, 1].map((share) => Math.round(quantile(times, share))),
    failures.length,
  ];
  console.log(
    table(
      ['sign-ins', 'per second', 'p50 ms', 'p95 ms', 'slowest', 'failed'],
      [visit('before', before), visit('during the import', during)],
    ),
  );
  for (const failure of new Set(during.failures)) console.log(`failed: ${failure}`);
  return {
    seconds: run.seconds,
    overIdleMiB: peak - idle,
    signIns: during.times.length / during.seconds / (before.times.length / before.seconds),
  };
}
