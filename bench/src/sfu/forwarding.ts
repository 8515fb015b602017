import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from '../measure/report.ts';
import { median } from '../measure/statistics.ts';
import { comparison } from './comparison.ts';
import { bareLane, houseLane, type MediaUnderTest } from './lane.ts';
import { panel } from './plan.ts';
import { perCpuSecond, watchLanes } from './windows.ts';

/** What a room of ours costs over bare mediasoup: the same cameras, microphones and viewers at the same time on both. */
export async function forwarding(media: MediaUnderTest, quick: boolean): Promise<Figure[]> {
  const [speakers, viewers] = [6, quick ? 50 : 60];
  const lanes = await Promise.all([
    houseLane(media, panel(speakers, viewers)),
    bareLane(panel(speakers, viewers)),
  ]);
  await sleep(2500);
  const seen = await watchLanes(
    lanes,
    quick ? { windows: 6, windowMs: 1500 } : { windows: 15, windowMs: 4000 },
  );
  await Promise.all(lanes.map((lane) => lane.stop()));

  const [ours = [], bare = []] = seen.windows;
  console.log(
    `\nForwarding: ${speakers} cameras and microphones, ${viewers} viewers; ${ours.length} windows, medians`,
  );
  console.log(
    comparison(
      lanes,
      seen,
      lanes.map(({ name }) => name),
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
