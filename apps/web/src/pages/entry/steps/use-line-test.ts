import { type LineProgress, runLineTest } from '@diemcau/client/line/line-test';
import type { LineTest } from '@diemcau/contracts/media/line';
import { useCallback, useEffect, useState } from 'react';
import { live } from '../../../api/live';

export type LineRun =
  | { readonly state: 'running'; readonly progress: LineProgress }
  | { readonly state: 'done'; readonly result: LineTest }
  | { readonly state: 'failed' };

const starting: LineRun = { state: 'running', progress: { phase: 'connecting', done: 0 } };
/** The socket itself may not come through. */
const connectWithinMs = 10_000;

/** Runs the line test as soon as it is shown, and again when asked. */
export function useLineTest(slug: string): { readonly run: LineRun; readonly again: () => void } {
  const [run, setRun] = useState<LineRun>(starting);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const show = (next: LineRun) => {
      if (!signal.aborted) setRun(next);
    };
    show(starting);
    void measure(slug, signal, (progress) => show({ state: 'running', progress })).then(
      (result) => show({ state: 'done', result }),
      () => show({ state: 'failed' }),
    );
    return () => ending.abort();
  }, [slug, round]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  return { run, again };
}

async function measure(
  slug: string,
  signal: AbortSignal,
  onProgress: (progress: LineProgress) => void,
): Promise<LineTest> {
  const socket = live();
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The server does not answer')), connectWithinMs);
  });
  await Promise.race([socket.whenConnected(), late]);
  // A guest who leaves the step in the first moment shall not start a test at the server.
  signal.throwIfAborted();
  return runLineTest({ socket, slug, signal, onProgress });
}
