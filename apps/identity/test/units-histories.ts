import { Failure } from '@diemcau/contracts/core/failure';
import type { RecordUnitEvent } from '@diemcau/contracts/identity/unit-events';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { PlanningService } from '../src/units/planning.service.js';
import { UnitEventsService } from '../src/units/unit-events.service.js';
import { service } from './identity.js';
import type { World } from './units-world.js';

/** Two small provinces; a name, what lies above it and its type. The codes are the same in both. */
const first = [
  ['P', null, 'department', 'so'],
  ['D1', 'P', 'districtOffice', 'd1'],
  ['D2', 'P', 'districtOffice', 'd2'],
  ['C1', 'D1', 'commune', 'c1'],
  ['S1', 'D1', 'school', 's1'],
  ['S2', 'S1', 'school', 's2'],
  ['S3', 'C1', 'school', 's3'],
  ['Q', null, 'department', 'so'],
  ['E1', 'Q', 'commune', 'c1'],
  ['T1', 'E1', 'school', 's1'],
] as const;
/** N1 … are the ones founded on the way. */
const names = [...first.map(([name]) => name), 'N1', 'N2'];
const days = [
  '2021-01-01',
  '2022-01-01',
  '2023-01-01',
  '2024-01-01',
  '2950-01-01',
  '2951-01-01',
  '2952-01-01',
];

const unit = fc.constantFrom(...names);
const maybe = fc.option(unit, { nil: undefined, freq: 4 });
const on = fc.constantFrom(...days);

/** Something that happens, in names. */
export type Step = { readonly does: string; readonly on: string } & Readonly<Record<string, unknown>>;

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('found'),
    on,
    under: unit,
    type: fc.constantFrom('school', 'commune', 'districtOffice'),
    code: fc.constantFrom('s1', 's1-so', 'n1', 'n2', 'n3'),
  }),
  fc.record({ does: fc.constant('rename'), on, unit, code: fc.constantFrom('s1', 'r1', undefined) }),
  fc.record({ does: fc.constant('correct'), on, unit }),
  fc.record({ does: fc.constant('move'), on, unit, under: unit }),
  fc.record({ does: fc.constant('merge'), on, unit, into: unit, childrenTo: maybe }),
  fc.record({ does: fc.constant('split'), on, unit, goesOn: fc.boolean(), gives: maybe }),
  fc.record({ does: fc.constant('close'), on, unit, childrenTo: maybe, peopleTo: maybe, also: maybe }),
  fc.record({ does: fc.constant('cancel'), on: fc.constantFrom(...days.slice(-3)), nth: fc.nat(1) }),
);

/** Mostly in the order of days, as histories are; sometimes told in any order. */
export const history: fc.Arbitrary<Step[]> = fc
  .tuple(fc.array(step, { minLength: 2, maxLength: 8 }), fc.integer({ min: 0, max: 3 }))
  .map(([steps, order]) =>
    order === 0
      ? steps
      : [...steps].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)),
  );

/** What became of the steps: how often each was taken and refused. */
export type Tally = Map<string, { taken: number; refused: number }>;

/** Lets a history happen in provinces of its own. @returns the ids by name */
export async function live(
  world: World,
  manager: EntityManager,
  steps: readonly Step[],
  tally: Tally,
): Promise<Map<string, string>> {
  const ids = await settle(manager);
  const events = world.bed.part(UnitEventsService);
  const planning = world.bed.part(PlanningService);
  for (const one of steps) {
    const count = tally.get(one.does) ?? { taken: 0, refused: 0 };
    tally.set(one.does, count);
    try {
      await manager.transaction(async (inner) => {
        if (one.does === 'cancel')
          return cancelLatest(inner, planning, [...ids.values()], Number(one['nth']));
        const event = await eventOf(inner, one, ids);
        const { unitIds } = await events.recordWithin(inner, event, service);
        for (const id of unitIds)
          if (![...ids.values()].includes(id)) ids.set(`N${ids.size - first.length + 1}`, id);
      });
      count.taken += 1;
    } catch (error) {
      // Refused is fine; anything else is a fault of ours.
      if (!(error instanceof Failure)) throw error;
      count.refused += 1;
    }
  }
  return ids;
}

async function cancelLatest(
  manager: EntityManager,
  planning: PlanningService,
  unitIds: readonly string[],
  nth: number,
): Promise<void> {
  const [event] = await manager.query<{ id: string }[]>(
    `SELECT id FROM unit_events WHERE state = 'planned' AND unit_ids && $1::uuid[]
     ORDER BY sequence DESC LIMIT 1 OFFSET $2`,
    [unitIds, nth],
  );
  await planning.cancelWithin(manager, event?.id ?? randomUUID(), service);
}

/** Ids for names; a name that is nobody's yet is an unknown unit. */
async function eventOf(
  manager: EntityManager,
  { does, on: effectiveOn, ...said }: Step,
  ids: ReadonlyMap<string, string>,
): Promise<RecordUnitEvent> {
  const id = (name: string) => {
    const given = said[name];
    return given === undefined ? undefined : (ids.get(String(given)) ?? randomUUID());
  };
  const unitId = id('unit');
  const rows = await manager.query<{ version: number }[]>('SELECT version FROM units WHERE id = $1', [
    unitId,
  ]);
  const version = rows[0]?.version ?? 1;
  const dated = { effectiveOn, decisionNumber: null, decisionDate: null };
  const its = { ...dated, unitId: unitId ?? '', version };
  const code = typeof said['code'] === 'string' ? { code: said['code'] } : {};
  const childrenTo = id('childrenTo');
  const below = childrenTo === undefined ? {} : { childrenTo };
  switch (does) {
    case 'found':
      return {
        kind: 'found',
        ...dated,
        ...code,
        name: 'Mới',
        type: String(said['type']),
        parentId: id('under') ?? '',
      };
    case 'rename':
      return { kind: 'rename', ...its, ...code, name: `Tên từ ${effectiveOn}` };
    case 'correct':
      return { kind: 'correct', ...its, name: 'Tên đúng' };
    case 'move':
      return { kind: 'move', ...its, parentId: id('under') ?? '' };
    case 'merge':
      return { kind: 'merge', ...its, ...below, intoId: id('into') ?? '' };
    case 'split': {
      const gives = id('gives');
      const childIds = gives === undefined ? [] : [gives];
      return {
        kind: 'split',
        ...its,
        goesOn: said['goesOn'] === true,
        parts: [
          { name: 'Phần một', code: randomUUID(), childIds },
          { name: 'Phần hai', code: randomUUID() },
        ],
      };
    }
    default: {
      const [peopleTo, also] = [id('peopleTo'), id('also')];
      return {
        kind: 'close',
        ...its,
        ...below,
        ...(peopleTo !== undefined && { peopleTo }),
        ...(also !== undefined && { alsoClose: [also] }),
      };
    }
  }
}

/** Fresh provinces with somebody in every unit, whose code is that of the unit. */
async function settle(manager: EntityManager): Promise<Map<string, string>> {
  const ids = new Map<string, string>(first.map(([name]) => [name, randomUUID()]));
  // The one above stands before those below it.
  await manager.query(
    `INSERT INTO units (id, parent_id, type, code, name, search, state, valid_from)
     SELECT id, parent_id, type, code, name, lower(name), 'active', '2020-01-01'
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) AS unit (id, parent_id, type, code, name)`,
    [
      first.map(([name]) => ids.get(name)),
      first.map(([, parent]) => (parent === null ? null : ids.get(parent))),
      first.map(([, , type]) => type),
      first.map(([, , , code]) => code),
      first.map(([name]) => name),
    ],
  );
  await manager.query(
    `INSERT INTO users (id, user_name, password_hash, display_name, unit_id, state, code)
     SELECT gen_random_uuid(), gen_random_uuid()::text, 'x', 'Người mẫu', id, 'active', code
     FROM units WHERE id = ANY ($1)`,
    [[...ids.values()]],
  );
  return ids;
}
