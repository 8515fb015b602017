import { UnitFacts } from '@diemcau/contracts/identity/units';
import { eventually } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
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

describe('an event that is over', () => {
  test('a founded unit is there from its day on, and the decision is written down', async () => {
    const { unitId, state } = await world.happens({
      kind: 'found',
      effectiveOn: '2021-09-01',
      decisionNumber: '12/QĐ-UBND',
      decisionDate: '2021-08-20',
      parentId: province,
      type: 'school',
      name: 'Trường THPT Mẫu',
      code: 'thpt-mau',
    });
    expect(state).toBe('applied');
    await expect(world.unit(unitId)).resolves.toMatchObject({
      state: 'active',
      path: [province, unitId],
      validFrom: '2021-09-01',
      validTo: null,
    });
    expect(Object.keys(await world.treeOn(province, '2021-08-31'))).not.toContain('Trường THPT Mẫu');
    expect(Object.keys(await world.treeOn(province, '2021-09-01'))).toContain('Trường THPT Mẫu');
    const { events } = await world.events.history({ unitId }, service);
    expect(events).toMatchObject([
      { kind: 'found', decisionNumber: '12/QĐ-UBND', decisionDate: '2021-08-20' },
    ]);
  });

  test('a renamed unit is called as it was called on any day', async () => {
    const school = await world.under('Trường cũ', province);
    await world.happens({ kind: 'rename', effectiveOn: '2023-01-01', unitId: school, name: 'Trường mới' });
    expect(Object.keys(await world.treeOn(province, '2022-12-31'))).toContain('Trường cũ');
    expect(Object.keys(await world.treeOn(province, '2023-01-01'))).toContain('Trường mới');
    const { items } = await world.units.list({ q: 'truong moi' }, holding('teacher', province));
    expect(items.map(({ id }) => id)).toEqual([school]);
  });

  test('what was written wrongly is put right without a new period', async () => {
    const school = await world.under('Trường Nhầm', province);
    await world.happens({ kind: 'correct', effectiveOn: '2024-01-01', unitId: school, name: 'Trường Đúng' });
    expect(Object.keys(await world.treeOn(province, '2020-01-01'))).toContain('Trường Đúng');
    const { periods, events } = await world.events.history({ unitId: school }, service);
    expect(periods).toHaveLength(1);
    expect(events.map(({ kind }) => kind)).toEqual(['correct', 'found']);
  });

  test('a moved unit takes along what lies below, and lay elsewhere before (I1)', async () => {
    const [from, to] = [
      await world.under('Phòng A', province, 'districtOffice'),
      await world.under('Xã B', province, 'commune'),
    ];
    const school = await world.under('Trường', from);
    const branch = await world.under('Điểm trường', school);
    await world.happens({ kind: 'move', effectiveOn: '2025-07-01', unitId: school, parentId: to });
    await expect(world.unit(branch)).resolves.toMatchObject({ path: [province, to, school, branch] });
    const [before, after] = [
      await world.treeOn(province, '2025-06-30'),
      await world.treeOn(province, '2025-07-01'),
    ];
    expect(before['Điểm trường']?.slice(1)).toEqual(['Phòng A', 'Trường']);
    expect(after['Điểm trường']?.slice(1)).toEqual(['Xã B', 'Trường']);
  });

  test('a merged unit keeps its id and records, and its people, classes and units go on elsewhere (I2, I3)', async () => {
    const [old, into] = [
      await world.under('Xã Cũ', province, 'commune'),
      await world.under('Xã Mới', province, 'commune'),
    ];
    const school = await world.under('Trường ở xã', old);
    const person = await world.make.user(`nguoi-${randomUUID()}`, { unitId: old });
    await schoolClass(old, '10A1');
    await schoolClass(into, '10A1');
    await world.happens({
      kind: 'merge',
      effectiveOn: '2025-07-01',
      unitId: old,
      intoId: into,
      name: 'Xã Hợp Nhất',
    });

    await expect(world.unit(old)).resolves.toMatchObject({
      state: 'closed',
      validTo: '2025-07-01',
      name: 'Xã Cũ',
    });
    await expect(world.unit(into)).resolves.toMatchObject({ name: 'Xã Hợp Nhất' });
    await expect(world.unit(school)).resolves.toMatchObject({ parentId: into });
    expect(await unitOf(person)).toBe(into);
    const classes = await world.bed.sql<{ name: string }>(
      'SELECT name FROM identity.classes WHERE unit_id = $1 ORDER BY length(name)',
      [into],
    );
    expect(classes.map(({ name }) => name.slice(0, 6).trim())).toEqual(['10A1', '10A1 (']);
    const { successors } = await world.events.history({ unitId: old }, service);
    expect(successors).toMatchObject([{ successorId: into, name: 'Xã Hợp Nhất', since: '2025-07-01' }]);
    await expect(world.make.user(`moi-${randomUUID()}`, { unitId: old })).rejects.toThrow(
      'takes no new users',
    );
  });

  test('a split unit gives its units and people to its parts', async () => {
    const centre = await world.under('Trung tâm', province, 'continuingEducationCentre');
    const [one, two] = [
      await world.under('Trung tâm cộng đồng 1', centre, 'communityLearningCentre'),
      await world.under('Trung tâm cộng đồng 2', centre, 'communityLearningCentre'),
    ];
    const person = await world.make.user(`nguoi-${randomUUID()}`, { unitId: centre });
    const { unitIds } = await world.happens({
      kind: 'split',
      effectiveOn: '2024-01-01',
      unitId: centre,
      parts: [
        { name: 'Phần một', code: randomUUID(), childIds: [one] },
        { name: 'Phần hai', code: randomUUID(), childIds: [two] },
      ],
      peopleToPart: 1,
    });
    expect(unitIds).toHaveLength(5);
    const tree = await world.treeOn(province, '2024-01-01');
    expect(tree['Trung tâm cộng đồng 1']?.at(-1)).toBe('Phần một');
    expect(tree['Trung tâm cộng đồng 2']?.at(-1)).toBe('Phần hai');
    expect(tree).not.toHaveProperty('Trung tâm');
    const part = await unitOf(person);
    await expect(world.unit(part)).resolves.toMatchObject({ name: 'Phần hai' });
  });

  test('a closed office hands its people over, its schools go where the event says', async () => {
    const [office, commune] = [
      await world.under('Phòng', province, 'districtOffice'),
      await world.under('Xã', province, 'commune'),
    ];
    const [high, low] = [await world.under('THPT', office), await world.under('THCS', office)];
    const event = { kind: 'close', effectiveOn: '2025-07-01', unitId: office } as const;
    await expect(world.happens(event)).rejects.toThrow('unitEvents.openBelow');
    await world.make.user(`nguoi-${randomUUID()}`, { unitId: office });
    const moving = { ...event, childrenTo: province, moves: [{ unitId: low, parentId: commune }] };
    await expect(world.happens(moving)).rejects.toMatchObject({
      kind: { code: 'unitEvents.people' },
      details: { people: 1 },
    });
    await world.happens({ ...moving, peopleTo: province });
    await expect(world.unit(high)).resolves.toMatchObject({ parentId: province });
    await expect(world.unit(low)).resolves.toMatchObject({ parentId: commune });
    const { items } = await world.units.children({ unitId: province }, service);
    expect(items.map(({ id }) => id)).not.toContain(office);
    const all = await world.units.children({ unitId: province, includeClosed: true }, service);
    expect(all.items.map(({ id }) => id)).toContain(office);
  });

  test('others are told which units changed, with those that went along', async () => {
    const heard = world.bed.listen(UnitFacts.changed);
    const [from, to] = [
      await world.under('Từ', province, 'commune'),
      await world.under('Đến', province, 'commune'),
    ];
    const school = await world.under('Trường', from);
    const branch = await world.under('Phân hiệu', school);
    await world.happens({ kind: 'move', effectiveOn: '2025-07-01', unitId: school, parentId: to });
    await eventually(
      () => heard.some(({ unitIds }) => unitIds.includes(branch) && unitIds.includes(school)),
      (told) => told,
    );
    expect(
      heard.find(({ unitIds }) => unitIds.includes(school) && unitIds.includes(branch))?.unitIds,
    ).not.toContain(province);
  });
});

async function unitOf(userId: string): Promise<string> {
  const [row] = await world.bed.sql<{ unit_id: string }>('SELECT unit_id FROM identity.users WHERE id = $1', [
    userId,
  ]);
  return row?.unit_id ?? '';
}

const schoolClass = (unitId: string, name: string) =>
  world.bed.sql(
    `INSERT INTO identity.classes (id, unit_id, school_year, name, search)
     VALUES (gen_random_uuid(), $1, '2024-2025', $2, lower($2))`,
    [unitId, name],
  );
