import type { Operation } from '@diemcau/contracts/core/contract';
import { RoomDoor } from '@diemcau/contracts/gateway/edge';
import { type JoinedRoom, type JoinRoom, LiveRoom } from '@diemcau/contracts/media/room';
import { Streams } from '@diemcau/contracts/media/streams';
import { Injectable } from '@nestjs/common';
import { anyone } from '../edge/auth/access.js';
import type { Connection } from '../edge/live/connection.js';
import { Forwards, Receives } from '../edge/live/receives.js';
import { Seats } from './seats.js';

/** Seats are taken and given up here, for the socket that holds them; the rest is said by the seat. */
const { attach: _attach, detach: _detach, ...inTheRoom } = LiveRoom;
const bySeat: Operation[] = [...Object.values(inTheRoom), ...Object.values(Streams)];

@Injectable()
export class RoomMessages {
  constructor(private readonly seats: Seats) {}

  /** The ticket is the right; the media node judges it. */
  @Receives(RoomDoor.join, anyone)
  join(input: JoinRoom, connection: Connection): Promise<JoinedRoom> {
    return this.seats.take(input, connection);
  }

  @Forwards(bySeat, anyone)
  say(operation: Operation, input: object, connection: Connection): Promise<unknown> {
    return this.seats.say(operation, input, connection);
  }
}
