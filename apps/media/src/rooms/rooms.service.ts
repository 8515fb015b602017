import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { liveErrors, type RoomPlace } from '@diemcau/contracts/media/room';
import { Pushes } from '@diemcau/service/bus/pushes';
import { isDatabaseGone } from '@diemcau/service/database/gone';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { MediaConfig } from '../config.js';
import { gaugeOf } from '../gauges.js';
import { SfuService } from '../sfu/sfu.service.js';
import { LiveRoom } from './live-room.js';
import { NodesService } from './nodes.service.js';
import { RoomLeaseService } from './room-lease.service.js';
import { type HeldSession, RoomLogService } from './room-log.service.js';
import type { Seat } from './seat.js';

const sweepEveryMs = 5000;

/** The live rooms this node holds: taken with a lease, renewed, swept, and let go when another holds them. */
@Injectable()
export class RoomsService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(RoomsService.name);
  private readonly rooms = new Map<string, LiveRoom>();
  private readonly opening = new Map<string, Promise<RoomPlace>>();
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly config: MediaConfig,
    private readonly leases: RoomLeaseService,
    private readonly roomLog: RoomLogService,
    private readonly pushes: Pushes,
    private readonly sfu: SfuService,
    private readonly nodes: NodesService,
  ) {}

  onApplicationBootstrap(): void {
    gaugeOf('media_rooms', 'Live rooms this node holds', () => this.rooms.size);
    gaugeOf(
      'media_seats',
      'Seats in them, sockets lost for less than the grace time included',
      () => this.seatCount,
    );
    this.timers.push(
      setInterval(() => void this.renew(), this.config.leaseMs / 4),
      setInterval(() => void this.sweep(), sweepEveryMs),
    );
  }

  /** Leaving in good order: clients join again at once, on whichever node answers. */
  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    const rooms = [...this.rooms.values()];
    this.rooms.clear();
    await Promise.allSettled(rooms.map((room) => this.leases.release(room.session)));
    for (const room of rooms) room.close('moved');
  }

  /** Where the room is; here, when nobody else holds it. */
  async locate(roomId: string): Promise<RoomPlace> {
    const under = this.opening.get(roomId) ?? this.open(roomId).finally(() => this.opening.delete(roomId));
    this.opening.set(roomId, under);
    return under;
  }

  /** The rooms this node holds now. */
  held(): Iterable<LiveRoom> {
    return this.rooms.values();
  }

  /** @throws Failure moved when this node does not hold the room */
  room(roomId: string): LiveRoom {
    const room = this.rooms.get(roomId);
    if (!room) throw new Failure(liveErrors.moved);
    return room;
  }

  /** @throws Failure moved, notInRoom (also for a socket whose seat another one took) */
  seat(caller: Caller): { room: LiveRoom; seat: Seat } {
    if (caller.kind !== 'peer') throw new Failure(liveErrors.notInRoom);
    const room = this.room(caller.roomId);
    const seat = room.seatOf(caller.peerId);
    if (seat?.attachmentId !== caller.attachmentId) throw new Failure(liveErrors.notInRoom);
    seat.lastSeen = Date.now();
    return { room, seat };
  }

  /** @throws Failure full */
  refuseWhenFull(): void {
    if (this.seatCount >= this.config.maxSeats) throw new Failure(liveErrors.full);
  }

  private get seatCount(): number {
    return [...this.rooms.values()].reduce((sum, room) => sum + room.seatCount, 0);
  }

  /** An attachment of unknown room: the edge only knows the socket. */
  detach(attachmentId: string): void {
    for (const room of this.rooms.values()) room.detach(attachmentId);
  }

  private async open(roomId: string): Promise<RoomPlace> {
    const lease = await this.leases.take(
      roomId,
      (sessionId) => {
        const held = this.rooms.get(roomId)?.session;
        return held?.id === sessionId ? held.epoch : undefined;
      },
      (node) => this.nodes.isAlive(node),
    );
    if (!lease.mine) {
      this.letGo(roomId);
      return { node: lease.node, epoch: lease.epoch };
    }
    const { session } = lease;
    if (this.rooms.get(roomId)?.session.epoch !== session.epoch) await this.hold(session);
    return { node: this.config.nodeId, epoch: session.epoch };
  }

  private async hold(session: HeldSession): Promise<void> {
    this.letGo(session.roomId);
    const room = new LiveRoom({
      session,
      log: this.roomLog,
      pushes: this.pushes,
      seatGraceMs: this.config.seatGraceMs,
      openMedia: (listener, fromVersion) => this.sfu.openRoom(listener, fromVersion),
    });
    await room.record.catchUp();
    this.rooms.set(session.roomId, room);
    this.log.log({ roomId: session.roomId, sessionId: session.id, epoch: session.epoch }, 'holding a room');
  }

  private letGo(roomId: string): void {
    const room = this.rooms.get(roomId);
    if (!room) return;
    this.rooms.delete(roomId);
    room.close('moved');
    this.log.warn({ roomId, sessionId: room.session.id }, 'another node holds this room now');
  }

  /** While PostgreSQL is away nobody can take a room, and the pictures go on. */
  private async renew(): Promise<void> {
    const held = [...this.rooms.values()].map(({ session }) => session);
    if (held.length === 0) return;
    try {
      const mine = await this.leases.renew(held);
      for (const { id, roomId } of held) {
        if (!mine.has(id) && this.rooms.get(roomId)?.session.id === id) this.letGo(roomId);
      }
    } catch (error) {
      if (!isDatabaseGone(error)) this.log.error(error);
    }
  }

  private async sweep(): Promise<void> {
    const now = Date.now();
    for (const room of this.rooms.values()) {
      try {
        await room.sweep(now);
        if (room.emptySince !== null && now - room.emptySince > this.config.emptyRoomMs) await this.end(room);
      } catch (error) {
        if (!isDatabaseGone(error))
          this.log.warn({ roomId: room.roomId, err: error }, 'sweeping a room failed');
      }
    }
  }

  private async end(room: LiveRoom): Promise<void> {
    await this.leases.end(room.session);
    this.rooms.delete(room.roomId);
    room.close('ended');
    this.log.log({ roomId: room.roomId, sessionId: room.session.id }, 'an empty room was closed');
  }
}
