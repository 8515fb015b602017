import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, table } from '../measure/report.ts';
import type { MediaUnderTest } from './forwarding.ts';
import { bareLane, houseLane, middle, watchLanes, type Window } from './lane.ts';
import { fullRoom } from './plan.ts';

const sites = 50;
/** Fifty sites that all consume everything are some 370,000 packets a second: more than two cores carry. */
const slowed = 12;

/** A room of 50 sites with all cameras on: what each viewer's choice of layers and last-N spare the server. */
export async function fullRoomCost(media: MediaUnderTest, quick: boolean): Promise<Figure[]> {
  const { pid, natsUrl, ticketSecret } = media;
  const lanes = await Promise.all([
    houseLane(pid, natsUrl, ticketSecret, fullRoom(sites, 'stage', slowed)),
    bareLane(fullRoom(sites, 'everybody large', slowed)),
  ]);
  await sleep(2500);
  const seen = await watchLanes(
    lanes,
    quick ? { windows: 3, windowMs: 2000 } : { windows: 10, windowMs: 4000 },
  );
  await Promise.all(lanes.map((lane) => lane.stop()));

  const row = (what: string, of: (window: Window) => number) => [
    what,
    ...seen.map((windows) => middle(windows, of)),
  ];
  console.log(
    `\nA room of ${sites} sites, all cameras on, 3 talking; frame rates and bit rates of both sides divided by ${slowed}`,
  );
  console.log(
    table(
      ['', 'one large, eight small tiles', 'everybody gets everything'],
      [
        row('egress, Mbit/s', ({ bytesPerSecond }) => (bytesPerSecond * 8) / 1e6),
        row('packets/s to viewers', ({ packetsPerSecond }) => packetsPerSecond),
        row('cores, mediasoup worker', ({ workerCores }) => workerCores),
        row('cores, Node process', ({ nodeCores }) => nodeCores),
        row('cores, load generator', ({ generatorCores }) => generatorCores),
        row('lost on the way, %', ({ lost }) => lost * 100),
      ],
    ),
  );
  const share = (of: (window: Window) => number): number =>
    middle(seen[0] ?? [], of) / middle(seen[1] ?? [], of);
  return [
    {
      what: `egress of a room of ${sites} sites with layers by tile and last-N, of that when everybody gets everything`,
      value: share(({ bytesPerSecond }) => bytesPerSecond),
      wanted: { atMost: 0.2 },
    },
    {
      what: 'CPU of the same',
      value: share(({ cores }) => cores),
      wanted: { atMost: 0.2 },
    },
  ];
}
