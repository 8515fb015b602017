import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from '../measure/report.ts';
import { comparison } from './comparison.ts';
import { bareLane, houseLane, type MediaUnderTest } from './lane.ts';
import { fullRoom } from './plan.ts';
import { middle, watchLanes, type Window } from './windows.ts';

const sites = 50;
/** Fifty sites that all consume everything are some 370,000 packets a second: more than two cores carry. */
const slowed = 8;

/** A room of 50 sites with all cameras on: what each viewer's choice of layers and last-N spare the server. */
export async function fullRoomCost(media: MediaUnderTest, quick: boolean): Promise<Figure[]> {
  const lanes = await Promise.all([
    houseLane(media, fullRoom(sites, 'stage', slowed)),
    bareLane(fullRoom(sites, 'everybody large', slowed)),
  ]);
  await sleep(2500);
  const seen = await watchLanes(
    lanes,
    quick ? { windows: 3, windowMs: 2000 } : { windows: 10, windowMs: 4000 },
  );
  await Promise.all(lanes.map((lane) => lane.stop()));

  console.log(
    `\nA room of ${sites} sites, all cameras on, 3 talking; frame rates and bit rates of both sides divided by ${slowed}`,
  );
  console.log(comparison(lanes, seen, ['one large, eight small tiles', 'everybody gets everything']));
  const share = (of: (window: Window) => number): number =>
    middle(seen.windows[0] ?? [], of) / middle(seen.windows[1] ?? [], of);
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
