import type { LineTest, LineTestOpened } from '@diemcau/contracts/media/line';
import type { Socket } from '../socket/socket.js';
import { DataLink, type LineLabel, ownStreamIds } from './data-link.js';
import { measureDown, loadMs, sendLoad } from './load.js';
import { probe } from './probes.js';

export type LinePhase = 'connecting' | 'roundTrip' | 'down' | 'up';

export interface LineProgress {
  readonly phase: LinePhase;
  /** Of the phase, 0–1. */
  readonly done: number;
  /** While it can be told. */
  readonly mbps?: number;
}

export interface LineTestOptions {
  readonly socket: Pick<Socket, 'request'>;
  /** The room whose required figure is judged against. */
  readonly slug: string;
  readonly onProgress?: (progress: LineProgress) => void;
  /** Ends the test early; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Of this platform unless given. */
  readonly PeerConnection?: typeof RTCPeerConnection;
}

/**
 * Measures the line to the SFU itself (TM-1b): round trip, jitter and loss by small messages, then throughput down and up.
 * Takes about 7 s and stores the result.
 * @throws Problem `line.busy` when too many test at once; an Error when no way to the media server opens
 */
export async function runLineTest(options: LineTestOptions): Promise<LineTest> {
  const { socket, slug, signal, onProgress = () => undefined } = options;
  const tell = (phase: LinePhase, done: number, mbps?: number) => {
    signal?.throwIfAborted();
    onProgress({ phase, done, ...(mbps !== undefined && { mbps }) });
  };
  tell('connecting', 0);
  const opened = await socket.request('media.line.begin', { slug });
  const link = new DataLink(opened, options.PeerConnection ?? RTCPeerConnection);
  try {
    return await measured(socket, opened, link, tell);
  } finally {
    link.close();
  }
}

async function measured(
  socket: Pick<Socket, 'request'>,
  { lineTestId }: LineTestOpened,
  link: DataLink,
  tell: (phase: LinePhase, done: number, mbps?: number) => void,
): Promise<LineTest> {
  await link.connect((dtlsParameters) =>
    socket.request('media.line.connect', { lineTestId, dtlsParameters }),
  );
  const receiver = async (label: LineLabel) => {
    const { sctpStreamParameters } = await socket.request('media.line.receive', { lineTestId, label });
    return link.receiver(sctpStreamParameters.streamId ?? 0);
  };
  for (const label of ['probe', 'load'] as const) {
    await socket.request('media.line.send', {
      lineTestId,
      label,
      sctpStreamParameters: streamParameters(label),
    });
  }
  const probes = await probe(link.sender('probe'), await receiver('probe'), (done) =>
    tell('roundTrip', done),
  );
  const downMbps = await measureDown(
    await receiver('load'),
    () => socket.request('media.line.load', { lineTestId, durationMs: loadMs }),
    (done, mbps) => tell('down', done, mbps),
  );
  await sendLoad(link.sender('load'), (done) => tell('up', done));
  await socket.request('media.line.upload', { lineTestId });
  return socket.request('media.line.finish', { lineTestId, downMbps, ...probes });
}

const streamParameters = (label: LineLabel) =>
  label === 'probe'
    ? { streamId: ownStreamIds.probe, ordered: false, maxRetransmits: 0 }
    : { streamId: ownStreamIds.load, ordered: true };
