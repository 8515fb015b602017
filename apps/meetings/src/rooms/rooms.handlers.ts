import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  ChangeRoom,
  type InvitedUnits,
  InvitedUnitsQuery,
  type MyRooms,
  type Room,
  RoomRef,
  Rooms,
  SetRoomLock,
} from '@diemcau/contracts/meetings/rooms';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { InvitedUnitsService } from './invited-units.service.js';
import { RoomChangesService } from './room-changes.service.js';
import { RoomsService, toDto } from './rooms.service.js';

@Controller()
export class RoomsHandlers implements Handlers<typeof Rooms> {
  constructor(
    private readonly rooms: RoomsService,
    private readonly changes: RoomChangesService,
    private readonly invited: InvitedUnitsService,
  ) {}

  @Handles(Rooms.find) async find({ slug }: RoomRef): Promise<Room> {
    return toDto(await this.rooms.at(slug));
  }

  @Handles(Rooms.mine) async mine(_input: Nothing, caller: Caller): Promise<MyRooms> {
    return { items: await this.rooms.mine(caller) };
  }

  @Handles(Rooms.invitedUnits) async invitedUnits(input: InvitedUnitsQuery): Promise<InvitedUnits> {
    return this.invited.list(await this.rooms.at(input.slug), input);
  }

  @Handles(Rooms.lock) async lock({ roomId, locked }: SetRoomLock, caller: Caller): Promise<Room> {
    return this.rooms.lock(roomId, locked, caller);
  }

  @Handles(Rooms.change) async change(input: ChangeRoom, caller: Caller): Promise<Room> {
    return this.changes.change(input, caller);
  }
}
