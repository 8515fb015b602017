import type { LayerWish, Source } from '@diemcau/contracts/media/streams';
import type { Producer } from 'mediasoup-client/types';
import type { StreamCalls } from './calls.js';
import { sendingOptions } from './encodings.js';
import type { MediaSeat } from './media-seat.js';

/** What flows from this site over the present seat. */
export class Producers {
  private readonly producers = new Map<Source, Producer>();
  private readonly closing = new Map<Source, Promise<void>>();
  private readonly limits = new Map<Source, number>();
  private readonly limiting = new Map<Source, Promise<void>>();
  private seat: MediaSeat | undefined;

  constructor(private readonly calls: Pick<StreamCalls, 'close'>) {}

  attach(seat: MediaSeat): void {
    this.detach();
    this.seat = seat;
  }

  detach(): void {
    this.seat = undefined;
    for (const producer of this.producers.values()) producer.close();
    this.producers.clear();
  }

  /**
   * Does nothing between two seats. The caller says by `stillWanted` whether the track is the one to send when the
   * server has answered.
   */
  async open(
    source: Source,
    track: MediaStreamTrack,
    paused: boolean,
    stillWanted: () => boolean,
  ): Promise<void> {
    await this.closing.get(source);
    const { seat } = this;
    if (!seat) return;
    const producer = await this.produce(seat, source, track, paused).catch((error: unknown) => {
      if (this.seat === seat) throw error;
    });
    if (!producer) return;
    if (this.seat !== seat) return producer.close();
    this.producers.set(source, producer);
    if (!stillWanted()) return this.close(source);
    if (paused) producer.pause();
    await this.applyLimit(source);
  }

  /** Here at once, at the server as soon as it hears of it; lost words are made good by the next join. */
  close(source: Source): void {
    if (!this.drop(source)) return;
    const closed = this.calls
      .close({ source })
      .catch(() => undefined)
      .finally(() => {
        if (this.closing.get(source) === closed) this.closing.delete(source);
      });
    this.closing.set(source, closed);
  }

  /** The server has closed it already. */
  drop(source: Source): boolean {
    this.producers.get(source)?.close();
    return this.producers.delete(source);
  }

  has(source: Source): boolean {
    return this.producers.has(source);
  }

  pause(source: Source, paused: boolean): void {
    const producer = this.producers.get(source);
    if (paused) producer?.pause();
    else producer?.resume();
  }

  async replaceTrack(source: Source, track: MediaStreamTrack): Promise<void> {
    await this.producers.get(source)?.replaceTrack({ track });
  }

  /** Layers nobody watches are not sent. */
  limit(wishes: readonly LayerWish[]): void {
    for (const { source, maxSpatialLayer } of wishes) {
      this.limits.set(source, maxSpatialLayer);
      void this.applyLimit(source).catch(() => undefined);
    }
  }

  list(): { source: Source; producer: Producer }[] {
    return [...this.producers].map(([source, producer]) => ({ source, producer }));
  }

  private async produce(
    seat: MediaSeat,
    source: Source,
    track: MediaStreamTrack,
    paused: boolean,
  ): Promise<Producer> {
    const transport = await seat.sender();
    return transport.produce({
      track,
      stopTracks: false,
      disableTrackOnPause: true,
      ...sendingOptions(source, seat.device.sendRtpCapabilities),
      appData: { source, paused },
    });
  }

  /** One at a time: mediasoup-client takes a limit for the present one while another is on its way. */
  private applyLimit(source: Source): Promise<void> {
    const applied = (this.limiting.get(source) ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => this.applyNewestLimit(source));
    this.limiting.set(source, applied);
    return applied;
  }

  private async applyNewestLimit(source: Source): Promise<void> {
    const limit = this.limits.get(source);
    const producer = this.producers.get(source);
    if (limit === undefined || producer?.kind !== 'video' || producer.closed) return;
    await producer.setMaxSpatialLayer(limit);
  }
}
