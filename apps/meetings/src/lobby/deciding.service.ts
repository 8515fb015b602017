import { type Caller, mayOn, type UserCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { type LobbyEntry as LobbyEntryDto, lobbyErrors } from '@diemcau/contracts/meetings/lobby';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, IsNull, Repository } from 'typeorm';
import { InvitedUnitsService } from '../rooms/invited-units.service.js';
import type { Room } from '../rooms/room.entity.js';
import { RoomsService } from '../rooms/rooms.service.js';
import { type Decision, EntriesService } from './entries.service.js';
import { LobbyEntry } from './lobby-entry.entity.js';

function signedIn(caller: Caller): UserCaller {
  if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
  return caller;
}

/** What hosts decide about those who wait (TM-2b). */
@Injectable()
export class DecidingService {
  constructor(
    @InjectRepository(LobbyEntry) private readonly lobby: Repository<LobbyEntry>,
    private readonly entries: EntriesService,
    private readonly rooms: RoomsService,
    private readonly invited: InvitedUnitsService,
    private readonly audit: Audit,
  ) {}

  async admit(entryId: string, caller: Caller): Promise<LobbyEntryDto> {
    return this.decide(entryId, caller, ({ userId }) => ({ state: 'admitted', by: userId }));
  }

  async refuse(entryId: string, reason: string, caller: Caller): Promise<LobbyEntryDto> {
    return this.decide(entryId, caller, ({ userId }) => ({ state: 'refused', by: userId, reason }));
  }

  /** @returns how many were admitted; who is flagged as a likely duplicate waits for a host's own eyes */
  async admitInvited(roomId: string, caller: Caller): Promise<number> {
    const room = await this.rooms.allowing(caller, 'rooms.host', roomId);
    const { userId } = signedIn(caller);
    const unitIds = await this.invited.idsOf(roomId);
    return this.lobby.manager.transaction(async (manager) => {
      const expected = await manager.find(LobbyEntry, {
        select: { id: true },
        where: { roomId, state: 'waiting', duplicateOf: IsNull(), unitId: In(unitIds) },
      });
      const ids = expected.map(({ id }) => id);
      const admitted = await this.entries.decide(manager, ids, ['waiting'], {
        state: 'admitted',
        by: userId,
      });
      for (const entry of admitted) await this.tell(manager, caller, room, entry);
      return admitted.length;
    });
  }

  private async decide(
    entryId: string,
    caller: Caller,
    decisionOf: (host: UserCaller) => Decision,
  ): Promise<LobbyEntryDto> {
    const { host, room } = await this.hostOf(entryId, caller);
    return this.lobby.manager.transaction(async (manager) => {
      const decided = await this.entries.decideWaiting(manager, entryId, decisionOf(host));
      await this.tell(manager, caller, room, decided);
      return decided;
    });
  }

  /** To auditors, without the guest's name: that is forgotten with the entry. */
  private async tell(
    manager: EntityManager,
    caller: Caller,
    room: Room,
    { id, state, reason, unitId }: LobbyEntryDto,
  ): Promise<void> {
    await this.audit.record(manager, caller, {
      action: state === 'admitted' ? 'lobby.admit' : 'lobby.refuse',
      unitId: room.ownerUnitId,
      object: { kind: 'lobbyEntry', id },
      after: { roomId: room.id, unitId, ...(reason !== null && { reason }) },
    });
  }

  /** @throws Failure `lobby.notFound`, also to those who preside over other rooms only */
  private async hostOf(entryId: string, caller: Caller): Promise<{ host: UserCaller; room: Room }> {
    const host = signedIn(caller);
    const entry = await this.lobby.findOneBy({ id: entryId });
    const room = entry && (await this.rooms.withId(entry.roomId));
    if (!room || !mayOn(host, 'rooms.host', room.ownerUnitPath))
      throw new Failure(lobbyErrors.notFound, { entryId });
    return { host, room };
  }
}
