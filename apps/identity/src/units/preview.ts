import type { RecordUnitEvent, UnitEventPreview, UnitLooks } from '@diemcau/contracts/identity/unit-events';
import type { EntityManager } from 'typeorm';
import type { Decision } from './draft.js';
import type { Looks } from './timeline.js';

/** Most units shown one by one. */
const mostShown = 1000;

const looksOf = ({ name, code, type, parentId, state }: Looks): UnitLooks => ({
  name,
  code,
  type,
  parentId,
  state,
});

export async function previewOf(
  manager: EntityManager,
  event: RecordUnitEvent,
  { periods, corrected, people }: Decision,
): Promise<UnitEventPreview> {
  const changed = [...periods, ...corrected];
  const before = await lookedBefore(
    manager,
    event,
    changed.map(({ unitId }) => unitId),
  );
  const moving = periods.filter(({ unitId, parentId }) => {
    const was = before.get(unitId);
    return was !== undefined && was.parentId !== parentId;
  });
  const closing = periods.filter(({ state }) => state === 'closed').map(({ unitId }) => unitId);
  return {
    units: changed.slice(0, mostShown).map((period) => ({
      unitId: period.unitId,
      before: before.get(period.unitId) ?? null,
      after: looksOf(period),
    })),
    closed: closing.length,
    ...(await countsOf(manager, {
      moving: moving.map(({ unitId }) => unitId),
      closing,
      leaving: people.map(({ from }) => from),
    })),
    recoded:
      periods.filter(({ unitId, code }) => {
        const was = before.get(unitId);
        return was !== undefined && was.code !== code && unitId !== event.intoId && event.kind !== 'rename';
      }).length + (await peopleRecoded(manager, moving)),
  };
}

async function lookedBefore(
  manager: EntityManager,
  { effectiveOn }: RecordUnitEvent,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, UnitLooks>> {
  const rows = await manager.query<(UnitLooks & { unitId: string })[]>(
    `SELECT unit_id AS "unitId", name, code, type, parent_id AS "parentId", state FROM unit_versions
     WHERE unit_id = ANY ($1) AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)`,
    [unitIds, effectiveOn],
  );
  return new Map(rows.map(({ unitId, ...looks }) => [unitId, looks]));
}

async function countsOf(
  manager: EntityManager,
  ids: {
    readonly moving: readonly string[];
    readonly closing: readonly string[];
    readonly leaving: readonly string[];
  },
): Promise<Pick<UnitEventPreview, 'moved' | 'people' | 'grants'>> {
  const [counts] = await manager.query<[Pick<UnitEventPreview, 'moved' | 'people' | 'grants'>]>(
    `SELECT (SELECT count(*)::int FROM units WHERE path && $1::uuid[]) AS moved,
            (SELECT count(*)::int FROM users WHERE unit_id = ANY ($2)) AS people,
            (SELECT count(*)::int FROM role_grants WHERE unit_id = ANY ($3) AND revoked_at IS NULL
               AND (valid_to IS NULL OR valid_to > now())) AS grants`,
    [ids.moving, ids.leaving, ids.closing],
  );
  return counts;
}

/** Codes of people below units that come into another province, where they exist there already. */
async function peopleRecoded(
  manager: EntityManager,
  moving: readonly { unitId: string; parentId: string | null }[],
): Promise<number> {
  const [row] = await manager.query<[{ people: number }]>(
    `SELECT count(DISTINCT person.id)::int AS people
     FROM unnest($1::uuid[], $2::uuid[]) AS moving (unit_id, parent_id)
     JOIN units above ON above.id = moving.parent_id
     JOIN units unit ON unit.path @> ARRAY[moving.unit_id] AND unit.province_id <> above.province_id
     JOIN users person ON person.unit_id = unit.id
     JOIN users other ON other.province_id = above.province_id AND other.code = person.code`,
    [moving.map(({ unitId }) => unitId), moving.map(({ parentId }) => parentId)],
  );
  return row.people;
}
