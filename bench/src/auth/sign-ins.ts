import type { System } from '@diemcau/infra/system';
import type { Requests } from '../edge/requests.ts';
import { cpuSeconds, family } from '../measure/processes.ts';
import { type Figure, table } from '../measure/report.ts';
import { median } from '../measure/statistics.ts';
import { Child } from '../processes/child.ts';
import type { Account } from './accounts.ts';
import type { BareArgon2 } from './bare-argon2.ts';

/** As many as a machine of two cores has to do at once. */
const atATime = 8;

interface Bursts {
  readonly rounds: number;
  readonly forMs: number;
}

/** Whole sign-ins over REST beside nothing but the checking of their passwords. */
export async function signInsPerSecond(
  house: System,
  load: Child<Requests>,
  accounts: readonly Account[],
  { rounds, forMs }: Bursts,
): Promise<Figure> {
  const bare = await Child.start<BareArgon2>('auth/bare-argon2.ts');
  const requests = accounts.map((body) => ({
    method: 'POST' as const,
    url: `${house.url}/api/v1/sessions`,
    body,
  }));
  const processes = (): Record<string, number[]> => ({
    gateway: [house.process('gateway').pid],
    identity: [house.process('identity').pid],
    nats: [house.process('nats').pid],
    postgres: family(house.process('postgres').pid),
    'load generator': [load.pid],
  });
  const ours: number[] = [];
  const theirs: number[] = [];
  const spent: Record<string, number[]> = {};
  const bareCpu: number[] = [];
  let setting = '';
  await load.ask('send', { requests, connections: atATime, forMs: 6000, most: 300 });
  for (let round = 0; round < rounds; round += 1) {
    const before = readings(processes());
    const { requests: done, seconds } = await load.ask('send', { requests, connections: atATime, forMs });
    const after = readings(processes());
    ours.push(done / seconds);
    for (const [name, cpu] of Object.entries(after)) {
      (spent[name] ??= []).push(((cpu - (before[name] ?? 0)) * 1000) / done);
    }
    const cpuBefore = cpuSeconds([bare.pid]);
    const verified = await bare.ask('verifying', { atATime, forMs });
    bareCpu.push(((cpuSeconds([bare.pid]) - cpuBefore) * 1000) / verified.done);
    theirs.push(verified.done / verified.seconds);
    setting = verified.setting;
  }
  await bare.stop();

  console.log(`\nSign-ins, ${atATime} at a time; ${rounds} bursts in turn, medians; ${setting}`);
  console.log(
    table(
      ['', 'over REST', 'bare argon2id'],
      [
        ['a second', Math.round(median(ours)), Math.round(median(theirs))],
        ...Object.entries(spent).map(([name, values]) => [
          `CPU of each, ms: ${name}`,
          median(values).toFixed(2),
          '',
        ]),
        [
          'CPU of each, ms: all',
          Object.values(spent)
            .reduce((sum, values) => sum + median(values), 0)
            .toFixed(2),
          median(bareCpu).toFixed(2),
        ],
      ],
    ),
  );
  return {
    what: 'sign-ins a second over REST, of bare argon2id at the same setting',
    value: median(ours.map((rate, i) => rate / (theirs[i] ?? rate))),
    wanted: { atLeast: 0.9 },
  };
}

const readings = (processes: Record<string, number[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(processes).map(([name, pids]) => [name, cpuSeconds(pids)]));
