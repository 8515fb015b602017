import { randomUUID } from 'node:crypto';
import { service } from './identity.js';
import { holding, World } from './units-world.js';

let world: World;
let province: string;
let office: string;
let school: string;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.bed.stop());
beforeEach(async () => {
  province = await world.founded('Sở');
  office = await world.founded('Phòng', { parentId: province, type: 'districtOffice' });
  school = await world.founded('Trường', { parentId: office });
});

/** Somebody who has been here since a day. */
async function person(unitId: string, since: string): Promise<string> {
  const id = await world.make.user(`nguoi-${randomUUID()}`, { unitId });
  await world.bed.sql('UPDATE identity.users SET created_at = $2 WHERE id = $1', [
    id,
    `${since}T08:00:00+07:00`,
  ]);
  return id;
}

const closing = () =>
  ({
    kind: 'close',
    effectiveOn: '2025-07-01',
    unitId: office,
    peopleTo: province,
    childrenTo: province,
  }) as const;

describe('figures as they were and as they are now (I2)', () => {
  test('people are counted where they were on the day, whatever moved them since', async () => {
    await person(office, '2021-01-01');
    const teacher = await person(school, '2021-01-01');
    await person(school, '2024-06-01');
    await world.happens(closing());
    await world.bed.sql('UPDATE identity.users SET unit_id = $2 WHERE id = $1', [teacher, province]);

    const on = async (day: string) =>
      (await world.reports.count({ unitId: office, on: day }, service)).asItWas;
    await expect(on('2023-01-01')).resolves.toEqual({
      on: '2023-01-01',
      units: 2,
      people: 2,
      types: [
        { type: 'districtOffice', units: 1, people: 1 },
        { type: 'school', units: 1, people: 1 },
      ],
    });
    await expect(on('2025-06-30')).resolves.toMatchObject({ units: 2, people: 3 });
    await expect(on('2025-07-01')).resolves.toMatchObject({ units: 0, people: 0 });
    const { asItIsNow } = await world.reports.count({ unitId: office, on: '2023-01-01' }, service);
    expect(asItIsNow).toMatchObject({ units: 2, people: 3 });
  });

  test('a unit that was merged twice is, now, what came of it', async () => {
    const [second, third] = [
      await world.founded('Trường hai', { parentId: office }),
      await world.founded('Trường ba', { parentId: office }),
    ];
    await world.happens({ kind: 'merge', effectiveOn: '2022-01-01', unitId: school, intoId: second });
    await world.happens({ kind: 'merge', effectiveOn: '2023-01-01', unitId: second, intoId: third });
    const { items } = await world.reports.now({ unitIds: [school, third, office] }, service);
    const now = new Map(items.map((item) => [item.unitId, item.now.map(({ name }) => name)]));
    expect(now).toEqual(
      new Map([
        [school, ['Trường ba']],
        [third, ['Trường ba']],
        [office, ['Phòng']],
      ]),
    );
  });

  test('a split unit is, now, its parts; one that closed for good is nothing', async () => {
    await world.happens({
      kind: 'split',
      effectiveOn: '2022-01-01',
      unitId: school,
      parts: [
        { name: 'Tiểu học', code: randomUUID() },
        { name: 'Trung học', code: randomUUID() },
      ],
    });
    const gone = await world.founded('Đã giải thể', { parentId: office });
    await world.happens({ kind: 'close', effectiveOn: '2022-01-01', unitId: gone });
    const { items } = await world.reports.now({ unitIds: [school, gone] }, service);
    const now = new Map(items.map((item) => [item.unitId, item.now.map(({ name }) => name).sort()]));
    expect(now).toEqual(
      new Map([
        [school, ['Tiểu học', 'Trung học']],
        [gone, []],
      ]),
    );
  });
});

describe('who is told figures', () => {
  test('those who look after the people, of a closed unit and of what came of it alike', async () => {
    await person(school, '2021-01-01');
    const asked = { unitId: office, on: '2023-01-01' };
    await expect(world.reports.count(asked, holding('teacher', office))).rejects.toThrow('units.notFound');
    await expect(world.reports.count(asked, holding('unitOperator', school))).rejects.toThrow(
      'units.notFound',
    );
    await world.happens(closing());
    const local = await world.reports.count(asked, holding('unitOperator', office));
    expect(local).toMatchObject({ asItWas: { units: 2, people: 1 }, asItIsNow: { units: 0, people: 0 } });
    const all = await world.reports.count(asked, holding('unitOperator', province));
    expect(all).toMatchObject({ asItWas: { units: 2, people: 1 }, asItIsNow: { units: 2, people: 1 } });
  });
});

describe('what an event would do', () => {
  test('is shown before it does it, and nothing happens', async () => {
    await person(office, '2021-01-01');
    const holder = await person(school, '2021-01-01');
    await world.make.grant(holder, 'unitOperator', office);
    const before = await world.unit(office);
    const preview = await world.events.preview(
      await world.whole(closing()),
      holding('departmentAdmin', province),
    );
    expect(preview).toMatchObject({ moved: 1, closed: 1, people: 1, grants: 1, recoded: 0 });
    expect(preview.units).toEqual([
      {
        unitId: school,
        before: expect.objectContaining({ parentId: office, state: 'active' }) as unknown,
        after: expect.objectContaining({ parentId: province, state: 'active' }) as unknown,
      },
      {
        unitId: office,
        before: expect.objectContaining({ state: 'active' }) as unknown,
        after: expect.objectContaining({ state: 'closed' }) as unknown,
      },
    ]);
    await expect(world.unit(office)).resolves.toEqual(before);
  });

  test('is refused where recording it would be', async () => {
    await person(office, '2021-01-01');
    const { peopleTo: _nobody, ...event } = closing();
    await expect(world.events.preview(await world.whole(event), service)).rejects.toThrow(
      'unitEvents.people',
    );
  });
});

describe('the list of events', () => {
  test('comes page by page, the latest day first, and by unit, kind, state and days', async () => {
    for (const year of [2021, 2022, 2023])
      await world.happens({
        kind: 'rename',
        effectiveOn: `${year}-01-01`,
        unitId: school,
        name: `Tên ${year}`,
      });
    await world.happens({ kind: 'rename', effectiveOn: '2990-01-01', unitId: school, name: 'Tên sau' });
    const caller = holding('teacher', province);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.events.list({ unitId: school, limit: 2, ...(cursor && { cursor }) }, caller);
      seen.push(...page.items.map(({ effectiveOn }) => effectiveOn));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['2990-01-01', '2023-01-01', '2022-01-01', '2021-01-01', '2020-01-01']);

    const days = async (query: object) =>
      (await world.events.list({ unitId: school, ...query }, caller)).items.map(
        ({ effectiveOn }) => effectiveOn,
      );
    await expect(days({ state: 'planned' })).resolves.toEqual(['2990-01-01']);
    await expect(days({ kind: 'found' })).resolves.toEqual(['2020-01-01']);
    await expect(days({ from: '2022-01-01', to: '2022-12-31' })).resolves.toEqual(['2022-01-01']);
    await expect(days({ q: 'ten 2023' })).resolves.toHaveLength(5);
  });
});
