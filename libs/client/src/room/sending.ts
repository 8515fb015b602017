import { mayProduce, type PeerRole } from '@diemcau/contracts/media/room-state';
import type { LayerWishes, Source, StreamView } from '@diemcau/contracts/media/streams';
import { Problem } from '../problem.js';
import type { StreamCalls } from './calls.js';
import type { MediaSeat } from './media-seat.js';
import { Observable } from './observable.js';
import { Producers } from './producers.js';

/** One own picture or sound. */
export interface OwnStream {
  readonly source: Source;
  readonly track: MediaStreamTrack;
  /** Who paused it; null while it flows. */
  readonly mutedBy: 'me' | 'host' | null;
}
export type OwnStreams = Partial<Readonly<Record<Source, OwnStream>>>;

/** What this site wants to send: across reconnects it is sent again, after a loss of the right it is stopped. */
export class Sending {
  readonly own = new Observable<OwnStreams>({});
  readonly producers: Producers;
  private wishesVersion = 0;

  constructor(private readonly calls: Pick<StreamCalls, 'close' | 'setPaused'>) {
    this.producers = new Producers(calls);
  }

  /**
   * Sends a track; it is stopped by us at the end.
   * @throws Problem `streams.mayNotProduce` without the right (TM-2c), whatever the page believed
   */
  async start(source: Source, track: MediaStreamTrack, paused = false): Promise<void> {
    this.stop(source);
    this.keep({ source, track, mutedBy: paused ? 'me' : null });
    track.addEventListener?.('ended', () => {
      if (this.own.get()[source]?.track === track) this.stop(source);
    });
    await this.open(source);
  }

  /** Stops the track as well: the camera's light goes out. */
  stop(source: Source): void {
    this.producers.close(source);
    this.forget(source);
  }

  /** The right was taken back, and the server has closed everything. */
  stopAll(): void {
    for (const source of this.sources()) {
      this.producers.drop(source);
      this.forget(source);
    }
  }

  async setPaused(source: Source, paused: boolean): Promise<void> {
    const own = this.own.get()[source];
    if (!own || (own.mutedBy !== null) === paused) return;
    this.mark(own, paused ? 'me' : null);
    if (this.producers.has(source)) await this.calls.setPaused({ source, paused });
  }

  /** A host muted it; the SFU has paused it already. */
  pausedByHost(source: Source): void {
    const own = this.own.get()[source];
    if (own?.mutedBy === null) this.mark(own, 'host');
  }

  /** Another camera or microphone for the same source. */
  async replaceTrack(source: Source, track: MediaStreamTrack): Promise<void> {
    const own = this.own.get()[source];
    if (!own) return track.stop();
    await this.producers.replaceTrack(source, track);
    own.track.stop();
    this.keep({ ...own, track });
  }

  /** What viewers need now; what is older than what is known was overtaken. */
  limit({ version, wishes }: LayerWishes): void {
    if (version <= this.wishesVersion) return;
    this.wishesVersion = version;
    this.producers.limit(wishes);
  }

  /** New transports: everything is sent again, where the role still allows. */
  async attach(seat: MediaSeat, role: PeerRole): Promise<void> {
    this.producers.attach(seat);
    this.wishesVersion = 0;
    if (!mayProduce(role)) return this.stopAll();
    await Promise.allSettled(this.sources().map((source) => this.open(source)));
  }

  /** The same transports after a lost socket: makes good what neither side heard of the other meanwhile. */
  async agree(atServer: readonly StreamView[]): Promise<void> {
    const unknown = this.sources().filter((source) => !atServer.some((stream) => stream.source === source));
    for (const source of unknown) this.producers.drop(source);
    await Promise.allSettled(unknown.map((source) => this.open(source)));
    for (const { source, paused } of atServer) {
      const own = this.own.get()[source];
      if (!own) await this.calls.close({ source });
      else if (paused && own.mutedBy === null) this.pausedByHost(source);
      else if (!paused && own.mutedBy !== null) await this.calls.setPaused({ source, paused: true });
    }
  }

  private async open(source: Source): Promise<void> {
    const own = this.own.get()[source];
    if (!own) return;
    const stillWanted = () => this.own.get()[source]?.track === own.track;
    try {
      await this.producers.open(source, own.track, own.mutedBy !== null, stillWanted);
    } catch (error) {
      // Lost on the way: the next join sends it again. Anything else is a refusal.
      if (error instanceof Problem && error.passing) return;
      if (stillWanted()) this.forget(source);
      throw error;
    }
  }

  private sources(): Source[] {
    return Object.keys(this.own.get()) as Source[];
  }

  private mark(own: OwnStream, mutedBy: OwnStream['mutedBy']): void {
    this.producers.pause(own.source, mutedBy !== null);
    this.keep({ ...own, mutedBy });
  }

  private keep(own: OwnStream): void {
    this.own.set({ ...this.own.get(), [own.source]: own });
  }

  private forget(source: Source): void {
    const { [source]: gone, ...rest } = this.own.get();
    if (!gone) return;
    gone.track.stop();
    this.own.set(rest);
  }
}
