import { kindOf, type ConsumerView } from '@diemcau/contracts/media/streams';
import type { types } from 'mediasoup';
import type { PlannedStream } from './watch-plan.js';
import { streamKey } from './watch-plan.js';
import type { RoomStream } from './room-stream.js';
import type { SfuWorker } from './sfu-worker.js';

interface Watched {
  readonly stream: RoomStream;
  readonly consumer: types.Consumer;
  /** The client has made its end: media may flow. */
  ready: boolean;
  /** In the present plan. */
  wanted: boolean;
  layer: number;
}

/** Consumers kept paused for a quick return of a tile; older ones are closed. */
const pausedKept = 12;

/** What one viewer receives. Paused at birth, flowing after `ready`, paused again when no longer wanted. */
export class PeerConsumers {
  private readonly watched = new Map<string, Watched>();

  constructor(
    private readonly transport: types.WebRtcTransport,
    private readonly rtpCapabilities: types.RtpCapabilities,
    private readonly router: types.Router,
    private readonly sfu: SfuWorker,
    private readonly scored: () => void,
  ) {}

  /** Brings the consumers in line with the plan. */
  async follow(
    plan: readonly PlannedStream[],
    streamOf: (key: string) => RoomStream | undefined,
  ): Promise<void> {
    const keys = new Set(plan.map(streamKey));
    for (const [key, watched] of this.watched) {
      if (!keys.has(key) && watched.wanted) this.rest(watched);
    }
    this.closeOldest();
    await Promise.all(
      plan.map(async (planned) => {
        const stream = streamOf(streamKey(planned));
        if (stream && !stream.producer.closed) await this.want(stream, planned);
      }),
    );
  }

  async ready(consumerIds: ReadonlySet<string>): Promise<void> {
    const resumed = [...this.watched.values()].filter(({ consumer }) => consumerIds.has(consumer.id));
    await Promise.all(
      resumed.map(async (watched) => {
        watched.ready = true;
        if (watched.wanted) await watched.consumer.resume();
      }),
    );
  }

  /** Highest layer this viewer wants of a stream; -1 when none. */
  wantedLayer(key: string): number {
    const watched = this.watched.get(key);
    return watched?.wanted ? watched.layer : -1;
  }

  /** Without those whose producer has closed: the worker's notice of that is still on its way to their consumers. */
  views(): ConsumerView[] {
    return [...this.watched.values()]
      .filter(({ stream }) => !stream.producer.closed)
      .map(({ consumer, stream }) => ({
        id: consumer.id,
        producerId: consumer.producerId,
        peerId: stream.peerId,
        source: stream.source,
        kind: consumer.kind,
        rtpParameters: consumer.rtpParameters as ConsumerView['rtpParameters'],
      }));
  }

  /** Mean score of what flows, 0–10 (how well the viewer gets it); null while nothing flows. */
  score(): number | null {
    const flowing = [...this.watched.values()].filter(
      ({ consumer }) => !consumer.paused && !consumer.producerPaused,
    );
    if (flowing.length === 0) return null;
    return flowing.reduce((sum, { consumer }) => sum + consumer.score.score, 0) / flowing.length;
  }

  private async want(stream: RoomStream, planned: PlannedStream): Promise<void> {
    const layer = planned.spatialLayer ?? 0;
    const known = this.watched.get(streamKey(planned));
    const watched = known ?? (await this.open(stream, layer));
    if (!watched || watched.consumer.closed) return;
    const { consumer } = watched;
    if (kindOf[planned.source] === 'video') {
      if (known && known.layer !== layer) await consumer.setPreferredLayers({ spatialLayer: layer });
      if (planned.priority !== undefined && consumer.priority !== planned.priority) {
        await consumer.setPriority(planned.priority);
      }
    }
    watched.layer = layer;
    watched.wanted = true;
    if (watched.ready && consumer.paused) await consumer.resume();
  }

  private async open(stream: RoomStream, layer: number): Promise<Watched | undefined> {
    const { producer } = stream;
    if (!this.router.canConsume({ producerId: producer.id, rtpCapabilities: this.rtpCapabilities }))
      return undefined;
    const consumer = await this.transport.consume({
      producerId: producer.id,
      rtpCapabilities: this.rtpCapabilities,
      paused: true,
      ...(producer.kind === 'video' && { preferredLayers: { spatialLayer: layer } }),
    });
    const key = streamKey(stream);
    const watched: Watched = { stream, consumer, ready: false, wanted: true, layer };
    this.watched.set(key, watched);
    this.sfu.consumers += 1;
    consumer.on('score', this.scored);
    consumer.observer.once('close', () => {
      this.sfu.consumers -= 1;
      if (this.watched.get(key) === watched) this.watched.delete(key);
    });
    return watched;
  }

  private rest(watched: Watched): void {
    watched.wanted = false;
    void watched.consumer.pause().catch(() => undefined);
    // To the end of the order: last rested, last closed.
    const key = streamKey(watched.stream);
    this.watched.delete(key);
    this.watched.set(key, watched);
  }

  private closeOldest(): void {
    const resting = [...this.watched.values()].filter(({ wanted }) => !wanted);
    for (const { consumer } of resting.slice(0, Math.max(0, resting.length - pausedKept))) consumer.close();
  }
}
