import type { Caller } from '@diemcau/contracts/core/caller';
import type {
  Alive,
  Changed,
  EventsQuery,
  RaiseHand,
  RoomEvents,
  Say,
  StillHere,
} from '@diemcau/contracts/media/room';
import { Injectable } from '@nestjs/common';
import { JoiningService } from './joining.service.js';
import { RoomsService } from './rooms.service.js';

/** What everybody in the room may do. */
@Injectable()
export class TakingPartService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly joining: JoiningService,
  ) {}

  async leave(caller: Caller): Promise<Changed> {
    const { room, seat } = this.rooms.seat(caller);
    const { peerId } = seat;
    const version = await room.record.change((state) =>
      state.peers[peerId] ? [{ type: 'left', peerId }] : [],
    );
    room.vacate(peerId);
    return { version };
  }

  alive(_known: Alive, caller: Caller): StillHere {
    const { room } = this.rooms.seat(caller);
    return { version: room.record.state.version, streamsVersion: room.media.version };
  }

  events({ since }: EventsQuery, caller: Caller): RoomEvents {
    return this.joining.missed(this.rooms.seat(caller).room, since);
  }

  /** Sent again with the same id, it is said once. */
  async say({ id, text }: Say, caller: Caller): Promise<Changed> {
    const { room, seat } = this.rooms.seat(caller);
    const line = { id, peerId: seat.peerId, name: seat.claims.name, text, at: new Date().toISOString() };
    return {
      version: await room.record.change((state) =>
        state.chat.some((said) => said.id === id) ? [] : [{ type: 'said', line }],
      ),
    };
  }

  async raiseHand({ raised }: RaiseHand, caller: Caller): Promise<Changed> {
    const { room, seat } = this.rooms.seat(caller);
    const { peerId } = seat;
    return {
      version: await room.record.change((state) => {
        if (state.hands.includes(peerId) === raised) return [];
        return raised ? [{ type: 'handRaised', peerId }] : [{ type: 'handLowered', peerId, by: peerId }];
      }),
    };
  }
}
