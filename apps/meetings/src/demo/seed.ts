import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import type { RosterClient } from '@diemcau/contracts/identity/roster';
import type { Unit, UnitsClient, UnitType } from '@diemcau/contracts/identity/units';
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { invitedUnit } from '../rooms/invited-units.service.js';
import { type DemoRoom, demoRooms, demoSupport } from './rooms.js';
import { seedSites } from './seed-sites.js';

export type Seeded =
  | { readonly seeded: false }
  | { readonly seeded: true; readonly rooms: readonly { readonly slug: string; readonly name: string }[] };

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const invitedTypes: ReadonlySet<UnitType> = new Set([
  'continuingEducationCentre',
  'school',
  'districtOffice',
]);

/**
 * Makes the demo rooms and sites of the department that identity knows; does nothing where there is any room, or no department. Of
 * two at once one seeds.
 */
export async function seed(database: DataSource, units: UnitsClient, roster: RosterClient): Promise<Seeded> {
  const known = await allUnits(units);
  const owner = known.find(({ type, parentId }) => type === 'department' && parentId === null);
  if (!owner) return { seeded: false };
  const invited = known.filter(({ type, path }) => invitedTypes.has(type) && path[0] === owner.id);

  return database.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('meetings.demo'))`);
    const rooms = await manager.query<unknown[]>('SELECT 1 FROM rooms LIMIT 1');
    if (rooms.length > 0) return { seeded: false };
    for (const room of demoRooms) await makeRoom(manager, room, owner, invited);
    await seedSites(
      manager,
      roster,
      known.filter(({ path }) => path[0] === owner.id),
    );
    return { seeded: true, rooms: demoRooms.map(({ slug, name }) => ({ slug, name })) };
  });
}

async function allUnits(client: UnitsClient): Promise<Unit[]> {
  const units: Unit[] = [];
  let cursor: string | null = null;
  do {
    const page = await client.list({ limit: 200, ...(cursor !== null && { cursor }) }, itself);
    units.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return units;
}

async function makeRoom(
  manager: EntityManager,
  { slug, name: roomName, namePolicy }: DemoRoom,
  owner: Unit,
  invited: readonly Unit[],
): Promise<void> {
  const roomId = randomUUID();
  await manager.query(
    `INSERT INTO rooms (id, slug, name, owner_unit_id, owner_unit_name, owner_unit_path, name_policy, required_mbps, support)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 10, $8)`,
    [
      roomId,
      slug,
      roomName,
      owner.id,
      owner.name,
      owner.path,
      JSON.stringify(namePolicy),
      JSON.stringify(demoSupport),
    ],
  );
  const rows = invited.map(({ id, name }) => invitedUnit(roomId, id, name));
  await manager.query(
    `INSERT INTO invited_units (room_id, unit_id, name, search, name_key)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[])`,
    [
      roomId,
      rows.map(({ unitId }) => unitId),
      rows.map(({ name }) => name),
      rows.map(({ search }) => search),
      rows.map(({ nameKey }) => nameKey),
    ],
  );
}
