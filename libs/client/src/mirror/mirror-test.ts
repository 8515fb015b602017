import type { MediaTest, MirrorProgress, MirrorSource } from '@diemcau/contracts/media/mirror';
import { type MirrorOptions, MirrorSession } from './mirror-session.js';

export interface MirrorTestOptions extends MirrorOptions {
  /** What is missing is judged as missing. */
  readonly tracks: Readonly<Partial<Record<MirrorSource, MediaStreamTrack>>>;
  /** What comes back of each, as soon as it does. */
  readonly onImage?: (source: MirrorSource, track: MediaStreamTrack) => void;
  /** What the SFU has received so far, and how much of the time has passed, 0–1. */
  readonly onProgress?: (progress: MirrorProgress, done: number) => void;
  /** Ends the test early; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** From the moment that everything is sent: for some sentences and several key frames. */
const measureMs = 8000;
const lookEveryMs = 400;

/**
 * Measures sound and picture against the SFU itself (HB-8.2, TM-3) and has it keep what it received: the result's id goes into
 * the check. Takes about 10 s, during which somebody speaks.
 * @throws Problem `mirror.busy`, `mirror.gone` when the server that measured has stopped: begin again with a new ticket
 */
export async function runMirrorTest(options: MirrorTestOptions): Promise<MediaTest> {
  const { tracks, signal, onImage, onProgress } = options;
  signal?.throwIfAborted();
  const session = await MirrorSession.open(options);
  try {
    for (const source of ['microphone', 'camera'] as const) {
      signal?.throwIfAborted();
      const track = tracks[source];
      // A track that has ended would not even be offered: it is missing, and judged so.
      if (track?.readyState === 'live') onImage?.(source, await session.send(source, track));
    }
    const beganAt = performance.now();
    for (let done = 0; done < 1; done = (performance.now() - beganAt) / measureMs) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      signal?.throwIfAborted();
      onProgress?.(await session.look(), Math.min(1, (performance.now() - beganAt) / measureMs));
    }
    return await session.finish();
  } finally {
    session.close();
  }
}
