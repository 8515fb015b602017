import type { LayerWish, LayerWishes, Source, StreamView, Tile } from '@diemcau/contracts/media/streams';
import type { types } from 'mediasoup';
import type { MediaConfig } from '../config.js';
import { layerWishesOf } from './layer-wishes.js';
import type { PeerConsumers } from './peer-consumers.js';
import { PeerMedia, type PeerRoom } from './peer-media.js';
import { RoomStream } from './room-stream.js';
import { type LoudnessListener, RouterHome } from './router-home.js';
import type { SfuWorker } from './sfu-worker.js';
import { planWatch, streamKey } from './watch-plan.js';
import type { WorkersService } from './workers.service.js';

export interface RoomMediaListener {
  /** Who sends what has changed. */
  streamsChanged(): void;
  speakerChanged(peerId: string): void;
  levels(levels: readonly { peerId: string; dbov: number }[]): void;
  wishesChanged(peerId: string, wishes: LayerWishes): void;
  qualityChanged(peerId: string): void;
  /** A worker under the room died: nothing of it is left. */
  lost(): void;
}

const wishesAfterMs = 50;

/** A room's media on this node: routers on one or more workers, and what its peers send and receive. Memory only. */
export class RoomMedia implements PeerRoom {
  private readonly homes: RouterHome[] = [];
  private opening: Promise<RouterHome> | undefined;
  private readonly streams = new Map<string, RoomStream>();
  private readonly peers = new Map<string, PeerMedia>();
  private readonly wishes = new Map<string, string>();
  private wishesVersion = 0;
  private wishesTimer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    /** Names this incarnation; clients with another one's transports make new ones. */
    readonly id: string,
    private readonly workers: WorkersService,
    private readonly config: MediaConfig,
    private readonly listener: RoomMediaListener,
    /** Raised whenever who sends what changes; goes on where the incarnation before stopped, or clients would not listen. */
    public version: number,
  ) {}

  /** False once a worker under it has died. */
  get intact(): boolean {
    return this.homes.every(({ router }) => !router.closed);
  }

  async rtpCapabilities(): Promise<types.RtpCapabilities> {
    const home = this.homes[0] ?? (await this.openHome());
    return home.router.rtpCapabilities;
  }

  async enter(peerId: string): Promise<PeerMedia> {
    const home = await this.homeForOneMore();
    this.peers.get(peerId)?.close();
    const peer = new PeerMedia(peerId, this, home, this.config, () => this.listener.qualityChanged(peerId));
    this.peers.set(peerId, peer);
    return peer;
  }

  leave(peerId: string): void {
    this.peers.get(peerId)?.close();
    this.peers.delete(peerId);
    this.wishes.delete(peerId);
    this.updateWishes();
  }

  async add(peerId: string, source: Source, producer: types.Producer, home: RouterHome): Promise<RoomStream> {
    const stream = new RoomStream(peerId, source, producer, home);
    this.streams.set(streamKey(stream), stream);
    if (source === 'microphone' && !producer.closed) await home.listenTo(producer).catch(() => undefined);
    this.touch();
    this.updateWishes();
    return stream;
  }

  drop(stream: RoomStream): void {
    const key = streamKey(stream);
    if (this.streams.get(key) === stream) this.streams.delete(key);
    this.touch();
  }

  touch(): void {
    this.version += 1;
    if (!this.closed) this.listener.streamsChanged();
  }

  views(): StreamView[] {
    return [...this.streams.values()].map(({ peerId, source, producer }) => ({
      peerId,
      source,
      paused: producer.paused,
    }));
  }

  /** @returns the version of who sends what that the plan was made from */
  async follow(
    peerId: string,
    tiles: readonly Tile[],
    consumers: PeerConsumers,
    home: RouterHome,
  ): Promise<number> {
    const { version } = this;
    const plan = planWatch(peerId, tiles, [...this.streams.values()], this.config.lastN);
    const wanted = plan.flatMap((planned) => this.streams.get(streamKey(planned)) ?? []);
    await Promise.all(wanted.map((stream) => stream.reach(home)));
    await consumers.follow(plan, (key) => this.streams.get(key));
    this.updateWishes();
    return version;
  }

  wishesFor(peerId: string): LayerWishes {
    this.wishesVersion += 1;
    return { version: this.wishesVersion, wishes: this.layersWatchedOf(peerId) };
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.wishesTimer);
    for (const peer of this.peers.values()) peer.close();
    for (const home of this.homes) home.close();
  }

  /** Viewers come and go in bursts: told once, shortly after. */
  private updateWishes(): void {
    this.wishesTimer ??= setTimeout(() => {
      this.wishesTimer = undefined;
      this.tellWishes();
    }, wishesAfterMs);
  }

  private tellWishes(): void {
    if (this.closed) return;
    for (const stream of this.streams.values()) {
      const { peerId } = stream;
      const told = JSON.stringify(this.layersWatchedOf(peerId));
      if (this.wishes.get(peerId) === told) continue;
      this.wishes.set(peerId, told);
      this.listener.wishesChanged(peerId, this.wishesFor(peerId));
    }
  }

  private layersWatchedOf(peerId: string): LayerWish[] {
    const own = this.peers.get(peerId)?.streams() ?? [];
    return layerWishesOf(own, (key) =>
      Math.max(-1, ...[...this.peers.values()].map((peer) => peer.wantedLayer(key))),
    );
  }

  /** The room stays on as few workers as it can, and spreads when they are full. */
  private async homeForOneMore(): Promise<RouterHome> {
    const free = this.homes.find(({ sfu }) => !this.workers.isFull(sfu));
    if (free) return free;
    const taken = this.homes.map(({ sfu }) => sfu);
    if (this.homes.length === 0 || this.workers.hasSpare(taken)) return this.openHome(taken);
    return this.homes.toSorted((a, b) => a.sfu.consumers - b.sfu.consumers)[0] ?? this.openHome();
  }

  private async openHome(except: readonly SfuWorker[] = []): Promise<RouterHome> {
    this.opening ??= this.openOn(except).finally(() => {
      this.opening = undefined;
    });
    return this.opening;
  }

  /** A worker that dies while the router is being made is not the last: the next one is asked. */
  private async openOn(except: readonly SfuWorker[]): Promise<RouterHome> {
    for (;;) {
      const sfu = await this.workers.leastLoaded(except);
      try {
        return this.settle(await RouterHome.open(sfu, this.loudness()));
      } catch (error) {
        if (sfu.alive) throw error;
      }
    }
  }

  private settle(home: RouterHome): RouterHome {
    home.router.on('workerclose', () => {
      if (!this.closed) this.listener.lost();
    });
    this.homes.push(home);
    return home;
  }

  private loudness(): LoudnessListener {
    return {
      spoke: (producerId) => {
        const peerId = this.peerOf(producerId);
        if (peerId) this.listener.speakerChanged(peerId);
      },
      volumes: (volumes) =>
        this.listener.levels(
          volumes.flatMap(({ producerId, dbov }) => {
            const peerId = this.peerOf(producerId);
            return peerId ? [{ peerId, dbov }] : [];
          }),
        ),
    };
  }

  private peerOf(producerId: string): string | undefined {
    return [...this.streams.values()].find(({ producer }) => producer.id === producerId)?.peerId;
  }
}
