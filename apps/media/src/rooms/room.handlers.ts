import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type Alive,
  type AttachmentRef,
  type AttachPeer,
  type EventsQuery,
  LiveRoom as Contract,
  type LocateRoom,
  type PeerRef,
  Placement,
  type RaiseHand,
  type Say,
  type SetRole,
} from '@diemcau/contracts/media/room';
import type { Nothing } from '@diemcau/contracts/core/page';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { JoiningService } from './joining.service.js';
import { PresidingService } from './presiding.service.js';
import { RoomsService } from './rooms.service.js';
import { TicketsService } from '../tickets/tickets.service.js';
import { TakingPartService } from './taking-part.service.js';

@Controller()
export class PlacementHandlers implements Handlers<typeof Placement> {
  constructor(
    private readonly rooms: RoomsService,
    private readonly tickets: TicketsService,
  ) {}

  @Handles(Placement.locate) async locate({ roomId, ticket = '' }: LocateRoom, caller: Caller) {
    if (caller.kind !== 'service') this.tickets.verify(ticket, roomId);
    return this.rooms.locate(roomId);
  }
}

@Controller()
export class RoomHandlers implements Handlers<typeof Contract> {
  constructor(
    private readonly rooms: RoomsService,
    private readonly joining: JoiningService,
    private readonly takingPart: TakingPartService,
    private readonly presiding: PresidingService,
  ) {}

  @Handles(Contract.attach) async attach(input: AttachPeer) {
    return this.joining.attach(input);
  }
  @Handles(Contract.detach) async detach({ attachmentId }: AttachmentRef) {
    this.rooms.detach(attachmentId);
  }
  @Handles(Contract.leave) async leave(_: Nothing, caller: Caller) {
    return this.takingPart.leave(caller);
  }
  @Handles(Contract.alive) async alive(input: Alive, caller: Caller) {
    return this.takingPart.alive(input, caller);
  }
  @Handles(Contract.events) async events(input: EventsQuery, caller: Caller) {
    return this.takingPart.events(input, caller);
  }
  @Handles(Contract.say) async say(input: Say, caller: Caller) {
    return this.takingPart.say(input, caller);
  }
  @Handles(Contract.raiseHand) async raiseHand(input: RaiseHand, caller: Caller) {
    return this.takingPart.raiseHand(input, caller);
  }
  @Handles(Contract.lowerHand) async lowerHand({ peerId }: PeerRef, caller: Caller) {
    return this.presiding.lowerHand(peerId, caller);
  }
  @Handles(Contract.setRole) async setRole(input: SetRole, caller: Caller) {
    return this.presiding.setRole(input, caller);
  }
  @Handles(Contract.mute) async mute({ peerId }: PeerRef, caller: Caller) {
    return this.presiding.mute(peerId, caller);
  }
  @Handles(Contract.muteAll) async muteAll(_: Nothing, caller: Caller) {
    return this.presiding.muteAll(caller);
  }
  @Handles(Contract.remove) async remove({ peerId }: PeerRef, caller: Caller) {
    return this.presiding.remove(peerId, caller);
  }
}
