import type { Unit } from '@diemcau/contracts/identity/units';
import { randomUUID } from 'node:crypto';
import { holding, World } from './units-world.js';

const schools = 1950;
const renamings = 5;

let world: World;
let province: string;

/** As 10,000 events of years would have left it, written at once; and a second province that is not to be found. */
beforeAll(async () => {
  world = await World.start();
  province = await settle('Sở');
  await settle('Sở khác');
}, 120_000);
afterAll(() => world.bed.stop());

async function settle(name: string): Promise<string> {
  const root = await world.founded(name);
  await world.bed.sql(
    `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
     SELECT gen_random_uuid(), $1, 'commune', 'xa-' || i, 'Xã ' || i, 'xa ' || i, 'active', '2020-01-01'
     FROM generate_series(1, 49) i`,
    [root],
  );
  await world.bed.sql(
    `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
     SELECT gen_random_uuid(), (SELECT id FROM identity.units WHERE parent_id = $1 AND code = 'xa-' || (1 + i % 49)),
            'school', 'truong-' || i, 'Trường ' || i, 'truong ' || i, 'active', '2020-01-01'
     FROM generate_series(1, $2::int) i`,
    [root, schools],
  );
  await world.bed.sql(
    `UPDATE identity.unit_versions SET valid_to = '2021-01-01'
     WHERE type = 'school' AND unit_id IN (SELECT id FROM identity.units WHERE province_id = $1)`,
    [root],
  );
  await world.bed.sql(
    `WITH periods AS (
       SELECT v.*, gen_random_uuid() AS event, make_date(2020 + n, 1, 1) AS day, n
       FROM identity.unit_versions v JOIN identity.units u ON u.id = v.unit_id
       CROSS JOIN generate_series(1, $2::int) n
       WHERE u.province_id = $1 AND v.type = 'school'
     ), events AS (
       INSERT INTO identity.unit_events (id, kind, state, effective_on, unit_id, unit_ids, province_ids, people, body, applied_at)
       SELECT event, 'rename', 'applied', day, unit_id, ARRAY[unit_id], ARRAY[$1], '[]', '{}', now() FROM periods
     )
     INSERT INTO identity.unit_versions (unit_id, valid_from, valid_to, name, code, type, parent_id, state, search)
     SELECT unit_id, day, CASE WHEN n < $2::int THEN make_date(2021 + n, 1, 1) END, name || ' tên ' || n, code, type, parent_id,
            state, search || ' ten ' || n
     FROM periods`,
    [root, renamings],
  );
  await world.bed.sql('ANALYZE identity.unit_versions, identity.units, identity.unit_events');
  return root;
}

test('a province of 2,000 units and 10,000 events gives its tree of any day, each unit once, under its commune', async () => {
  const caller = holding('teacher', province);
  const units: Unit[] = [];
  let cursor: string | undefined;
  do {
    const page = await world.units.list({ on: '2022-06-01', limit: 200, ...(cursor && { cursor }) }, caller);
    expect(page.total).toBe(2000);
    units.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(units.map(({ id }) => id)).size).toBe(2000);
  const found = units.filter(({ type }) => type === 'school');
  expect(found).toHaveLength(schools);
  expect(
    found.every(({ name, path }) => name.endsWith('tên 2') && path.length === 3 && path[0] === province),
  ).toBe(true);
});

test('an event among them is recorded as in a small province', async () => {
  const [school] = (
    await world.units.list({ q: 'truong 77 ten', on: '2026-01-01' }, holding('teacher', province))
  ).items;
  const into = await world.founded('Trường nhận', { parentId: province, code: randomUUID() });
  await world.happens({ kind: 'merge', effectiveOn: '2025-07-01', unitId: school?.id ?? '', intoId: into });
  await expect(world.unit(school?.id ?? '')).resolves.toMatchObject({ state: 'closed' });
});
