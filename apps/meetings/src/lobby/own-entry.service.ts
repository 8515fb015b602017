import { Failure } from '@diemcau/contracts/core/failure';
import {
  type LobbyEntry as LobbyEntryDto,
  lobbyErrors,
  type OwnEntryRef,
  type Ticket,
} from '@diemcau/contracts/meetings/lobby';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { EntriesService } from './entries.service.js';
import { toDto } from './entry.dto.js';
import { isTokenOf } from './entry-token.js';
import { LobbyEntry } from './lobby-entry.entity.js';
import { TicketsService } from './tickets.service.js';

/** What a guest may do with the entry that is theirs; who has been removed may do nothing (I21). */
@Injectable()
export class OwnEntryService {
  constructor(
    @InjectRepository(LobbyEntry) private readonly lobby: Repository<LobbyEntry>,
    private readonly entries: EntriesService,
    private readonly tickets: TicketsService,
  ) {}

  async look(ref: OwnEntryRef): Promise<LobbyEntryDto> {
    return toDto(await this.own(ref));
  }

  /** Withdrawing twice is once. */
  async withdraw(ref: OwnEntryRef): Promise<LobbyEntryDto> {
    const entry = await this.own(ref);
    if (entry.state === 'withdrawn') return toDto(entry);
    return this.lobby.manager.transaction((manager) =>
      this.entries.decideWaiting(manager, entry.id, { state: 'withdrawn' }),
    );
  }

  async ticket(ref: OwnEntryRef): Promise<Ticket> {
    const entry = await this.own(ref);
    if (entry.state !== 'admitted') throw new Failure(lobbyErrors.notAdmitted, { state: entry.state });
    return this.tickets.forGuest(entry);
  }

  /** @throws Failure `lobby.notFound` for an unknown entry and a wrong token alike, `lobby.removed` */
  private async own({ entryId, token }: OwnEntryRef): Promise<LobbyEntry> {
    const entry = await this.lobby.findOneBy({ id: entryId });
    if (!isTokenOf(token, entry?.tokenHash) || !entry) throw new Failure(lobbyErrors.notFound, { entryId });
    if (entry.state === 'removed') throw new Failure(lobbyErrors.removed, { entryId });
    return entry;
  }
}
