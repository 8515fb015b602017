import { folded } from '@diemcau/contracts/core/folded';
import type { EntityManager } from 'typeorm';
import type { Decision } from './draft.js';
import type { Period } from './timeline.js';

/** Writes the periods and successors of a decision; units that come into being are `planned` until it takes effect. */
export async function writeHistory(
  manager: EntityManager,
  eventId: string,
  day: string,
  { periods, corrected, founded, successors }: Decision,
): Promise<void> {
  const begun = periods.filter(({ unitId }) => founded.includes(unitId));
  if (begun.length > 0) await writeFounded(manager, begun, day);
  await manager.query(
    'UPDATE unit_versions SET valid_to = $2 WHERE unit_id = ANY ($1) AND valid_to IS NULL',
    [periods.map(({ unitId }) => unitId), day],
  );
  await manager.query(
    `INSERT INTO unit_versions (unit_id, name, code, type, parent_id, state, search, valid_from, event_id)
     SELECT looks.*, $8::date, $9::uuid
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[]) AS looks`,
    [...columnsOf(periods), day, eventId],
  );
  for (const period of corrected) {
    await manager.query(
      `UPDATE unit_versions SET name = $2, code = $3, type = $4, search = $5
       WHERE unit_id = $1 AND valid_to IS NULL`,
      [period.unitId, period.name, period.code, period.type, searchOf(period)],
    );
  }
  for (const { unitId, successorId } of successors) {
    await manager.query(
      'INSERT INTO unit_successors (unit_id, successor_id, since, event_id) VALUES ($1, $2, $3, $4)',
      [unitId, successorId, day, eventId],
    );
  }
  await manager.query(
    `UPDATE units SET version = version + 1,
       valid_to = CASE WHEN id = ANY ($2) THEN greatest($3::date, valid_from + 1) ELSE valid_to END
     WHERE id = ANY ($1)`,
    [
      [...periods, ...corrected].map(({ unitId }) => unitId),
      periods.filter(({ state }) => state === 'closed').map(({ unitId }) => unitId),
      day,
    ],
  );
}

async function writeFounded(manager: EntityManager, units: readonly Period[], day: string): Promise<void> {
  await manager.query(`SELECT set_config('identity.unit_event', 'on', true)`);
  for (const unit of units) {
    await manager.query(
      `INSERT INTO units (id, parent_id, type, code, name, search, state, valid_from)
       VALUES ($1, $2, $3, $4, $5, $6, 'planned', $7)`,
      [unit.unitId, unit.parentId, unit.type, unit.code, unit.name, searchOf(unit), day],
    );
  }
  await manager.query(`SELECT set_config('identity.unit_event', '', true)`);
}

const columnsOf = (periods: readonly Period[]): unknown[][] => [
  periods.map(({ unitId }) => unitId),
  periods.map(({ name }) => name),
  periods.map(({ code }) => code),
  periods.map(({ type }) => type),
  periods.map(({ parentId }) => parentId),
  periods.map(({ state }) => state),
  periods.map(searchOf),
];

const searchOf = ({ name, code }: Period): string => folded(`${name} ${code}`);
