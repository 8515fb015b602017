import { Revocations } from '@diemcau/service/auth/revocations';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { LiveRoom } from './live-room.js';
import { RoomsService } from './rooms.service.js';
import type { Seat } from './seat.js';

/**
 * How long somebody whose rights changed may take to come back with a new ticket: their socket was closed, and whoever may
 * still be here keeps picture and sound. With it, I6's 5 s are kept.
 */
const comeBackMs = 3000;

/** Seats of members whose sign-in was revoked: out of the room, whatever their client does (I6, I33). */
@Injectable()
export class RevokedSeatsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(RevokedSeatsService.name);
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly rooms: RoomsService,
    private readonly revocations: Revocations,
  ) {}

  onApplicationBootstrap(): void {
    this.revocations.onRevoked(() => this.look());
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  private look(): void {
    for (const room of this.rooms.held()) {
      for (const seat of room.allSeats()) {
        const revoked = this.revokedIn(seat);
        if (revoked === 'session') this.dismiss(room, seat);
        if (revoked === 'rights') this.later(() => this.dismiss(room, seat));
      }
    }
  }

  private revokedIn({ claims: { signIn } }: Seat) {
    return signIn && this.revocations.of(signIn);
  }

  private later(work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, comeBackMs);
    this.timers.add(timer);
  }

  private dismiss(room: LiveRoom, { peerId }: Seat): void {
    const seat = room.seatOf(peerId);
    // Meanwhile left, or back with a good ticket.
    if (!seat || this.revokedIn(seat) === null) return;
    this.log.log({ roomId: room.roomId, peerId }, 'out: the sign-in was revoked');
    room
      .dismiss(peerId)
      .catch((error: unknown) => this.log.warn({ roomId: room.roomId, peerId, err: error }));
  }
}
