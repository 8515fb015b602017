import { unitErrors } from '@diemcau/contracts/identity/units';
import { randomUUID } from 'node:crypto';
import { TakingEffectService } from '../src/units/taking-effect.service.js';
import { service } from './identity.js';
import { holding, World } from './units-world.js';

let world: World;
let province: string;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.bed.stop());
beforeEach(async () => {
  province = await world.founded(`Sở ${randomUUID()}`);
});

describe('an event that is to come', () => {
  const day = '2950-01-01';
  const arrive = (on: string) => world.bed.part(TakingEffectService).catchUp(on);

  test('changes nothing until its day, is seen on the trees of later days, and then takes effect', async () => {
    const office = await world.under('Phòng sẽ giải thể', province, 'districtOffice');
    const school = await world.under('Trường sẽ chuyển', office);
    const { unitId: commune } = await world.happens({
      kind: 'found',
      effectiveOn: day,
      parentId: province,
      type: 'commune',
      name: 'Xã sẽ lập',
      code: 'xa-se-lap',
    });
    await world.happens({ kind: 'move', effectiveOn: day, unitId: school, parentId: commune });
    const { state } = await world.happens({ kind: 'close', effectiveOn: day, unitId: office });
    expect(state).toBe('planned');
    await expect(world.unit(commune)).resolves.toMatchObject({ state: 'planned' });
    await expect(world.unit(office)).resolves.toMatchObject({ state: 'active', validTo: day });
    await expect(world.unit(school)).resolves.toMatchObject({ parentId: office });
    expect(await world.treeOn(province, day)).not.toHaveProperty('Phòng sẽ giải thể');
    expect((await world.treeOn(province, day))['Trường sẽ chuyển']?.at(-1)).toBe('Xã sẽ lập');

    await Promise.all([arrive('2950-02-01'), arrive('2950-02-01')]);
    await arrive('2950-02-02');
    await expect(world.unit(commune)).resolves.toMatchObject({ state: 'active' });
    await expect(world.unit(office)).resolves.toMatchObject({ state: 'closed' });
    await expect(world.unit(school)).resolves.toMatchObject({ path: [province, commune, school] });
    const { items } = await world.events.list({ state: 'planned' }, holding('departmentAdmin', province));
    expect(items).toEqual([]);
  });

  test('can be cancelled, and what was planned before it holds again', async () => {
    const school = await world.under('Trường', province);
    const rename = (name: string) =>
      world.happens({ kind: 'rename', effectiveOn: '2951-01-01', unitId: school, name });
    await rename('Tên thứ nhất');
    const second = await rename('Tên thứ hai');
    expect(await world.treeOn(province, '2951-01-01')).toHaveProperty('Tên thứ hai');
    await expect(world.events.cancel({ eventId: second.id }, service)).resolves.toMatchObject({
      state: 'cancelled',
    });
    expect(await world.treeOn(province, '2951-01-01')).toHaveProperty('Tên thứ nhất');
    await expect(world.events.cancel({ eventId: second.id }, service)).rejects.toThrow(
      'unitEvents.notPlanned',
    );
  });

  test('cannot be cancelled while something planned later builds upon it', async () => {
    const commune = await world.happens({
      kind: 'found',
      effectiveOn: '2952-01-01',
      parentId: province,
      type: 'commune',
      name: 'Xã',
      code: 'xa',
    });
    const school = await world.under('Trường', province);
    const move = await world.happens({
      kind: 'move',
      effectiveOn: '2952-02-01',
      unitId: school,
      parentId: commune.unitId,
    });
    const cancelled = (eventId: string) => world.events.cancel({ eventId }, service);
    await expect(cancelled(commune.id)).rejects.toThrow('unitEvents.laterEvents');
    await cancelled(move.id);
    await world.make.user(`nguoi-${randomUUID()}`, { unitId: commune.unitId });
    await expect(cancelled(commune.id)).rejects.toThrow('unitEvents.inUse');
    await world.bed.sql('DELETE FROM identity.users WHERE unit_id = $1', [commune.unitId]);
    await cancelled(commune.id);
    await expect(world.unit(commune.unitId)).rejects.toThrow(unitErrors.notFound.code);
  });

  test('keeps others from taking away what it rests on (I1 on every day)', async () => {
    const [office, commune] = [
      await world.under('Phòng', province, 'districtOffice'),
      await world.under('Xã', province, 'commune'),
    ];
    const school = await world.under('Trường', office);
    await world.happens({ kind: 'move', effectiveOn: '2953-01-01', unitId: school, parentId: commune });
    const close = world.happens({ kind: 'close', effectiveOn: '2025-07-01', unitId: commune });
    await expect(close).rejects.toMatchObject({
      kind: { code: 'unitEvents.openBelow' },
      details: { on: '2953-01-01' },
    });
  });

  test('finds a unit begun that was planned without an event, by an import', async () => {
    const id = randomUUID();
    await world.bed.sql(
      `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
       VALUES ($1, $2, 'commune', 'xa-nhap-truoc', 'Xã nhập trước', 'xa nhap truoc', 'planned', '2955-01-01')`,
      [id, province],
    );
    const school = await world.under('Trường', province);
    await world.happens({ kind: 'move', effectiveOn: '2955-01-01', unitId: school, parentId: id });
    await arrive('2954-12-31');
    await expect(world.unit(id)).resolves.toMatchObject({ state: 'planned' });
    await arrive('2955-01-01');
    await expect(world.unit(id)).resolves.toMatchObject({ state: 'active' });
    await expect(world.unit(school)).resolves.toMatchObject({ path: [province, id, school] });
  });

  test('finds a unit that an import put below meanwhile a place above', async () => {
    const office = await world.under('Phòng', province, 'districtOffice');
    await world.happens({ kind: 'close', effectiveOn: '2956-01-01', unitId: office });
    const school = await world.make.unit('Trường nhập', { parentId: office, type: 'school' });
    await arrive('2956-01-01');
    await expect(world.unit(school)).resolves.toMatchObject({ state: 'active', path: [province, school] });
    expect((await world.treeOn(province, '2955-12-31'))['Trường nhập']).toHaveLength(2);
    expect((await world.treeOn(province, '2956-01-01'))['Trường nhập']).toHaveLength(1);
  });

  test('finds people who came after it was planned a place above', async () => {
    const office = await world.under('Phòng', province, 'districtOffice');
    await world.happens({ kind: 'close', effectiveOn: '2954-01-01', unitId: office });
    const person = await world.make.user(`nguoi-${randomUUID()}`, { unitId: office });
    await arrive('2954-01-01');
    expect(await unitOf(person)).toBe(province);
  });
});

async function unitOf(userId: string): Promise<string> {
  const [row] = await world.bed.sql<{ unit_id: string }>('SELECT unit_id FROM identity.users WHERE id = $1', [
    userId,
  ]);
  return row?.unit_id ?? '';
}
