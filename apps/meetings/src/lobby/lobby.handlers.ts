import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  type AdmittedMany,
  AskToEnter,
  EntryRef,
  Lobby,
  type LobbyEntry,
  type LobbyPage,
  LobbyQuery,
  OwnEntryRef,
  type OwnLobbyEntry,
  RefuseEntry,
  type Ticket,
} from '@diemcau/contracts/meetings/lobby';
import { RoomIdRef } from '@diemcau/contracts/meetings/rooms';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { AskingService } from './asking.service.js';
import { DecidingService } from './deciding.service.js';
import { LobbyListService } from './lobby-list.service.js';
import { OwnEntryService } from './own-entry.service.js';
import { TicketsService } from './tickets.service.js';

@Controller()
export class LobbyHandlers implements Handlers<typeof Lobby> {
  constructor(
    private readonly asking: AskingService,
    private readonly own: OwnEntryService,
    private readonly tickets: TicketsService,
    private readonly entries: LobbyListService,
    private readonly deciding: DecidingService,
  ) {}

  @Handles(Lobby.ask) async ask(input: AskToEnter): Promise<OwnLobbyEntry> {
    return this.asking.ask(input);
  }

  @Handles(Lobby.look) async look(input: OwnEntryRef): Promise<LobbyEntry> {
    return this.own.look(input);
  }

  @Handles(Lobby.withdraw) async withdraw(input: OwnEntryRef): Promise<LobbyEntry> {
    return this.own.withdraw(input);
  }

  @Handles(Lobby.ticket) async ticket(input: OwnEntryRef): Promise<Ticket> {
    return this.own.ticket(input);
  }

  @Handles(Lobby.memberTicket) async memberTicket({ roomId }: RoomIdRef, caller: Caller): Promise<Ticket> {
    return this.tickets.forMember(roomId, caller);
  }

  @Handles(Lobby.list) async list(input: LobbyQuery, caller: Caller): Promise<LobbyPage> {
    return this.entries.list(input, caller);
  }

  @Handles(Lobby.admit) async admit({ entryId }: EntryRef, caller: Caller): Promise<LobbyEntry> {
    return this.deciding.admit(entryId, caller);
  }

  @Handles(Lobby.refuse) async refuse({ entryId, reason }: RefuseEntry, caller: Caller): Promise<LobbyEntry> {
    return this.deciding.refuse(entryId, reason, caller);
  }

  @Handles(Lobby.admitInvited) async admitInvited(
    { roomId }: RoomIdRef,
    caller: Caller,
  ): Promise<AdmittedMany> {
    return { admitted: await this.deciding.admitInvited(roomId, caller) };
  }
}
