import { Failure } from '@diemcau/contracts/core/failure';
import {
  type Direction,
  kindOf,
  type OpenedTransport,
  type Source,
  streamErrors,
  type Tile,
  type Watching,
} from '@diemcau/contracts/media/streams';
import type { types } from 'mediasoup';
import type { MediaConfig } from '../config.js';
import { PeerConsumers } from './peer-consumers.js';
import type { RoomStream } from './room-stream.js';
import type { RouterHome } from './router-home.js';

/** Where the estimate of the viewer's line starts, in bit/s: a small picture at once, more as the line proves itself. */
const firstEstimate = 1_000_000;
/** A sender is asked for a key frame at most this often, in ms, however many viewers ask. */
const keyFrameEveryMs = { camera: 1000, screen: 2000 };

/** What a peer's media needs of its room's. */
export interface PeerRoom {
  add(peerId: string, source: Source, producer: types.Producer, home: RouterHome): Promise<RoomStream>;
  drop(stream: RoomStream): void;
  touch(): void;
  follow(peerId: string, tiles: readonly Tile[], consumers: PeerConsumers, home: RouterHome): Promise<number>;
}

/** One seat's transports, producers and consumers; gone with the worker they live on. */
export class PeerMedia {
  private readonly transports = new Map<Direction, types.WebRtcTransport>();
  private readonly produced = new Map<Source, RoomStream>();
  private consumers: PeerConsumers | undefined;
  private tiles: readonly Tile[] = [];
  private following: Promise<number> = Promise.resolve(0);

  constructor(
    readonly peerId: string,
    private readonly room: PeerRoom,
    private readonly home: RouterHome,
    private readonly config: MediaConfig,
    /** A score changed: the line's quality is worth telling. */
    private readonly scored: () => void,
  ) {}

  /** A second transport of a direction takes the first one's place. */
  async openTransport(
    direction: Direction,
    rtpCapabilities?: types.RtpCapabilities,
  ): Promise<OpenedTransport> {
    if (direction === 'receive' && !rtpCapabilities) throw new Failure(streamErrors.needsCapabilities);
    const transport = await this.home.router.createWebRtcTransport({
      webRtcServer: this.home.sfu.server,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate: firstEstimate,
    });
    this.transports.get(direction)?.close();
    this.transports.set(direction, transport);
    if (direction === 'send') {
      await transport.setMaxIncomingBitrate(this.config.maxIncomingKbps * 1000);
    } else if (rtpCapabilities) {
      const { router, sfu } = this.home;
      this.consumers = new PeerConsumers(transport, rtpCapabilities, router, sfu, this.scored);
    }
    const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
    return { id, iceParameters, candidates: { list: iceCandidates }, dtlsParameters };
  }

  async connect(transportId: string, dtlsParameters: types.DtlsParameters): Promise<void> {
    const transport = this.transportById(transportId);
    await this.asked(() => transport.connect({ dtlsParameters }));
  }

  async restartIce(transportId: string): Promise<types.IceParameters> {
    return this.transportById(transportId).restartIce();
  }

  /** The caller has checked the right to produce, and checks it again after this. */
  async produce(
    transportId: string,
    source: Source,
    rtpParameters: types.RtpParameters,
    paused: boolean,
  ): Promise<types.Producer> {
    const transport = this.transportById(transportId);
    if (transport !== this.transports.get('send')) throw new Failure(streamErrors.noTransport);
    if (this.produced.has(source)) throw new Failure(streamErrors.sourceTaken);
    const producer = await this.asked(() =>
      transport.produce({
        kind: kindOf[source],
        rtpParameters,
        paused,
        ...(source === 'camera' && { keyFrameRequestDelay: keyFrameEveryMs.camera }),
        ...(source === 'screen' && { keyFrameRequestDelay: keyFrameEveryMs.screen }),
      }),
    );
    if (this.produced.has(source)) {
      producer.close();
      throw new Failure(streamErrors.sourceTaken);
    }
    const stream = await this.room.add(this.peerId, source, producer, this.home);
    this.produced.set(source, stream);
    producer.on('score', this.scored);
    producer.observer.once('close', () => {
      if (this.produced.get(source) === stream) this.produced.delete(source);
      this.room.drop(stream);
    });
    return producer;
  }

  async setPaused(source: Source, paused: boolean): Promise<void> {
    const stream = this.produced.get(source);
    if (!stream) throw new Failure(streamErrors.noProducer);
    if (stream.producer.paused === paused) return;
    await (paused ? stream.producer.pause() : stream.producer.resume());
    this.room.touch();
  }

  closeSource(source: Source): void {
    this.produced.get(source)?.producer.close();
  }

  /** I33: whatever the client does from here on, nothing of it reaches anybody. */
  closeProducers(): void {
    for (const stream of this.produced.values()) stream.producer.close();
  }

  /** @param tiles the viewer's whole wish; the newest wins when calls overlap */
  async watch(tiles: readonly Tile[]): Promise<Watching> {
    this.tiles = tiles;
    const { consumers } = this;
    if (!consumers) throw new Failure(streamErrors.needsCapabilities);
    this.following = this.following
      .catch(() => 0)
      .then(() => this.room.follow(this.peerId, this.tiles, consumers, this.home));
    const streamsVersion = await this.asked(() => this.following);
    return { consumers: consumers.views(), streamsVersion };
  }

  async ready(consumerIds: readonly string[]): Promise<void> {
    await this.consumers?.ready(new Set(consumerIds));
  }

  wantedLayer(key: string): number {
    return this.consumers?.wantedLayer(key) ?? -1;
  }

  streams(): RoomStream[] {
    return [...this.produced.values()];
  }

  /** 0–10 each way, from receiver reports and the SFU's own counting; null while nothing flows. */
  quality(): { up: number | null; down: number | null } {
    const scores = this.streams()
      .filter(({ producer }) => !producer.paused)
      .flatMap(({ producer }) => producer.score.map(({ score }) => score));
    return { up: scores.length === 0 ? null : Math.max(...scores), down: this.consumers?.score() ?? null };
  }

  close(): void {
    for (const transport of this.transports.values()) transport.close();
    this.transports.clear();
    this.produced.clear();
    this.consumers = undefined;
  }

  private transportById(id: string): types.WebRtcTransport {
    const transport = [...this.transports.values()].find((known) => known.id === id);
    if (!transport || transport.closed) throw new Failure(streamErrors.noTransport);
    return transport;
  }

  /** What mediasoup rejects here was wrong in what the client sent, or its transport has gone meanwhile. */
  private async asked<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Failure) throw error;
      throw new Failure(streamErrors.badParameters, {
        why: error instanceof Error ? error.message : String(error),
      });
    }
  }
}
