import { openDatabase } from '@diemcau/service/database/database.module';
import { identityDatabase } from '../src/database.js';
import { seed } from '../src/demo/seed.js';
import { service } from './identity.js';
import { holding, World } from './units-world.js';

/** SYS-5, with the demo data every installation can start with. */
describe('the reform of 2025 in the demo', () => {
  let world: World;
  let province: string;
  const named = async (name: string, on?: string) => {
    const { items } = await world.units.list({ q: name, ...(on && { on }), includeClosed: true }, service);
    return items.find((unit) => unit.name === name);
  };

  beforeAll(async () => {
    world = await World.start();
    const database = await openDatabase(identityDatabase);
    await seed(database);
    await database.destroy();
    province = (await named('Sở Giáo dục và Đào tạo Thanh Hoá'))?.id ?? '';
  });
  afterAll(() => world.bed.stop());

  test('before it there are districts, and two provinces side by side', async () => {
    const tree = await world.treeOn(province, '2025-06-30');
    expect(tree['Trường THCS Tân Giang (mẫu)']).toEqual([
      'Sở Giáo dục và Đào tạo Thanh Hoá',
      'Phòng GD&ĐT huyện Tân Giang (mẫu)',
    ]);
    expect(tree['Sở Giáo dục và Đào tạo Hoà Giang (mẫu)']).toEqual([]);
    expect(tree).not.toHaveProperty('Xã Tân Giang (mẫu)');
  });

  test('after it schools lie under communes or the department, and nothing is lost', async () => {
    const before = await world.treeOn(province, '2025-06-30');
    const tree = await world.treeOn(province, '2025-07-01');
    expect(tree['Trường THCS Tân Giang (mẫu)']?.at(-1)).toBe('Xã Tân Giang (mẫu)');
    expect(tree['Trường THPT Tân Giang 1 (mẫu)']).toEqual(['Sở Giáo dục và Đào tạo Thanh Hoá']);
    expect(tree['Trường THPT Kỳ Lâm (mẫu)']).toEqual(['Sở Giáo dục và Đào tạo Thanh Hoá']);
    const gone = Object.keys(before).filter((name) => !(name in tree));
    expect(gone.sort()).toEqual([
      'Phòng GD&ĐT huyện Kỳ Lâm (mẫu)',
      'Phòng GD&ĐT huyện Lam Khê (mẫu)',
      'Phòng GD&ĐT huyện Tân Giang (mẫu)',
      'Sở Giáo dục và Đào tạo Hoà Giang (mẫu)',
    ]);
    for (const name of gone) await expect(named(name)).resolves.toMatchObject({ state: 'closed' });
  });

  test('a code that both provinces had is told apart', async () => {
    await expect(named('Văn phòng Sở')).resolves.toMatchObject({ code: 'van-phong' });
    await expect(named('Văn phòng Sở Hoà Giang (mẫu)')).resolves.toMatchObject({ code: 'van-phong-hg' });
  });

  test('reports say what was and what is (I2)', async () => {
    const [office, merged] = [
      await named('Phòng GD&ĐT huyện Tân Giang (mẫu)'),
      await named('Sở Giáo dục và Đào tạo Hoà Giang (mẫu)'),
    ];
    const { items } = await world.reports.now({ unitIds: [office?.id ?? '', merged?.id ?? ''] }, service);
    expect(items.map(({ now }) => now.map(({ id }) => id))).toEqual([[province], [province]]);
    const report = await world.reports.count({ unitId: merged?.id ?? '', on: '2025-06-30' }, service);
    expect(report.asItWas.units).toBe(7);
    const whole = await world.reports.count({ unitId: province, on: '2025-06-30' }, service);
    expect(whole.asItWas.units).toBe(97 + 10);
    expect(whole.asItIsNow.units).toBe(97 + 10 - 2 + 2 + 5 + 1 - 1 + 1);
    expect(whole.asItWas.people).toBeGreaterThan(10);
  });

  test('the history of a school tells what happened to it, with the decision', async () => {
    const school = await named('Trường THPT Tân Giang 1 (mẫu)');
    const { periods, events } = await world.events.history({ unitId: school?.id ?? '' }, service);
    expect(periods.map(({ from, name }) => [from, name])).toEqual([
      ['2025-07-01', 'Trường THPT Tân Giang 1 (mẫu)'],
      ['2023-09-01', 'Trường THPT Tân Giang 1 (mẫu)'],
      ['2020-01-01', 'Trường THPT Tân Giang (mẫu)'],
    ]);
    expect(events.map(({ kind, decisionNumber }) => [kind, decisionNumber])).toEqual([
      ['close', '01/2025/QĐ-mẫu'],
      ['rename', '07/2023/QĐ-mẫu'],
    ]);
  });

  test('whoever is in another province sees nothing of it (DA-0)', async () => {
    const elsewhere = await world.founded('Sở tỉnh khác');
    const caller = holding('departmentAdmin', elsewhere);
    const { items } = await world.units.list({ on: '2025-06-30', limit: 200 }, caller);
    expect(items.map(({ id }) => id)).toEqual([elsewhere]);
    await expect(world.events.list({}, caller)).resolves.toMatchObject({ items: [{ unitId: elsewhere }] });
  });
});
