import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type Changed, LiveRoomFacts, liveErrors, type SetRole } from '@diemcau/contracts/media/room';
import { mayProduce, type PeerView, type RoomState } from '@diemcau/contracts/media/room-state';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LiveRoom } from './live-room.js';
import { RoomsService } from './rooms.service.js';

/** What hosts do: grant, take back, mute, remove. Rights are checked here, whatever the interface shows (I33). */
@Injectable()
export class PresidingService {
  private readonly log = new Logger(PresidingService.name);

  constructor(
    private readonly rooms: RoomsService,
    private readonly facts: Facts,
    private readonly database: DataSource,
  ) {}

  async setRole({ peerId, role }: SetRole, caller: Caller): Promise<Changed> {
    const { room, by } = this.host(caller);
    const version = await room.record.change((state) => {
      const peer = present(state, peerId);
      if (peer.role === 'host') throw new Failure(liveErrors.roleFixed);
      return peer.role === role ? [] : [{ type: 'roleChanged', peerId, role, by }];
    });
    if (!mayProduce(role)) room.seatOf(peerId)?.media.closeProducers();
    this.log.log({ roomId: room.roomId, peerId, role, by }, 'role changed');
    return { version };
  }

  async mute(peerId: string, caller: Caller): Promise<Changed> {
    const { room, by } = this.host(caller);
    const version = await room.record.change((state) => {
      present(state, peerId);
      return [{ type: 'muted', peerId, by }];
    });
    await pauseMicrophone(room, peerId);
    return { version };
  }

  async muteAll(caller: Caller): Promise<Changed> {
    const { room, by } = this.host(caller);
    const sounding = room.media
      .views()
      .filter(({ peerId, source, paused }) => source === 'microphone' && !paused && peerId !== by)
      .map(({ peerId }) => peerId);
    const version = await room.record.change(() =>
      sounding.map((peerId) => ({ type: 'muted', peerId, by }) as const),
    );
    await Promise.all(sounding.map((peerId) => pauseMicrophone(room, peerId)));
    return { version };
  }

  async lowerHand(peerId: string, caller: Caller): Promise<Changed> {
    const { room, by } = this.host(caller);
    return {
      version: await room.record.change((state) =>
        state.hands.includes(peerId) ? [{ type: 'handLowered', peerId, by }] : [],
      ),
    };
  }

  /** The fact is one with the change, so that the lobby will know whatever dies now (I21). */
  async remove(peerId: string, caller: Caller): Promise<Changed> {
    const { room, by } = this.host(caller);
    const version = await room.record.change(
      (state) => {
        if (present(state, peerId).role === 'host') throw new Failure(liveErrors.roleFixed);
        return [{ type: 'removed', peerId, by }];
      },
      (write) =>
        this.database.transaction(async (manager) => {
          await this.facts.record(manager, LiveRoomFacts.peerRemoved, { roomId: room.roomId, peerId, by });
          return write(manager);
        }),
    );
    room.vacate(peerId, 'removed');
    this.log.log({ roomId: room.roomId, peerId, by }, 'removed');
    return { version };
  }

  private host(caller: Caller): { room: LiveRoom; by: string } {
    const { room, seat } = this.rooms.seat(caller);
    if (room.roleOf(seat.peerId) !== 'host') {
      this.log.warn({ roomId: room.roomId, peerId: seat.peerId }, 'refused: only a host may');
      throw new Failure(liveErrors.hostOnly);
    }
    return { room, by: seat.peerId };
  }
}

function present(state: RoomState, peerId: string): PeerView {
  const peer = state.peers[peerId];
  if (!peer) throw new Failure(liveErrors.noSuchPeer);
  return peer;
}

/** At the SFU: the client is told, but need not obey for silence to fall. */
async function pauseMicrophone(room: LiveRoom, peerId: string): Promise<void> {
  await room
    .seatOf(peerId)
    ?.media.setPaused('microphone', true)
    .catch(() => undefined);
}
