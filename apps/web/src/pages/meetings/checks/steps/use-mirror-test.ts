import { runMirrorTest } from '@diemcau/client/mirror/mirror-test';
import { Problem } from '@diemcau/client/problem';
import type { MediaTest, MirrorProgress, MirrorSource } from '@diemcau/contracts/media/mirror';
import { useCallback, useEffect, useRef, useState } from 'react';
import { live } from '../../../../api/live';

export type MirrorTracks = Partial<Record<MirrorSource, MediaStreamTrack>>;
/** Why nothing could be measured. */
export type MirrorFailure = 'busy' | 'gone' | 'unreachable';
export type MirrorRun =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: MirrorProgress | null; readonly done: number }
  | { readonly state: 'done'; readonly result: MediaTest }
  | { readonly state: 'failed'; readonly why: MirrorFailure };

/** The socket itself may not come through. */
const connectWithinMs = 10_000;
const beginning: MirrorRun = { state: 'running', progress: null, done: 0 };

/** Runs a test of sound and picture when asked, each with a ticket of its own; ends it with the component. */
export function useMirrorTest(ticket: () => Promise<{ ticket: string }>) {
  const [run, setRun] = useState<MirrorRun>({ state: 'idle' });
  const [images, setImages] = useState<MirrorTracks>({});
  const ending = useRef<AbortController | null>(null);
  useEffect(() => () => ending.current?.abort(), []);
  const start = useCallback(
    (tracks: MirrorTracks) => {
      ending.current?.abort();
      const own = new AbortController();
      ending.current = own;
      const show = (next: MirrorRun) => {
        if (ending.current === own && !own.signal.aborted) setRun(next);
      };
      setImages({});
      show(beginning);
      void measure(ticket, tracks, own.signal, {
        onImage: (source, track) => {
          if (!own.signal.aborted) setImages((known) => ({ ...known, [source]: track }));
        },
        onProgress: (progress, done) => show({ state: 'running', progress, done }),
      }).then(
        (result) => show({ state: 'done', result }),
        (error: unknown) => show({ state: 'failed', why: failureOf(error) }),
      );
    },
    [ticket],
  );
  return { run, images, start };
}

async function measure(
  ticket: () => Promise<{ ticket: string }>,
  tracks: MirrorTracks,
  signal: AbortSignal,
  heard: {
    onImage: (source: MirrorSource, track: MediaStreamTrack) => void;
    onProgress: (progress: MirrorProgress, done: number) => void;
  },
): Promise<MediaTest> {
  const socket = live();
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The server does not answer')), connectWithinMs);
  });
  await Promise.race([socket.whenConnected(), late]);
  const { ticket: once } = await ticket();
  return runMirrorTest({ socket, ticket: once, tracks, signal, ...heard });
}

/** A lost socket loses its mirror with it; of a server that has just died nobody answers until another one knows. */
const goneCodes: ReadonlySet<string> = new Set([
  'mirror.gone',
  'client.disconnected',
  'client.timeout',
  'common.unavailable',
]);

function failureOf(error: unknown): MirrorFailure {
  if (!(error instanceof Problem)) return 'unreachable';
  if (error.code === 'mirror.busy' || error.code === 'common.tooMany') return 'busy';
  return goneCodes.has(error.code) ? 'gone' : 'unreachable';
}
