import { Failure } from '@diemcau/contracts/core/failure';
import type { RecordUnitEvent, UnitEventKind } from '@diemcau/contracts/identity/unit-events';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { service } from './identity.js';
import { World } from './units-world.js';

/** A small tree; events name its units in every way that passes the contract. */
const size = 9;
const day = fc.constantFrom(
  '1950-02-03',
  '2019-12-31',
  '2020-01-01',
  '2023-05-06',
  '2023-05-06',
  '2950-01-01',
);
const some = fc.option(fc.nat(size), { nil: undefined, freq: 3 });
const several = fc.option(fc.array(fc.nat(size), { maxLength: 4 }), { nil: undefined });
const kinds: UnitEventKind[] = ['found', 'rename', 'merge', 'split', 'move', 'close', 'correct'];
const text = fc.option(fc.constantFrom('a', 'b', 'x'.repeat(60)), { nil: undefined });

const said = fc.record({
  kind: fc.constantFrom(...kinds),
  effectiveOn: day,
  unit: fc.nat(size),
  stale: fc.boolean(),
  name: text,
  code: text,
  codeSuffix: fc.option(fc.constantFrom('q', 'y'.repeat(20)), { nil: undefined }),
  type: fc.option(fc.constantFrom('school', 'commune', 'nothing'), { nil: undefined }),
  parent: some,
  into: some,
  peopleTo: some,
  childrenTo: some,
  moves: fc.option(fc.array(fc.tuple(fc.nat(size), fc.nat(size)), { maxLength: 4 }), { nil: undefined }),
  alsoClose: several,
  goesOn: fc.option(fc.boolean(), { nil: undefined }),
  peopleToPart: fc.option(fc.nat(19), { nil: undefined }),
  parts: fc.option(
    fc.array(fc.record({ code: fc.constantFrom('a', 'b', 'c'), parent: some, children: several }), {
      maxLength: 3,
    }),
    {
      nil: undefined,
    },
  ),
});
type Said = typeof said extends fc.Arbitrary<infer S> ? S : never;

const takes: Record<UnitEventKind, readonly (keyof RecordUnitEvent)[]> = {
  found: ['name', 'code', 'type', 'parentId'],
  rename: ['unitId', 'version', 'name', 'code'],
  correct: ['unitId', 'version', 'name', 'code', 'type'],
  move: ['unitId', 'version', 'parentId', 'codeSuffix'],
  merge: ['unitId', 'version', 'intoId', 'name', 'code', 'codeSuffix', 'childrenTo', 'moves'],
  split: ['unitId', 'version', 'parts', 'goesOn', 'peopleToPart', 'childrenTo', 'moves'],
  close: ['unitId', 'version', 'peopleTo', 'childrenTo', 'moves', 'alsoClose'],
};

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.bed.stop());

/** Two provinces, four levels. */
async function tree(): Promise<string[]> {
  const ids: string[] = [];
  const add = async (type: string, above?: string, state: 'active' | 'closed' = 'active') => {
    const id = await world.make.unit(`Đơn vị ${ids.length}`, {
      type,
      state,
      code: `u${ids.length}`,
      ...(above && { parentId: above }),
    });
    if (state === 'active') await world.make.user(randomUUID(), { unitId: id });
    ids.push(id);
    return id;
  };
  const one = await add('department');
  const office = await add('districtOffice', one);
  const commune = await add('commune', office);
  const school = await add('school', commune);
  await add('school', school);
  await add('school', office);
  await add('school', one, 'closed');
  const two = await add('department');
  await add('commune', two);
  ids.push(randomUUID());
  return ids;
}

async function eventOf(one: Said, ids: readonly string[]): Promise<RecordUnitEvent> {
  const id = (at: number) => ids[at] ?? '';
  const unitId = id(one.unit);
  const [row] = await world.bed.sql<{ version: number }>('SELECT version FROM identity.units WHERE id = $1', [
    unitId,
  ]);
  const all: Partial<Record<keyof RecordUnitEvent, unknown>> = {
    unitId,
    version: (row?.version ?? 1) + (one.stale && one.unit === 0 ? 1 : 0),
    name: one.name ?? (one.kind === 'found' ? 'n' : undefined),
    code: one.code ?? (one.kind === 'found' ? 'n' : undefined),
    type: one.type ?? (one.kind === 'found' ? 'school' : undefined),
    codeSuffix: one.codeSuffix,
    parentId: one.parent === undefined ? undefined : id(one.parent),
    intoId: id(one.into ?? 1),
    peopleTo: one.peopleTo === undefined ? undefined : id(one.peopleTo),
    childrenTo: one.childrenTo === undefined ? undefined : id(one.childrenTo),
    moves: one.moves?.map(([unit, parent]) => ({ unitId: id(unit), parentId: id(parent) })),
    alsoClose: one.alsoClose && [...new Set(one.alsoClose.map(id))],
    goesOn: one.goesOn,
    peopleToPart: one.peopleToPart,
    parts: (one.parts ?? []).map(({ code, parent, children }) => ({
      name: 'Phần',
      code,
      ...(parent !== undefined && { parentId: id(parent) }),
      ...(children && { childIds: [...new Set(children.map(id))] }),
    })),
  };
  const given = takes[one.kind]
    .filter((field) => all[field] !== undefined)
    .map((field) => [field, all[field]]);
  return {
    kind: one.kind,
    effectiveOn: one.effectiveOn,
    decisionNumber: null,
    decisionDate: null,
    ...(Object.fromEntries(given) as Partial<RecordUnitEvent>),
  };
}

test('whatever an event names, it is taken or refused with a reason, and its preview says the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 4 }), async (events) => {
      const ids = await tree();
      for (const one of events) {
        const event = await eventOf(one, ids);
        const outcome = (work: Promise<unknown>) =>
          work.then(
            () => 'taken',
            (error: unknown) => (error instanceof Failure ? error.message : String(error)),
          );
        const foreseen = await outcome(world.events.preview(event, service));
        const happened = await outcome(world.events.record(event, service));
        expect([foreseen, happened]).toEqual([happened, happened]);
        expect(['common.internal', 'common.unavailable']).not.toContain(happened);
      }
    }),
    { numRuns: Number(process.env['UNIT_EVENTS'] ?? 60) },
  );
}, 120_000);
