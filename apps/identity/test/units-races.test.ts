import { randomUUID } from 'node:crypto';
import { service } from './identity.js';
import { type Happens, World } from './units-world.js';

let world: World;
let province: string;

beforeAll(async () => {
  world = await World.start();
  province = await world.founded('Sở');
});
afterAll(() => world.bed.stop());

const rounds = 8;
const dated = { effectiveOn: '2025-07-01' } as const;
const schoolUnder = (parentId: string) => world.founded('Trường', { parentId });
const outcomes = (done: readonly PromiseSettledResult<unknown>[]) => done.map(({ status }) => status).sort();

test('of two moves that together would make a circle one is refused (I1)', async () => {
  for (let round = 0; round < rounds; round++) {
    const [one, two] = [await schoolUnder(province), await schoolUnder(province)];
    const done = await Promise.allSettled([
      world.happens({ kind: 'move', ...dated, unitId: one, parentId: two }),
      world.happens({ kind: 'move', ...dated, unitId: two, parentId: one }),
    ]);
    expect(outcomes(done)).toEqual(['fulfilled', 'rejected']);
  }
});

test('of two events upon the same version one is refused', async () => {
  const school = await schoolUnder(province);
  const event = await world.whole({ kind: 'rename', ...dated, unitId: school, name: 'Tên' });
  const done = await Promise.allSettled([1, 2, 3].map(() => world.events.record(event, service)));
  expect(outcomes(done)).toEqual(['fulfilled', 'rejected', 'rejected']);
});

test('a newcomer to a unit that is being merged is in the successor or nowhere (I3)', async () => {
  for (let round = 0; round < rounds; round++) {
    const [old, into] = [await schoolUnder(province), await schoolUnder(province)];
    const coming = [1, 2, 3, 4].map(() => world.make.user(`nguoi-${randomUUID()}`, { unitId: old }));
    await Promise.allSettled([
      world.happens({ kind: 'merge', ...dated, unitId: old, intoId: into }),
      ...coming,
    ]);
    const arrived = (await Promise.allSettled(coming)).filter(({ status }) => status === 'fulfilled').length;
    const people = await world.bed.sql<{ unit_id: string }>(
      'SELECT unit_id FROM identity.users WHERE unit_id = ANY ($1)',
      [[old, into]],
    );
    expect(people.map(({ unit_id: unitId }) => unitId)).toEqual(Array(arrived).fill(into));
  }
});

test('a unit that was empty when it was closed stays empty (I3)', async () => {
  for (let round = 0; round < rounds; round++) {
    const school = await schoolUnder(province);
    const [closed, came] = await Promise.allSettled([
      world.happens({ kind: 'close', ...dated, unitId: school }),
      world.make.user(`nguoi-${randomUUID()}`, { unitId: school }),
    ]);
    expect([closed.status, came.status].sort()).toEqual(['fulfilled', 'rejected']);
  }
});

test('an event gives way to somebody who adds many people, and happens all the same', async () => {
  for (let round = 0; round < 3; round++) {
    const office = await world.founded('Phòng', { parentId: province, type: 'districtOffice' });
    const school = await schoolUnder(office);
    const add = (unitId: string) =>
      `INSERT INTO identity.users (id, user_name, display_name, unit_id, state)
       VALUES (gen_random_uuid(), gen_random_uuid()::text, 'Người mẫu', '${unitId}', 'invited');`;
    const [first, last] = round % 2 === 0 ? [school, office] : [office, school];
    const adding = world.bed.sql(`DO $$ BEGIN ${add(first)} PERFORM pg_sleep(0.5); ${add(last)} END $$`);
    const closing: Happens = {
      kind: 'close',
      ...dated,
      unitId: office,
      alsoClose: [school],
      peopleTo: province,
    };
    const [closed] = await Promise.allSettled([world.happens(closing), adding]);
    expect(closed).toMatchObject({ status: 'fulfilled' });
    const left = await world.bed.sql('SELECT FROM identity.users WHERE unit_id = ANY ($1)', [
      [office, school],
    ]);
    expect(left).toEqual([]);
  }
});

test('an event that is due takes effect once, however many replicas wake up', async () => {
  const { TakingEffectService } = await import('../src/units/taking-effect.service.js');
  const school = await schoolUnder(province);
  const { id } = await world.happens({
    kind: 'rename',
    effectiveOn: '2980-01-01',
    unitId: school,
    name: 'Tên sau',
  });
  const taking = world.bed.part(TakingEffectService);
  await Promise.all([1, 2, 3].map(() => taking.catchUp('2980-01-01')));
  const entries = await world.bed.sql(
    `SELECT FROM identity.audit_entries WHERE object_id = $1 AND action = 'units.tookEffect'`,
    [id],
  );
  expect(entries).toHaveLength(1);
  await expect(world.unit(school)).resolves.toMatchObject({ name: 'Tên sau' });
});
