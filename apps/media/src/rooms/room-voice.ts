import { everyoneIn, onlyAttachment } from '@diemcau/contracts/core/messages';
import {
  type AudioLevel,
  type LayerWishes,
  type Levels,
  StreamPushes,
  type StreamsView,
} from '@diemcau/contracts/media/streams';
import type { Pushes } from '@diemcau/service/bus/pushes';
import { Logger } from '@nestjs/common';
import type { RoomMediaListener } from '../sfu/room-media.js';
import type { Seat } from './seat.js';

/** What the voice needs to know of the room it speaks for. */
interface SpokenFor {
  readonly roomId: string;
  readonly record: { readonly state: { readonly version: number } };
  readonly media: { readonly id: string; readonly version: number };
  streams(): StreamsView;
  seatOf(peerId: string): Seat | undefined;
  allSeats(): Iterable<Seat>;
  rebuild(): Promise<void>;
}

/** Changes come in bursts (everybody joins, everybody is muted): told once. */
const streamsAfterMs = 20;
const qualityEveryMs = 2000;

/** Tells clients what the media does: streams, levels, layer wishes, line quality. None of it is in the log. */
export class RoomVoice implements RoomMediaListener {
  private readonly log = new Logger(RoomVoice.name);
  private speaker: string | null = null;
  private streamsTimer: NodeJS.Timeout | undefined;
  private readonly qualityTimers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly room: SpokenFor,
    private readonly pushes: Pushes,
  ) {}

  streamsChanged(): void {
    this.streamsTimer ??= setTimeout(() => {
      this.streamsTimer = undefined;
      this.pushes.send(everyoneIn(this.room.roomId), StreamPushes.changed, this.room.streams());
    }, streamsAfterMs);
  }

  speakerChanged(peerId: string): void {
    this.speaker = peerId;
    this.tellLevels([]);
  }

  levels(levels: readonly AudioLevel[]): void {
    this.tellLevels(levels);
  }

  wishesChanged(peerId: string, wishes: LayerWishes): void {
    const seat = this.room.seatOf(peerId);
    if (seat) this.pushes.send(onlyAttachment(seat.attachmentId), StreamPushes.wishes, wishes);
  }

  /** The first change in a while is told after the others that come with it. */
  qualityChanged(peerId: string): void {
    if (this.qualityTimers.has(peerId)) return;
    const timer = setTimeout(() => {
      this.qualityTimers.delete(peerId);
      const seat = this.room.seatOf(peerId);
      if (seat)
        this.pushes.send(onlyAttachment(seat.attachmentId), StreamPushes.quality, seat.media.quality());
    }, qualityEveryMs);
    timer.unref();
    this.qualityTimers.set(peerId, timer);
  }

  lost(): void {
    this.room.rebuild().catch((error: unknown) => this.log.error(error));
  }

  rebuilt(): void {
    this.speaker = null;
    this.pushes.send(everyoneIn(this.room.roomId), StreamPushes.rebuilt, { mediaId: this.room.media.id });
    this.streamsChanged();
  }

  private tellLevels(levels: readonly AudioLevel[]): void {
    const { record, media } = this.room;
    const body: Levels = {
      speaker: this.speaker,
      levels: [...levels],
      version: record.state.version,
      streamsVersion: media.version,
    };
    this.pushes.send(everyoneIn(this.room.roomId), StreamPushes.levels, body);
  }
}
