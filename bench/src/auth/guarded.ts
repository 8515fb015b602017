import type { System } from '@diemcau/infra/system';
import type { Requests } from '../edge/requests.ts';
import { connections, inTurn, middleCost, type Side, whole } from '../edge/side.ts';
import { family } from '../measure/processes.ts';
import { type Figure, table } from '../measure/report.ts';
import { median } from '../measure/statistics.ts';
import { Child } from '../processes/child.ts';
import type { SignedInAccount } from './accounts.ts';
import type { Twin } from './twin.ts';

interface Bursts {
  readonly rounds: number;
  readonly forMs: number;
}

/** What it costs to ask who is there and whether they may, beside the same route without asking. */
export async function guardedRequests(
  house: System,
  load: Child<Requests>,
  { token, unitId }: SignedInAccount,
  env: Record<string, string>,
  bursts: Bursts,
): Promise<Figure> {
  const [guarded, open] = await Promise.all(
    [true, false].map((isGuarded) => twin({ token, guarded: isGuarded }, env)),
  );
  if (!guarded || !open) throw new Error('a twin did not start');
  const sideOf = (name: string, { child, url }: typeof guarded): Side => ({
    name,
    processes: () => ({
      edge: [child.pid],
      identity: [house.process('identity').pid],
      nats: [house.process('nats').pid],
      postgres: family(house.process('postgres').pid),
    }),
    requests: [{ method: 'GET', url: `${url}/api/v1/units/${unitId}`, authorization: `Bearer ${token}` }],
  });
  const [ours = [], bare = []] = await inTurn(
    load,
    [sideOf('guarded', guarded), sideOf('unguarded', open)],
    bursts,
  );
  await Promise.all([guarded.child.stop(), open.child.stop()]);

  const [a, b] = [middleCost(ours), middleCost(bare)];
  const names = ['edge', 'identity', 'nats', 'postgres'];
  console.log(`\nCPU per request, µs; one unit by its id; ${bursts.rounds} bursts, medians`);
  console.log(
    table(
      ['', 'guarded', 'unguarded'],
      [
        ...names.map((name) => [
          name,
          Math.round(a.microseconds[name] ?? 0),
          Math.round(b.microseconds[name] ?? 0),
        ]),
        ['all', Math.round(whole(a)), Math.round(whole(b))],
        [
          `requests/s at ${connections} connections`,
          Math.round(a.requestsPerSecond),
          Math.round(b.requestsPerSecond),
        ],
      ],
    ),
  );
  const edge = median(
    ours.map(({ microseconds }, i) => (microseconds['edge'] ?? 0) / (bare[i]?.microseconds['edge'] ?? 1)),
  );
  console.log(`the edge alone: ${edge.toFixed(3)} times`);
  return {
    what: 'CPU of an authorised request, of that of the same route unguarded',
    value: median(ours.map((cost, i) => whole(cost) / whole(bare[i] ?? cost))),
    wanted: { atMost: 1.15 },
  };
}

async function twin(
  input: { token: string; guarded: boolean },
  env: Record<string, string>,
): Promise<{ child: Child<Twin>; url: string }> {
  const child = await Child.start<Twin>('auth/twin.ts', env);
  return { child, ...(await child.ask('start', input)) };
}
