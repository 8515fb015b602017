import { Failure } from '@diemcau/contracts/core/failure';
import { everyoneIn, onlyAttachment } from '@diemcau/contracts/core/messages';
import { type CloseReason, liveErrors, RoomPushes } from '@diemcau/contracts/media/room';
import type { PeerRole, PeerView } from '@diemcau/contracts/media/room-state';
import type { StreamsView } from '@diemcau/contracts/media/streams';
import type { TicketClaims } from '@diemcau/contracts/meetings/lobby';
import type { Pushes } from '@diemcau/service/bus/pushes';
import type { PeerMedia } from '../sfu/peer-media.js';
import type { RoomMedia } from '../sfu/room-media.js';
import { RoomVoice } from './room-voice.js';
import { RoomRecord } from './room-record.js';
import type { HeldSession, RoomLogService } from './room-log.service.js';
import { isAway, isForsaken, type Seat } from './seat.js';

export interface LiveRoomParts {
  readonly session: HeldSession;
  readonly log: RoomLogService;
  readonly pushes: Pushes;
  /** Makes the room's media, and again when a worker under it has died. */
  readonly openMedia: (listener: RoomVoice, fromVersion: number) => RoomMedia;
  readonly seatGraceMs: number;
}

/** One live room on the node that holds its lease: its record, its seats, its media. */
export class LiveRoom {
  readonly record: RoomRecord;
  media: RoomMedia;
  /** Since when nobody is here; null while somebody is. Milliseconds since the epoch. */
  emptySince: number | null = Date.now();
  private readonly seats = new Map<string, Seat>();
  private readonly voice: RoomVoice;
  private readonly takenOverAt = Date.now();
  private rebuilding: Promise<void> | undefined;

  constructor(private readonly parts: LiveRoomParts) {
    this.voice = new RoomVoice(this, parts.pushes);
    this.record = new RoomRecord(parts.session, parts.log, (event) =>
      parts.pushes.send(everyoneIn(this.roomId), RoomPushes.event, event),
    );
    this.media = parts.openMedia(this.voice, 0);
  }

  get session(): HeldSession {
    return this.parts.session;
  }

  get roomId(): string {
    return this.parts.session.roomId;
  }

  get seatCount(): number {
    return this.seats.size;
  }

  /** Seats whose socket is there or may come back. */
  allSeats(): Iterable<Seat> {
    return this.seats.values();
  }

  seatOf(peerId: string): Seat | undefined {
    return this.seats.get(peerId);
  }

  roleOf(peerId: string): PeerRole | undefined {
    return this.record.state.peers[peerId]?.role;
  }

  /** @throws Failure removed */
  refuseRemoved(peerId: string): void {
    if (this.record.state.removed.includes(peerId)) throw new Failure(liveErrors.removed);
  }

  /**
   * Gives the identity its seat, or the seat a new socket.
   * @param mediaId the incarnation of media the client still holds transports of
   */
  async attach(claims: TicketClaims, attachmentId: string, mediaId?: string): Promise<Seat> {
    const { peerId } = claims;
    this.refuseRemoved(peerId);
    const known = this.seats.get(peerId);
    if (known && known.attachmentId !== attachmentId) this.tellClosed(known.attachmentId, 'replaced');
    const media = known && mediaId === this.media.id ? known.media : await this.freshMedia(peerId);
    const seat: Seat = { peerId, claims, attachmentId, media, awaySince: null, lastSeen: Date.now() };
    this.seats.set(peerId, seat);
    this.emptySince = null;
    await this.record.change((state) => {
      this.refuseRemoved(peerId);
      const before = state.peers[peerId];
      // A host's right comes with each ticket; a grant made in the room stays with the seat.
      const role: PeerRole = claims.host
        ? 'host'
        : before && before.role !== 'host'
          ? before.role
          : 'participant';
      if (before?.role === role && before.name === claims.name) return [];
      return [{ type: 'entered', peer: peerView(claims, role) }];
    });
    if (known && known.awaySince !== null) this.media.touch();
    return seat;
  }

  detach(attachmentId: string): void {
    const seat = [...this.seats.values()].find((known) => known.attachmentId === attachmentId);
    if (!seat) return;
    seat.awaySince ??= Date.now();
    // Who is away is told with the streams.
    this.media.touch();
  }

  /** Ends a seat; its transports close. The log is the caller's to write. */
  vacate(peerId: string, reason?: CloseReason): void {
    const seat = this.seats.get(peerId);
    if (!seat) return;
    this.seats.delete(peerId);
    this.media.leave(peerId);
    if (reason) this.tellClosed(seat.attachmentId, reason);
    if (this.seats.size === 0) this.emptySince = Date.now();
  }

  /** Gives up seats nobody came back to, and peers of before a takeover who did not rejoin. */
  async sweep(nowMs: number): Promise<void> {
    const known = new Set([...Object.keys(this.record.state.peers), ...this.seats.keys()]);
    const forsaken = [...known].filter((peerId) => {
      const seat = this.seats.get(peerId);
      return seat
        ? isForsaken(seat, nowMs, this.parts.seatGraceMs)
        : nowMs - this.takenOverAt > this.parts.seatGraceMs;
    });
    if (forsaken.length === 0) return;
    await this.record.change((state) =>
      forsaken.filter((id) => state.peers[id]).map((peerId) => ({ type: 'left', peerId }) as const),
    );
    for (const peerId of forsaken) this.vacate(peerId);
  }

  /** Puts somebody out whose sign-in was revoked; who has a good one may come back. */
  async dismiss(peerId: string): Promise<void> {
    this.vacate(peerId, 'revoked');
    await this.record.change((state) => (state.peers[peerId] ? [{ type: 'left', peerId }] : []));
  }

  streams(): StreamsView {
    const now = Date.now();
    const away = [...this.seats.values()].filter((seat) => isAway(seat, now)).map(({ peerId }) => peerId);
    return { version: this.media.version, streams: this.media.views(), away };
  }

  /** A worker under the room died: new routers, the same seats and rights; clients make new transports. */
  rebuild(): Promise<void> {
    this.rebuilding ??= this.rebuildMedia().finally(() => {
      this.rebuilding = undefined;
    });
    return this.rebuilding;
  }

  /** This node no longer holds the room, or nobody is in it. */
  close(reason: CloseReason): void {
    for (const { attachmentId } of this.seats.values()) this.tellClosed(attachmentId, reason);
    this.seats.clear();
    this.media.close();
  }

  /** In the media that stands when it is done, even when a worker dies meanwhile. */
  private async freshMedia(peerId: string): Promise<PeerMedia> {
    for (;;) {
      await this.rebuilding;
      const { media } = this;
      const entered = await media.enter(peerId);
      if (media === this.media && media.intact) return entered;
    }
  }

  private async rebuildMedia(): Promise<void> {
    do {
      this.media.close();
      this.media = this.parts.openMedia(this.voice, this.media.version + 1);
      for (const seat of this.seats.values()) seat.media = await this.media.enter(seat.peerId);
    } while (!this.media.intact);
    this.voice.rebuilt();
  }

  private tellClosed(attachmentId: string, reason: CloseReason): void {
    this.parts.pushes.send(onlyAttachment(attachmentId), RoomPushes.closed, { reason });
  }
}

const peerView = ({ peerId, name, unitName, signIn }: TicketClaims, role: PeerRole): PeerView => ({
  id: peerId,
  name,
  unitName,
  role,
  member: signIn !== null,
  enteredAt: new Date().toISOString(),
});
