import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { unitErrors, UnitsClient } from '@diemcau/contracts/identity/units';
import type { InvitedUnits, InvitedUnitsQuery } from '@diemcau/contracts/meetings/rooms';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Repository } from 'typeorm';
import { InvitedUnit } from './invited-unit.entity.js';
import { nameKey } from './name-key.js';
import type { Room } from './room.entity.js';

/** Most ids in one question to identity. */
const perQuestion = 1000;

@Injectable()
export class InvitedUnitsService {
  constructor(
    @InjectRepository(InvitedUnit) private readonly invited: Repository<InvitedUnit>,
    private readonly units: UnitsClient,
  ) {}

  /** Sorted by name, searched without accents. */
  async list(room: Room, query: InvitedUnitsQuery): Promise<InvitedUnits> {
    const { limit = 50 } = query;
    const words = wordPatterns(query.q);
    const after = positionOf(query.cursor);
    const matching = this.invited.createQueryBuilder('invited').where({ roomId: room.id });
    if (words.length > 0) matching.andWhere('invited.search LIKE ALL (:words)', { words });
    if (after) matching.andWhere('(invited.search, invited.unitId) > (:key, :id)', after);
    const rows = await matching
      .orderBy('invited.search')
      .addOrderBy('invited.unitId')
      .limit(limit + 1)
      .getMany();
    const { items, nextCursor } = pageOf(rows, limit, ({ search, unitId }) => ({ key: search, id: unitId }));
    return { items: items.map(({ unitId, name }) => ({ id: unitId, name })), nextCursor };
  }

  async find(roomId: string, unitId: string): Promise<InvitedUnit | null> {
    return this.invited.findOneBy({ roomId, unitId });
  }

  async withKey(roomId: string, key: string): Promise<InvitedUnit[]> {
    return this.invited.findBy({ roomId, nameKey: key });
  }

  async idsOf(roomId: string): Promise<string[]> {
    const invited = await this.invited.find({ where: { roomId }, select: { unitId: true } });
    return invited.map(({ unitId }) => unitId);
  }

  /**
   * The units by name, asked of identity in the caller's name: nobody invites what they cannot see, nor what is closed
   * (I3). What is on the list already may stay on it. Until the transaction ends, facts about units wait: one that closes
   * at this moment is either seen here as closed, or found on the list afterwards.
   * @throws Failure `units.notFound` with the unknown ids, `units.closed` with the closed ones
   */
  async choose(
    manager: EntityManager,
    room: Room,
    unitIds: readonly string[],
    caller: Caller,
  ): Promise<InvitedUnit[]> {
    await manager.query(`SELECT pg_advisory_xact_lock_shared(hashtext('meetings.units'))`);
    const invited = await manager.findBy(InvitedUnit, { roomId: room.id });
    const chosen = new Map(invited.map((unit) => [unit.unitId, unit]));
    for (let at = 0; at < unitIds.length; at += perQuestion) {
      const { items } = await this.units.named({ unitIds: unitIds.slice(at, at + perQuestion) }, caller);
      const closed = items.filter(({ id, state }) => state === 'closed' && !chosen.has(id));
      if (closed.length > 0) throw new Failure(unitErrors.closed, { unitIds: closed.map(({ id }) => id) });
      for (const { id, name } of items) chosen.set(id, invitedUnit(room.id, id, name));
    }
    const unknown = unitIds.filter((id) => !chosen.has(id));
    if (unknown.length > 0) throw new Failure(unitErrors.notFound, { unitIds: unknown });
    return unitIds.flatMap((id) => chosen.get(id) ?? []);
  }

  async replace(manager: EntityManager, roomId: string, units: readonly InvitedUnit[]): Promise<void> {
    await manager.delete(InvitedUnit, { roomId });
    await manager.insert(InvitedUnit, [...units]);
  }
}

export function invitedUnit(roomId: string, unitId: string, name: string): InvitedUnit {
  return { roomId, unitId, name, search: folded(name), nameKey: nameKey(name) };
}
