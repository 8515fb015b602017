import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import { eventually } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { service } from './identity.js';
import { holding, World } from './units-world.js';

let world: World;
/** The province that goes on, and the one that becomes part of it. */
let into: string;
let old: string;
let school: string;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.bed.stop());

beforeEach(async () => {
  into = await world.founded('Sở tiếp nhận', { code: 'so' });
  await world.founded('Trường tiếp nhận', { parentId: into, code: 'thpt-1' });
  old = await world.founded('Sở sáp nhập', { code: 'so' });
  const commune = await world.founded('Xã sáp nhập', { parentId: old, type: 'commune', code: 'xa-1' });
  school = await world.founded('Trường sáp nhập', { parentId: commune, code: 'thpt-1' });
});

const merging = () =>
  ({ kind: 'merge', effectiveOn: '2025-07-01', unitId: old, intoId: into, codeSuffix: 'cu' }) as const;

async function person(unitId: string, code: string): Promise<string> {
  const id = await world.make.user(`nguoi-${randomUUID()}`, { unitId });
  await world.bed.sql('UPDATE identity.users SET code = $2 WHERE id = $1', [id, code]);
  return id;
}

describe('a province that is merged into another (SYS-5)', () => {
  test('brings its units along, with a suffix where a code exists already, and lies closed below', async () => {
    await world.happens(merging());
    await expect(world.unit(old)).resolves.toMatchObject({
      state: 'closed',
      path: [into, old],
      code: 'so-cu',
    });
    const moved = await world.unit(school);
    expect(moved).toMatchObject({ state: 'active', code: 'thpt-1-cu' });
    expect(moved.path[0]).toBe(into);
    const { items } = await world.units.list({ q: 'xa sap nhap' }, holding('teacher', into));
    expect(items).toMatchObject([{ code: 'xa-1', parentId: into }]);
  });

  test('loses nobody: people of the department go on, codes that exist already get a suffix', async () => {
    await person(into, '0001');
    const [clerk, teacher, other] = [
      await person(old, '0001'),
      await person(school, '0002'),
      await person(school, '0001-cu'),
    ];
    const before = await world.events.preview(await world.whole(merging()), service);
    expect(before).toMatchObject({ closed: 1, people: 1, moved: 3 });
    await world.happens(merging());
    const people = await world.bed.sql<{ id: string; code: string; unit_id: string; province_id: string }>(
      'SELECT id, code, unit_id, province_id FROM identity.users WHERE id = ANY ($1)',
      [[clerk, teacher, other]],
    );
    expect(new Map(people.map(({ id, code, unit_id: unitId }) => [id, [code, unitId]]))).toEqual(
      new Map([
        [clerk, ['0001-cu-2', into]],
        [teacher, ['0002', school]],
        [other, ['0001-cu', school]],
      ]),
    );
    expect(people.every(({ province_id: provinceId }) => provinceId === into)).toBe(true);
  });

  test('is seen with its past by the successor, which saw nothing of it before (DA-0)', async () => {
    const admin = holding('departmentAdmin', into);
    await expect(world.units.find({ unitId: school }, admin)).rejects.toThrow('units.notFound');
    await world.happens(merging());
    const tree = await world.treeOn(into, '2025-06-30');
    expect(tree['Trường sáp nhập']).toEqual(['Sở sáp nhập', 'Xã sáp nhập']);
    const { events } = await world.events.history({ unitId: school }, admin);
    expect(events.map(({ kind }) => kind)).toEqual(['merge', 'found']);
  });

  test('needs rights over both: who holds one of them does not even see the other', async () => {
    const event = await world.whole(merging());
    await expect(world.events.record(event, holding('departmentAdmin', old))).rejects.toThrow(
      'units.notFound',
    );
    await expect(world.events.record(event, holding('departmentAdmin', into))).rejects.toThrow(
      'units.notFound',
    );
    const both = holding('departmentAdmin', old, into);
    await expect(world.events.record(event, both)).resolves.toMatchObject({ state: 'applied' });
  });

  test('leaves its roles where they were held, widens none, and makes their holders sign tokens anew', async () => {
    const admin = await person(old, 'qt');
    await world.make.grant(admin, 'departmentAdmin', old);
    await world.bed.sql(
      `INSERT INTO identity.roles (key, province_id, name_vi, name_en, permissions) VALUES ($1, $2, 'Vai trò', 'Role', '{}')`,
      [randomUUID(), old],
    );
    const heard = world.bed.listen(SessionFacts.rightsChanged);
    const { grants } = await world.events.preview(await world.whole(merging()), service);
    expect(grants).toBe(1);
    await world.happens(merging());
    await eventually(
      () => heard.flatMap(({ users }) => users.map(({ userId }) => userId)),
      (users) => users.includes(admin),
    );
    const held = await world.bed.sql<{ unit_id: string; revoked_at: Date | null }>(
      'SELECT unit_id, revoked_at FROM identity.role_grants WHERE user_id = $1',
      [admin],
    );
    expect(held).toEqual([{ unit_id: old, revoked_at: null }]);
    const roles = await world.bed.sql('SELECT FROM identity.roles WHERE province_id = $1', [into]);
    expect(roles).toHaveLength(1);
  });

  test('is neither moved, split nor closed, and does not become part of a mere unit', async () => {
    const dated = { effectiveOn: '2025-07-01', unitId: old };
    const below = await world.founded('Xã', { parentId: into, type: 'commune' });
    const refused = expect.objectContaining({ message: 'unitEvents.top' }) as unknown;
    await expect(world.happens({ kind: 'move', ...dated, parentId: into })).rejects.toEqual(refused);
    await expect(world.happens({ kind: 'close', ...dated })).rejects.toEqual(refused);
    await expect(world.happens({ kind: 'merge', ...dated, intoId: below })).rejects.toEqual(refused);
  });

  test('may be planned: a code given out meanwhile makes no event fail on its day', async () => {
    const { TakingEffectService } = await import('../src/units/taking-effect.service.js');
    await world.happens({ ...merging(), effectiveOn: '2960-01-01' });
    await expect(
      world.founded('Trường mới', { parentId: into, code: 'xa-1', on: '2025-01-01' }),
    ).rejects.toThrow('unitEvents.codeTaken');
    await world.make.unit('Nhập từ bảng tính', { parentId: into, type: 'school', code: 'xa-1' });
    await world.bed.part(TakingEffectService).catchUp('2960-01-01');
    await expect(world.unit(old)).resolves.toMatchObject({ state: 'closed', parentId: into });
    const { items } = await world.units.list({ q: 'xa sap nhap' }, holding('teacher', into));
    expect(items[0]?.code).toMatch(/^xa-1-[0-9a-f]{8}$/);
  });
});
