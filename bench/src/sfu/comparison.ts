import { table } from '../measure/report.ts';
import type { Lane } from './lane.ts';
import { plannedPackets } from './plan.ts';
import { middle, perCpuSecond, type Watched, type Window } from './windows.ts';

/** The lanes side by side, with a warning when they did not get what they should have. */
export function comparison(
  lanes: readonly Lane[],
  { windows: seen, carried }: Watched,
  heads: readonly string[],
): string {
  const row = (what: string, of: (window: Window) => number): (string | number)[] => [
    what,
    ...seen.map((windows) => middle(windows, of)),
  ];
  const rows = [
    ['packets/s to viewers, planned', ...lanes.map(({ plan }) => Math.round(plannedPackets(plan)))],
    row('packets/s to viewers', ({ packetsPerSecond }) => packetsPerSecond),
    row('Mbit/s to viewers', ({ bytesPerSecond }) => (bytesPerSecond * 8) / 1e6),
    row('cores, mediasoup worker', ({ workerCores }) => workerCores),
    row('cores, Node process', ({ nodeCores }) => nodeCores),
    row('packets per CPU second', perCpuSecond),
    row('cores, load generator', ({ generatorCores }) => generatorCores),
    row('lost on the way, %', ({ lost }) => lost * 100),
  ];
  const warning = 'The machine was too busy to carry the load: these figures say little.';
  return [table(['', ...heads], rows), ...(carried ? [] : [warning])].join('\n');
}
