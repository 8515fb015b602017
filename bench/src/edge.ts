import { randomBytes } from 'node:crypto';
import type { System } from '@diemcau/infra/system';
import type { BareServer } from './edge/bare-server.ts';
import type { Request, Requests } from './edge/requests.ts';
import { connections, inTurn, middleCost, type Side, whole } from './edge/side.ts';
import { withHouse } from './measure/house.ts';
import { benchOptions } from './measure/options.ts';
import { family } from './measure/processes.ts';
import { type Figure, printFigures, table } from './measure/report.ts';
import { addRooms, hostToken } from './measure/rooms.ts';
import { median } from './measure/statistics.ts';
import { Child } from './processes/child.ts';

const { quick } = benchOptions();
const bursts = quick ? { rounds: 5, forMs: 1000 } : { rounds: 9, forMs: 4000 };
const accessTokenSecret = randomBytes(32).toString('hex');
/** All requests come from one address here. */
const env = {
  ACCESS_TOKEN_SECRET: accessTokenSecret,
  LIMIT_READS_PER_MINUTE: '10000000',
  LIMIT_WRITES_PER_MINUTE: '10000000',
};

printFigures(
  'edge',
  await withHouse({ services: ['identity', 'meetings', 'gateway'], env }, async (house) => {
    const bare = await Child.start<BareServer>('edge/bare-server.ts');
    const load = await Child.start<Requests>('edge/requests.ts');
    const figures = await measure(house, bare, load);
    await Promise.all([bare.stop(), load.stop()]);
    return figures;
  }),
);

async function measure(house: System, bare: Child<BareServer>, load: Child<Requests>): Promise<Figure[]> {
  const rooms = await addRooms(house.databaseUrl, 16);
  const { url } = await bare.ask('start', { databaseUrl: house.databaseUrl });
  const authorization = `Bearer ${hostToken(accessTokenSecret)}`;
  const pid = (name: string): number => house.process(name).pid;
  const ours = (requests: Request[]): Side => ({
    name: 'ours',
    processes: () => ({
      gateway: [pid('gateway')],
      meetings: [pid('meetings')],
      nats: [pid('nats')],
      postgres: family(pid('postgres')),
    }),
    requests,
  });
  const plain = (requests: Request[]): Side => ({
    name: 'Fastify + pg',
    processes: () => ({ 'Fastify + pg': [bare.pid], postgres: family(pid('postgres')) }),
    requests,
  });
  const reads = (at: string): Request[] =>
    rooms.map(({ slug }) => ({ method: 'GET', url: `${at}/rooms/${slug}` }));
  // Every request changes something: all are locked, then all unlocked.
  const writes = (at: string): Request[] =>
    [true, false].flatMap((locked) =>
      rooms.map(({ id }): Request => ({
        method: 'PUT',
        url: `${at}/rooms/${id}/lock`,
        body: { locked },
        authorization,
      })),
    );
  const api = `${house.url}/api/v1`;
  return [
    await compare('one read: a room by its address', load, [ours(reads(api)), plain(reads(url))]),
    await compare('one write: a room locked or unlocked', load, [ours(writes(api)), plain(writes(url))]),
  ];
}

async function compare(what: string, load: Child<Requests>, sides: [Side, Side]): Promise<Figure> {
  const [ours = [], plain = []] = await inTurn(load, sides, bursts);
  const [a, b] = [middleCost(ours), middleCost(plain)];
  const names = ['gateway', 'meetings', 'nats', 'Fastify + pg', 'postgres'];
  const cell = (value: number | undefined): string | number => (value === undefined ? '' : Math.round(value));
  console.log(`\nCPU per request, µs; ${what}; ${bursts.rounds} bursts, medians`);
  console.log(
    table(
      ['', ...sides.map(({ name }) => name)],
      [
        ...names.map((name) => [name, cell(a.microseconds[name]), cell(b.microseconds[name])]),
        ['all', Math.round(whole(a)), Math.round(whole(b))],
        [
          `requests/s at ${connections} connections`,
          Math.round(a.requestsPerSecond),
          Math.round(b.requestsPerSecond),
        ],
      ],
    ),
  );
  const ratios = ours.map((cost, i) => whole(cost) / whole(plain[i] ?? cost));
  return {
    what: `CPU of ${what}, of that of Fastify + pg with the same SQL`,
    value: median(ratios),
    wanted: { atMost: 3 },
  };
}
