import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, table } from '../measure/report.ts';
import { median } from '../measure/statistics.ts';
import { bareLane, houseLane, middle, watchLanes, type Window } from './lane.ts';
import { panel } from './plan.ts';

export interface MediaUnderTest {
  readonly pid: number;
  readonly natsUrl: string;
  readonly ticketSecret: string;
}

const perCpuSecond = ({ packetsPerSecond, cores }: Window): number => packetsPerSecond / cores;

/** What a room of ours costs over bare mediasoup: the same cameras, microphones and viewers at the same time on both. */
export async function forwarding(media: MediaUnderTest, quick: boolean): Promise<Figure[]> {
  const [speakers, viewers] = [6, quick ? 40 : 50];
  const { pid, natsUrl, ticketSecret } = media;
  const lanes = await Promise.all([
    houseLane(pid, natsUrl, ticketSecret, panel(speakers, viewers)),
    bareLane(panel(speakers, viewers)),
  ]);
  await sleep(2500);
  const seen = await watchLanes(
    lanes,
    quick ? { windows: 6, windowMs: 1500 } : { windows: 15, windowMs: 4000 },
  );
  await Promise.all(lanes.map((lane) => lane.stop()));

  const [ours = [], bare = []] = seen;
  const row = (what: string, of: (window: Window) => number) => [
    what,
    ...seen.map((windows) => middle(windows, of)),
  ];
  console.log(
    `\nForwarding: ${speakers} cameras and microphones, ${viewers} viewers; ${ours.length} windows, medians`,
  );
  console.log(
    table(
      ['', ...lanes.map(({ name }) => name)],
      [
        row('packets/s to viewers', ({ packetsPerSecond }) => packetsPerSecond),
        row('Mbit/s to viewers', ({ bytesPerSecond }) => (bytesPerSecond * 8) / 1e6),
        row('cores, mediasoup worker', ({ workerCores }) => workerCores),
        row('cores, Node process', ({ nodeCores }) => nodeCores),
        row('packets per CPU second', perCpuSecond),
        row('cores, load generator', ({ generatorCores }) => generatorCores),
        row('lost on the way, %', ({ lost }) => lost * 100),
      ],
    ),
  );
  const ratios = ours.map((window, i) => perCpuSecond(window) / perCpuSecond(bare[i] ?? window));
  return [
    {
      what: 'packets forwarded per CPU second through a room of ours, of those of bare mediasoup',
      value: median(ratios),
      wanted: { atLeast: 0.95 },
    },
  ];
}
