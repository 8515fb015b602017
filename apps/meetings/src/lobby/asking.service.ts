import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import {
  type AskToEnter,
  lobbyErrors,
  LobbyFacts,
  type OwnLobbyEntry,
} from '@diemcau/contracts/meetings/lobby';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { MeetingsConfig } from '../config.js';
import { GuestNamesService } from '../rooms/guest-names.service.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { duplicateOf } from './likely-duplicate.js';
import { toDto } from './entry.dto.js';
import { hashOf, newToken } from './entry-token.js';
import { LobbyEntry } from './lobby-entry.entity.js';
import { presentIn } from './present.js';

/** TM-2b: enter as a guest, by the full name of the unit or the person. */
@Injectable()
export class AskingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly rooms: RoomsService,
    private readonly names: GuestNamesService,
    private readonly facts: Facts,
    private readonly config: MeetingsConfig,
  ) {}

  async ask({ slug, fullName, unitId, lineTestId }: AskToEnter): Promise<OwnLobbyEntry> {
    const room = await this.rooms.at(slug);
    if (room.locked) throw new Failure(lobbyErrors.locked);
    const name = await (unitId === undefined
      ? this.names.typed(room, fullName)
      : this.names.picked(room, unitId));

    const token = newToken();
    const entry = await this.database.transaction(async (manager) => {
      // One at a time: the lobby's limit holds, two of the same name see each other, locked means locked.
      const { locked } = await this.rooms.hold(manager, room.id);
      if (locked) throw new Failure(lobbyErrors.locked);
      const present = await presentIn(manager, room.id);
      const waiting = present.filter(({ state }) => state === 'waiting').length;
      if (waiting >= this.config.maxWaiting) throw new Failure(lobbyErrors.full);

      const id = randomUUID();
      await manager.insert(LobbyEntry, {
        ...name,
        id,
        roomId: room.id,
        state: 'waiting',
        duplicateOf: duplicateOf(name, present),
        lineTestId: lineTestId ?? null,
        search: folded(name.fullName),
        tokenHash: hashOf(token),
      });
      const asked = toDto(await manager.findOneByOrFail(LobbyEntry, { id }));
      await this.facts.record(manager, LobbyFacts.asked, asked);
      return asked;
    });
    return { ...entry, token };
  }
}
