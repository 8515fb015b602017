import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { System } from '@diemcau/infra/system';
import { signTicket } from '@diemcau/testing/sim/ticket';
import { cpuBetween, parts, readHouse } from './join/cost.ts';
import type { Crowd, Joins } from './join/crowd.ts';
import { withHouse } from './measure/house.ts';
import { benchOptions } from './measure/options.ts';
import { printFigures, table } from './measure/report.ts';
import { addRooms, hostToken } from './measure/rooms.ts';
import { quantile } from './measure/statistics.ts';
import { Child } from './processes/child.ts';

const { quick } = benchOptions();
const participants = quick ? 75 : 200;
const perSecond = 5;
const ticketSecret = randomBytes(32).toString('hex');
const accessTokenSecret = randomBytes(32).toString('hex');
/** All participants come from one address here. */
const env = {
  TICKET_SECRET: ticketSecret,
  ACCESS_TOKEN_SECRET: accessTokenSecret,
  MEDIA_ANNOUNCED_ADDRESS: '127.0.0.1',
  LIMIT_READS_PER_MINUTE: '10000000',
  LIMIT_WRITES_PER_MINUTE: '10000000',
  LIMIT_KNOCKS_PER_MINUTE: '10000000',
  LIMIT_SOCKETS_PER_MINUTE: '10000000',
  MAX_SOCKETS_PER_ADDRESS: '1000000',
};

const joins = await withHouse({ env }, measure);
printFigures('join', [
  {
    what: `p95 from socket connect to first media packet at ${perSecond} joins/s, in ms`,
    value:
      joins.failures.length > 0
        ? Infinity
        : quantile(
            joins.joins.map(({ mediaMs }) => mediaMs),
            0.95,
          ),
    wanted: { atMost: 1000 },
  },
]);

async function measure(house: System): Promise<Joins> {
  const [room] = await addRooms(house.databaseUrl, 1);
  if (!room) throw new Error('no room was added');
  const crowd = await Child.start<Crowd>('join/crowd.ts');
  const plan = { url: house.url, room, hostToken: hostToken(accessTokenSecret) };
  const ticket = signTicket(ticketSecret, { roomId: room.id, peerId: randomUUID(), host: true });
  await crowd.ask('speak', { url: house.url, roomId: room.id, ticket });
  await sleep(1000);

  const before = { server: readHouse(house), crowd: await crowd.ask('count', undefined) };
  const joins = await crowd.ask('join', { ...plan, participants, perSecond });
  const after = { server: readHouse(house), crowd: await crowd.ask('count', undefined) };
  await sleep(4000);
  const later = { server: readHouse(house), crowd: await crowd.ask('count', undefined) };
  await crowd.stop();
  print(joins, before, after, later);
  return joins;
}

interface Moment {
  readonly server: ReturnType<typeof readHouse>;
  readonly crowd: { readonly packets: number; readonly lost: number; readonly cpuSeconds: number };
}

function print(joins: Joins, before: Moment, after: Moment, later: Moment): void {
  const done = Math.max(1, joins.joins.length);
  console.log(
    `\n${participants} guests through the lobby into one room with a speaker, ${perSecond} a second`,
  );
  const spread = (what: string, of: (one: Joins['joins'][number]) => number) => [
    what,
    ...[0.5, 0.95, 1].map((share) => Math.round(quantile(joins.joins.map(of), share))),
  ];
  console.log(
    table(
      ['from socket connect, ms', 'p50', 'p95', 'slowest'],
      [
        spread('to a seat in the room', ({ seatMs }) => seatMs),
        spread('to an open transport', ({ transportMs }) => transportMs),
        spread('to the first media packet', ({ mediaMs }) => mediaMs),
      ],
    ),
  );
  for (const failure of new Set(joins.failures)) console.log(`failed: ${failure}`);

  // What the workers spend on forwarding to those who are inside already is not the price of a join.
  const forwarded = after.crowd.packets - before.crowd.packets;
  const perPacket =
    cpuBetween(after.server, later.server, 'mediasoup workers') /
    Math.max(1, later.crowd.packets - after.crowd.packets);
  const rows = parts.map((part) => {
    const cpu = cpuBetween(before.server, after.server, part);
    const joining = part === 'mediasoup workers' ? Math.max(0, cpu - forwarded * perPacket) : cpu;
    const bytes = after.server[part].bytes - before.server[part].bytes;
    return { part, joiningMs: (joining * 1000) / done, kib: bytes / 1024 / done };
  });
  const sum = (of: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  console.log(
    `\nOf the server, per participant (${Math.round(forwarded * perPacket * 1000)} ms of forwarding left out)`,
  );
  console.log(
    table(
      ['', 'CPU per join, ms', 'memory, KiB'],
      [
        ...rows.map(({ part, joiningMs, kib }) => [part, joiningMs, Math.round(kib)]),
        ['all', sum(({ joiningMs }) => joiningMs), Math.round(sum(({ kib }) => kib))],
      ],
    ),
  );
  const generatorCores = (after.crowd.cpuSeconds - before.crowd.cpuSeconds) / joins.seconds;
  console.log(
    `\njoins per second ${(joins.joins.length / joins.seconds).toFixed(2)}, failed ${joins.failures.length}, ` +
      `packets lost ${after.crowd.lost}, load generator ${generatorCores.toFixed(2)} cores`,
  );
}
