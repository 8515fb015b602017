import type { Page } from '@playwright/test';

/** What arrives of one sender, since its transport was made. W3C webrtc-stats names. */
export interface Arriving {
  readonly framesDecoded: number;
  readonly soundBytes: number;
  readonly totalAudioEnergy: number;
}

/** What arrives at this page, by the sender's name. */
export const arrivingAt = (page: Page): Promise<Record<string, Arriving>> =>
  page.evaluate(async () => {
    const room = window.diemcauRoom!;
    const { received } = await room.details();
    const names = room.session.log.room.get().peers;
    const of = (peerId: string, source: string) =>
      received.find((stream) => stream.peerId === peerId && stream.source === source);
    return Object.fromEntries(
      Object.values(names).map(({ id, name }) => [
        name,
        {
          framesDecoded: of(id, 'camera')?.framesDecoded ?? 0,
          soundBytes: of(id, 'microphone')?.bytesReceived ?? 0,
          totalAudioEnergy: of(id, 'microphone')?.totalAudioEnergy ?? 0,
        },
      ]),
    );
  });

/** Longer than the gaps that DTX leaves in silence (400 ms). */
const lookMs = 500;

/** Do pictures and sound of all these senders move on right now? */
async function isFlowing(page: Page, senders: readonly string[]): Promise<boolean> {
  const before = await arrivingAt(page);
  await page.waitForTimeout(lookMs);
  const after = await arrivingAt(page);
  return senders.every((name) => {
    const [then, now] = [before[name], after[name]];
    if (!then || !now) return false;
    const { framesDecoded, soundBytes, totalAudioEnergy } = now;
    return framesDecoded > then.framesDecoded && soundBytes > then.soundBytes && totalAudioEnergy > 0;
  });
}

export interface Viewer {
  readonly page: Page;
  /** Names of those whose picture and sound must arrive. */
  readonly senders: readonly string[];
}

/** @returns how long it took until everything flowed, in ms. @throws after `withinMs` */
export async function flowingWithin(viewers: readonly Viewer[], withinMs: number): Promise<number> {
  const startedAt = Date.now();
  for (;;) {
    const flows = await Promise.all(viewers.map(({ page, senders }) => isFlowing(page, senders)));
    // With the look itself, so that the figure is rather too large than too small.
    const tookMs = Date.now() - startedAt;
    if (flows.every(Boolean)) return tookMs;
    if (tookMs > withinMs) throw new Error(`no picture and sound after ${tookMs} ms: ${flows.join(', ')}`);
  }
}

/** Longest time without a new picture of any sender, watched for a while, in ms. */
export const longestStandstillMs = (page: Page, whileMs: number): Promise<number> =>
  page.evaluate(async (forMs) => {
    const room = window.diemcauRoom!;
    const sum = async (): Promise<number> =>
      (await room.details()).received.reduce((total, { framesDecoded }) => total + framesDecoded, 0);
    const until = performance.now() + forMs;
    let [pictures, changedAt, longest] = [await sum(), performance.now(), 0];
    while (performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const now = await sum();
      longest = Math.max(longest, performance.now() - changedAt);
      if (now !== pictures) [pictures, changedAt] = [now, performance.now()];
    }
    return longest;
  }, whileMs);
