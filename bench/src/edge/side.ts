import { median } from '../measure/statistics.ts';
import { cpuSeconds } from '../measure/processes.ts';
import type { Child } from '../processes/child.ts';
import type { Request, Requests } from './requests.ts';

export const connections = 8;
/** Until connections are open, code is compiled and the database's caches are filled. */
const warmUp = { forMs: 6000, most: 3000 };

/** One server under the same requests as the other: which processes it consists of. */
export interface Side {
  readonly name: string;
  /** Looked up for each burst: PostgreSQL has a process for each connection. */
  readonly processes: () => Readonly<Record<string, readonly number[]>>;
  readonly requests: readonly Request[];
}

/** What a burst cost. */
export interface Cost {
  readonly requestsPerSecond: number;
  /** Microseconds of CPU per request, of each process. */
  readonly microseconds: Readonly<Record<string, number>>;
}

export const whole = ({ microseconds }: Cost): number =>
  Object.values(microseconds).reduce((sum, value) => sum + value, 0);

/** Bursts on the sides in turn, so that what else the machine does hits them alike. */
export async function inTurn(
  load: Child<Requests>,
  sides: readonly Side[],
  { rounds, forMs }: { rounds: number; forMs: number },
): Promise<Cost[][]> {
  for (const { requests } of sides) await load.ask('send', { requests, connections, ...warmUp });
  const costs: Cost[][] = sides.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, side] of sides.entries()) costs[i]?.push(await burst(load, side, forMs));
  }
  return costs;
}

async function burst(load: Child<Requests>, side: Side, forMs: number): Promise<Cost> {
  const before = reading(side);
  const { requests, seconds } = await load.ask('send', { requests: side.requests, connections, forMs });
  const after = reading(side);
  const microseconds = Object.entries(after).map(([name, cpu]) => [
    name,
    ((cpu - (before[name] ?? 0)) * 1e6) / requests,
  ]);
  return { requestsPerSecond: requests / seconds, microseconds: Object.fromEntries(microseconds) };
}

const reading = (side: Side): Record<string, number> =>
  Object.fromEntries(Object.entries(side.processes()).map(([name, pids]) => [name, cpuSeconds(pids)]));

/** The middle of the bursts, process by process. */
export function middleCost(costs: readonly Cost[]): Cost {
  const names = Object.keys(costs[0]?.microseconds ?? {});
  return {
    requestsPerSecond: median(costs.map(({ requestsPerSecond }) => requestsPerSecond)),
    microseconds: Object.fromEntries(
      names.map((name) => [name, median(costs.map(({ microseconds }) => microseconds[name] ?? 0))]),
    ),
  };
}
