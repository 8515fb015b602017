import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { UnitReportsClient } from '@diemcau/contracts/identity/unit-reports';
import { type Unit, UnitsClient } from '@diemcau/contracts/identity/units';
import { RoomFacts } from '@diemcau/contracts/meetings/rooms';
import { Facts } from '@diemcau/service/facts/facts';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { InvitedUnit } from './invited-unit.entity.js';
import { invitedUnit } from './invited-units.service.js';
import { Room } from './room.entity.js';
import { toDto } from './rooms.service.js';
import { SiteClosingService } from '../sites/closing.service.js';
import { ClosedUnitsService } from '../succession/closed-units.service.js';
import { ownedTables, placedTables } from './unit-tables.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

const tables = [...ownedTables, ...placedTables];
/** Every unit of the parameter that some row knows by heart. */
const concernedUnits = [
  'SELECT owner_unit_id AS id FROM rooms WHERE owner_unit_id = ANY ($1)',
  'SELECT unit_id FROM invited_units WHERE unit_id = ANY ($1)',
  'SELECT requesting_unit_id FROM occurrences WHERE requesting_unit_id = ANY ($1)',
  ...tables.map((table) => `SELECT unit_id FROM ${table} WHERE unit_id = ANY ($1)`),
].join(' UNION ');

/**
 * Keeps what rows know of units by heart as identity has it: who owns them, where that lies, who is invited. Addresses of
 * rooms never change. Identity is asked anew instead of believing the fact, so one that comes late does no harm.
 */
@Injectable()
export class UnitCopiesService {
  constructor(
    private readonly units: UnitsClient,
    private readonly reports: UnitReportsClient,
    private readonly facts: Facts,
    private readonly sites: SiteClosingService,
    private readonly closedUnits: ClosedUnitsService,
  ) {}

  async refresh(manager: EntityManager, unitIds: readonly string[]): Promise<void> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('meetings.units'))`);
    const concerned = await manager.query<{ id: string }[]>(concernedUnits, [unitIds]);
    if (concerned.length === 0) return;
    const { items } = await this.units.named({ unitIds: concerned.map(({ id }) => id) }, itself);
    const changed = new Set<string>();
    for (const unit of items) await placedAnew(manager, unit);
    await this.sites.unitsChanged(manager, items);
    for (const unit of items) {
      for (const roomId of await ownedAnew(manager, unit)) changed.add(roomId);
      if (unit.state === 'closed') continue;
      for (const roomId of await invitedAnew(manager, unit)) changed.add(roomId);
    }
    const closed = items.filter(({ state }) => state === 'closed').map(({ id }) => id);
    await this.closedUnits.handOn(manager, closed);
    for (const roomId of await this.inviteSuccessors(manager, closed)) changed.add(roomId);
    await this.tell(manager, [...changed]);
  }

  /** I3: a closed unit is invited to nothing more; who carries on its work is, in its stead. */
  private async inviteSuccessors(manager: EntityManager, closed: readonly string[]): Promise<string[]> {
    const invited = await manager.findBy(InvitedUnit, { unitId: In([...closed]) });
    if (invited.length === 0) return [];
    const { items } = await this.reports.now({ unitIds: [...closed] }, itself);
    for (const { roomId, unitId } of invited) {
      await manager.delete(InvitedUnit, { roomId, unitId });
      const successors = items.find((item) => item.unitId === unitId)?.now ?? [];
      await manager
        .createQueryBuilder()
        .insert()
        .into(InvitedUnit)
        .values(successors.map(({ id, name }) => invitedUnit(roomId, id, name)))
        .orIgnore()
        .execute();
    }
    return invited.map(({ roomId }) => roomId);
  }

  private async tell(manager: EntityManager, roomIds: string[]): Promise<void> {
    await manager.query('UPDATE rooms SET version = version + 1 WHERE id = ANY ($1)', [roomIds]);
    for (const room of await manager.findBy(Room, { id: In(roomIds) }))
      await this.facts.record(manager, RoomFacts.changed, toDto(room));
  }
}

async function placedAnew(manager: EntityManager, { id, name, path }: Unit): Promise<void> {
  for (const table of ownedTables) {
    await manager.query(
      `UPDATE ${table} SET unit_name = $2, unit_path = $3
       WHERE unit_id = $1 AND (unit_name, unit_path) IS DISTINCT FROM ($2, $3::uuid[])`,
      [id, name, path],
    );
  }
  for (const table of placedTables) {
    await manager.query(
      `UPDATE ${table} SET unit_path = $2 WHERE unit_id = $1 AND unit_path IS DISTINCT FROM $2::uuid[]`,
      [id, path],
    );
  }
  // Who asked its department for a meeting, beside who owns it (HB-4.2).
  await manager.query(
    `UPDATE occurrences SET requesting_unit_name = $2, requesting_unit_path = $3
     WHERE requesting_unit_id = $1
       AND (requesting_unit_name, requesting_unit_path) IS DISTINCT FROM ($2, $3::uuid[])`,
    [id, name, path],
  );
}

/** @returns the rooms whose owner is called, or lies, otherwise than they knew */
async function ownedAnew(manager: EntityManager, { id, name, path }: Unit): Promise<string[]> {
  const [rooms] = await manager.query<[{ id: string }[], number]>(
    `UPDATE rooms SET owner_unit_name = $2, owner_unit_path = $3
     WHERE owner_unit_id = $1 AND (owner_unit_name, owner_unit_path) IS DISTINCT FROM ($2, $3::uuid[]) RETURNING id`,
    [id, name, path],
  );
  return rooms.map((room) => room.id);
}

async function invitedAnew(manager: EntityManager, { id, name }: Unit): Promise<string[]> {
  const { search, nameKey } = invitedUnit('', id, name);
  const [rows] = await manager.query<[{ roomId: string }[], number]>(
    `UPDATE invited_units SET name = $2, search = $3, name_key = $4 WHERE unit_id = $1 AND name <> $2
     RETURNING room_id AS "roomId"`,
    [id, name, search, nameKey],
  );
  return rows.map(({ roomId }) => roomId);
}
