import type { Caller } from '@diemcau/contracts/core/caller';
import type { Nothing } from '@diemcau/contracts/core/page';
import {
  ChangeRoom,
  type InvitedUnits,
  InvitedUnitsQuery,
  type MyRooms,
  type Room,
  RoomRef,
  Rooms,
  RoomsClient,
  SetRoomLock,
} from '@diemcau/contracts/meetings/rooms';
import { Controller } from '@nestjs/common';
import { anyone, mayDo, signedIn } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

@Controller()
export class RoomsController {
  constructor(private readonly rooms: RoomsClient) {}

  @Route.get('rooms', Rooms.mine, signedIn, 'Phòng của tôi · My rooms')
  mine(input: Nothing, caller: Caller): Promise<MyRooms> {
    return this.rooms.mine(input, caller);
  }

  @Route.get('rooms/:slug', Rooms.find, anyone, 'Phòng ở một địa chỉ · The room at an address')
  find(input: RoomRef, caller: Caller): Promise<Room> {
    return this.rooms.find(input, caller);
  }

  @Route.get('rooms/:slug/units', Rooms.invitedUnits, anyone, 'Đơn vị được mời · Invited units')
  invitedUnits(input: InvitedUnitsQuery, caller: Caller): Promise<InvitedUnits> {
    return this.rooms.invitedUnits(input, caller);
  }

  @Route.patch('rooms/:roomId/settings', Rooms.change, mayDo('rooms.configure'), 'Sửa phòng · Change a room')
  change(input: ChangeRoom, caller: Caller): Promise<Room> {
    return this.rooms.change(input, caller);
  }

  @Route.put('rooms/:roomId/lock', Rooms.lock, mayDo('rooms.host'), 'Khoá, mở phòng · Lock or unlock')
  lock(input: SetRoomLock, caller: Caller): Promise<Room> {
    return this.rooms.lock(input, caller);
  }
}
