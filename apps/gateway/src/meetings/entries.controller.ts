import type { Caller } from '@diemcau/contracts/core/caller';
import {
  AskToEnter,
  Lobby,
  LobbyClient,
  type LobbyEntry,
  type OwnLobbyEntry,
  OwnEntryRef,
  type Ticket,
} from '@diemcau/contracts/meetings/lobby';
import { Controller } from '@nestjs/common';
import { anyone, entryToken } from '../edge/auth/access.js';
import { Route } from '../edge/http/route.js';

/** A guest's own way through the lobby (TM-2b). */
@Controller()
export class EntriesController {
  constructor(private readonly lobby: LobbyClient) {}

  @Route.post('rooms/:slug/lobby', Lobby.ask, anyone, 'Xin vào phòng · Ask to enter', {
    status: 201,
    limit: 'knock',
  })
  ask(input: AskToEnter, caller: Caller): Promise<OwnLobbyEntry> {
    return this.lobby.ask(input, caller);
  }

  @Route.get('entries/:entryId', Lobby.look, entryToken, 'Lượt xin vào của tôi · My own request')
  look(input: OwnEntryRef, caller: Caller): Promise<LobbyEntry> {
    return this.lobby.look(input, caller);
  }

  @Route.post('entries/:entryId/withdraw', Lobby.withdraw, entryToken, 'Thôi không vào nữa · Withdraw')
  withdraw(input: OwnEntryRef, caller: Caller): Promise<LobbyEntry> {
    return this.lobby.withdraw(input, caller);
  }

  @Route.post('entries/:entryId/ticket', Lobby.ticket, entryToken, 'Vé vào phòng · A ticket to the room')
  ticket(input: OwnEntryRef, caller: Caller): Promise<Ticket> {
    return this.lobby.ticket(input, caller);
  }
}
