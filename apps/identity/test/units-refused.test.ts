import { randomUUID } from 'node:crypto';
import { service } from './identity.js';
import { World } from './units-world.js';

let world: World;
let province: string;

beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.bed.stop());
beforeEach(async () => {
  province = await world.founded(`Sở ${randomUUID()}`);
});

describe('what is refused', () => {
  test('an event before later ones of the same unit, or before the unit was there', async () => {
    const school = await world.under('Trường', province, 'school', '2021-01-01');
    await world.happens({ kind: 'rename', effectiveOn: '2023-01-01', unitId: school, name: 'Trường khác' });
    const rename = (effectiveOn: string) =>
      world.happens({ kind: 'rename', effectiveOn, unitId: school, name: 'Tên' });
    await expect(rename('2022-01-01')).rejects.toMatchObject({
      kind: { code: 'unitEvents.laterEvents' },
      details: { on: '2023-01-01' },
    });
    await expect(rename('2020-06-01')).rejects.toThrow('unitEvents.tooEarly');
  });

  describe('told late, for a day on which a unit lay elsewhere than it does since', () => {
    test('an event that would send it on, though it has gone to another province by now', async () => {
      const other = await world.founded(`Sở ${randomUUID()}`);
      const commune = await world.under('Xã', province, 'commune');
      const school = await world.under('Trường', commune);
      await world.happens({ kind: 'move', effectiveOn: '2024-01-01', unitId: school, parentId: other });
      const merged = world.happens({
        kind: 'merge',
        effectiveOn: '2021-01-01',
        unitId: commune,
        intoId: province,
      });
      await expect(merged).rejects.toMatchObject({
        kind: { code: 'unitEvents.laterEvents' },
        details: { unitId: school, on: '2024-01-01' },
      });
    });

    test('also when the province it lay in has been merged into a third one', async () => {
      const [other, successor] = [
        await world.founded(`Sở ${randomUUID()}`),
        await world.founded(`Sở ${randomUUID()}`),
      ];
      const commune = await world.under('Xã', province, 'commune');
      const school = await world.under('Trường', commune);
      await world.happens({ kind: 'move', effectiveOn: '2024-01-01', unitId: school, parentId: other });
      await world.happens({ kind: 'merge', effectiveOn: '2023-01-01', unitId: province, intoId: successor });
      const closed = world.happens({
        kind: 'close',
        effectiveOn: '2023-06-01',
        unitId: commune,
        childrenTo: successor,
      });
      await expect(closed).rejects.toMatchObject({
        kind: { code: 'unitEvents.laterEvents' },
        details: { unitId: school, on: '2024-01-01' },
      });
    });
  });

  test('a code that the province has already, also of a closed unit', async () => {
    const school = await world.founded('Trường', { parentId: province, code: 'truong' });
    await world.happens({ kind: 'close', effectiveOn: '2024-01-01', unitId: school });
    const again = world.founded('Trường lại', { parentId: province, code: 'truong', on: '2024-06-01' });
    await expect(again).rejects.toThrow('unitEvents.codeTaken');
  });

  test('an event written upon an older version (412)', async () => {
    const school = await world.under('Trường', province);
    const event = await world.whole({
      kind: 'rename',
      effectiveOn: '2024-01-01',
      unitId: school,
      name: 'Một',
    });
    await world.events.record(event, service);
    await expect(world.events.record(event, service)).rejects.toMatchObject({ kind: { status: 412 } });
  });

  test('fields that an event of this kind does not take, and missing ones', async () => {
    const event = await world.whole({
      kind: 'move',
      effectiveOn: '2024-01-01',
      unitId: province,
      intoId: province,
    });
    await expect(world.events.record(event, service)).rejects.toMatchObject({
      kind: { code: 'common.invalid' },
      errors: [
        { path: 'parentId', code: 'isDefined' },
        { path: 'intoId', code: 'unknown' },
      ],
    });
  });

  test('nothing of a refused event is written down', async () => {
    const rows = () =>
      world.bed.sql(`SELECT (SELECT count(*) FROM identity.unit_versions) AS versions,
        (SELECT count(*) FROM identity.unit_events) AS events, (SELECT count(*) FROM identity.audit_entries) AS entries`);
    const before = await rows();
    await expect(world.under('Trường', province, 'department')).rejects.toThrow('unitEvents.wrongType');
    expect(await rows()).toEqual(before);
  });
});
