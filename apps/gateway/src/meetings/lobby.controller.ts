import type { Caller } from '@diemcau/contracts/core/caller';
import {
  type AdmittedMany,
  EntryRef,
  Lobby,
  LobbyClient,
  type LobbyEntry,
  type LobbyPage,
  LobbyQuery,
  RefuseEntry,
  type Ticket,
} from '@diemcau/contracts/meetings/lobby';
import { RoomIdRef } from '@diemcau/contracts/meetings/rooms';
import { Controller } from '@nestjs/common';
import { mayDo } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** The lobby as those with an account see it. */
@Controller()
export class LobbyController {
  constructor(private readonly lobby: LobbyClient) {}

  @Route.get('rooms/:roomId/entries', Lobby.list, mayDo('rooms.host'), 'Phòng chờ · The lobby')
  list(input: LobbyQuery, caller: Caller): Promise<LobbyPage> {
    return this.lobby.list(input, caller);
  }

  @Route.post('entries/:entryId/admit', Lobby.admit, mayDo('rooms.host'), 'Duyệt vào phòng · Admit')
  admit(input: EntryRef, caller: Caller): Promise<LobbyEntry> {
    return this.lobby.admit(input, caller);
  }

  @Route.post('entries/:entryId/refuse', Lobby.refuse, mayDo('rooms.host'), 'Từ chối · Refuse')
  refuse(input: RefuseEntry, caller: Caller): Promise<LobbyEntry> {
    return this.lobby.refuse(input, caller);
  }

  @Route.post(
    'rooms/:roomId/entries/admit-invited',
    Lobby.admitInvited,
    mayDo('rooms.host'),
    'Duyệt mọi đơn vị được mời · Admit all invited units',
  )
  admitInvited(input: RoomIdRef, caller: Caller): Promise<AdmittedMany> {
    return this.lobby.admitInvited(input, caller);
  }

  @Route.post(
    'rooms/:roomId/ticket',
    Lobby.memberTicket,
    mayDo('rooms.enter'),
    'Vé vào phòng bằng tài khoản · A ticket by account',
  )
  memberTicket(input: RoomIdRef, caller: Caller): Promise<Ticket> {
    return this.lobby.memberTicket(input, caller);
  }
}
