import type { ConsumerView, Source } from '@diemcau/contracts/media/streams';
import type { Consumer, Transport } from 'mediasoup-client/types';
import type { StreamCalls } from './calls.js';
import type { MediaSeat } from './media-seat.js';
import { Observable } from './observable.js';
import { Repeater } from './repeater.js';
import { TileBoard } from './tiles.js';

/** One picture or sound that arrives. */
export interface RemoteStream {
  readonly peerId: string;
  readonly source: Source;
  readonly track: MediaStreamTrack;
}

export const streamKey = (peerId: string, source: Source): string => `${peerId}/${source}`;

/** Wishes are collected this long, so that a page of tiles is one message. */
const collectMs = 100;

/**
 * Says which pictures are wanted, whole and anew each time, and makes the consumers equal to the server's answer.
 * Sound always comes.
 */
export class Receiving {
  readonly streams = new Observable<ReadonlyMap<string, RemoteStream>>(new Map());
  readonly tiles = new TileBoard(() => this.declaring.soon());
  private readonly consumers = new Map<string, Consumer<{ peerId: string; source: Source }>>();
  private readonly declaring = new Repeater(collectMs, () => this.declare());
  private seat: MediaSeat | undefined;
  private transport: Transport | undefined;
  private watchedVersion = -1;

  constructor(private readonly calls: Pick<StreamCalls, 'watch' | 'ready'>) {}

  /** The seat's transports are new; the first wish is declared before this resolves. */
  async attach(seat: MediaSeat): Promise<void> {
    this.detach();
    this.seat = seat;
    const transport = await seat.receiver();
    if (this.seat !== seat) return;
    this.transport = transport;
    await this.declaring.now();
  }

  /** The same transports, but the server may have changed what flows meanwhile. */
  redeclare(): void {
    this.declaring.soon(0);
  }

  streamsAreAt(version: number): void {
    if (version > this.watchedVersion) this.declaring.soon(0);
  }

  detach(): void {
    this.seat = undefined;
    this.transport = undefined;
    this.watchedVersion = -1;
    for (const consumer of this.consumers.values()) consumer.close();
    this.consumers.clear();
    this.publish();
  }

  list(): Consumer<{ peerId: string; source: Source }>[] {
    return [...this.consumers.values()];
  }

  private async declare(): Promise<void> {
    const { transport } = this;
    if (!transport) return;
    const { consumers, streamsVersion } = await this.calls.watch({ tiles: this.tiles.wish() });
    if (this.transport !== transport) return;
    this.watchedVersion = streamsVersion;
    this.closeAllBut(consumers);
    const fresh = await this.make(consumers, transport);
    this.publish();
    if (fresh.length > 0 && this.transport === transport) await this.calls.ready({ consumers: fresh });
  }

  private closeAllBut(wanted: readonly ConsumerView[]): void {
    const ids = new Set(wanted.map(({ id }) => id));
    for (const [id, consumer] of this.consumers) {
      if (ids.has(id)) continue;
      consumer.close();
      this.consumers.delete(id);
    }
  }

  private async make(wanted: readonly ConsumerView[], transport: Transport): Promise<{ id: string }[]> {
    const missing = wanted.filter(({ id }) => !this.consumers.has(id));
    const made = await Promise.allSettled(missing.map((view) => this.consume(view, transport)));
    return made.flatMap((result) => (result.status === 'fulfilled' ? [{ id: result.value }] : []));
  }

  private async consume(view: ConsumerView, transport: Transport): Promise<string> {
    const { id, producerId, kind, rtpParameters, peerId, source } = view;
    // Picture and sound of one source share a stream, so that the browser keeps them in step.
    const streamId = `${peerId}-${source === 'screen' || source === 'screenAudio' ? 'screen' : 'camera'}`;
    const appData = { peerId, source };
    const consumer = await transport.consume({ id, producerId, kind, rtpParameters, streamId, appData });
    this.consumers.set(id, consumer);
    return id;
  }

  private publish(): void {
    const streams = new Map<string, RemoteStream>();
    const before = this.streams.get();
    for (const { track, appData } of this.consumers.values()) {
      const key = streamKey(appData.peerId, appData.source);
      const known = before.get(key);
      streams.set(key, known?.track === track ? known : { ...appData, track });
    }
    this.streams.set(streams);
  }
}
