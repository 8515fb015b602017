import { anonymous, type KeyCaller, type UserCaller } from '@diemcau/contracts/core/caller';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { randomUUID } from 'node:crypto';
import { service, userCaller } from './identity.js';
import { holding, World } from './units-world.js';

let world: World;
let province: string;
let office: string;
let school: string;
let foreign: string;

beforeAll(async () => {
  world = await World.start();
  province = await world.founded('Sở');
  office = await world.founded('Phòng', { parentId: province, type: 'districtOffice' });
  school = await world.founded('Trường', { parentId: office });
  foreign = await world.founded('Sở khác');
});
afterAll(() => world.bed.stop());

const may = (unitId: string, ...permissions: Permission[]): UserCaller => ({
  ...userCaller(randomUUID(), randomUUID(), [{ role: 'made', unitId, subtree: true }]),
  roles: { made: permissions },
});
const rename = (unitId: string) =>
  ({ kind: 'rename', effectiveOn: '2024-01-01', unitId, name: 'Tên' }) as const;
const move = (unitId: string, parentId: string) =>
  ({ kind: 'move', effectiveOn: '2024-01-01', unitId, parentId }) as const;

describe('who may change which units', () => {
  test('nobody without units.change, however much else they may', async () => {
    await expect(world.happens(rename(school), holding('unitOperator', province))).rejects.toThrow(
      'common.notAllowed',
    );
    await expect(world.happens(rename(school), may(province, 'units.change'))).rejects.toThrow(
      'common.notAllowed',
    );
    await expect(world.happens(rename(school), anonymous)).rejects.toThrow('common.signInNeeded');
  });

  test('a district changes its own below, and neither takes nor gives beyond itself', async () => {
    const district = may(office, 'units.read', 'units.change');
    await world.happens(rename(school), district);
    await expect(world.happens(move(school, province), district)).rejects.toThrow('common.notAllowed');
    await expect(world.happens(rename(province), district)).rejects.toThrow('common.notAllowed');
    const close = { kind: 'close', effectiveOn: '2025-07-01', unitId: office, childrenTo: office } as const;
    await expect(world.happens(close, district)).rejects.toThrow('common.notAllowed');
  });

  test('another province is not there, nor are its events', async () => {
    const admin = holding('departmentAdmin', foreign);
    await expect(world.happens(rename(school), admin)).rejects.toThrow('units.notFound');
    await expect(world.happens(move(school, foreign), holding('departmentAdmin', province))).rejects.toThrow(
      'units.notFound',
    );
    const planned = await world.happens({ ...rename(school), effectiveOn: '2970-01-01' });
    await expect(world.events.find({ eventId: planned.id }, admin)).rejects.toThrow('unitEvents.notFound');
    await expect(world.events.cancel({ eventId: planned.id }, admin)).rejects.toThrow('unitEvents.notFound');
    await expect(world.events.history({ unitId: school }, admin)).rejects.toThrow('units.notFound');
    await expect(world.reports.count({ unitId: school, on: '2024-01-01' }, admin)).rejects.toThrow(
      'units.notFound',
    );
    await expect(world.reports.now({ unitIds: [school] }, admin)).resolves.toEqual({ items: [] });
    await world.events.cancel({ eventId: planned.id }, holding('departmentAdmin', province));
  });

  test('provinces are founded by the installation alone', async () => {
    const found = {
      kind: 'found',
      effectiveOn: '2024-01-01',
      name: 'Sở mới',
      code: 'so-moi',
      type: 'department',
    } as const;
    await expect(world.happens(found, holding('departmentAdmin', province))).rejects.toThrow(
      'common.notAllowed',
    );
  });

  test('a program with a key may what its rights say, and stands in the audit log with its change', async () => {
    const key: KeyCaller = {
      kind: 'key',
      keyId: randomUUID(),
      grants: [{ role: 'made', unitId: province, subtree: true }],
      roles: { made: ['units.read', 'units.change'] },
    };
    const { recordedBy, id } = await world.happens(rename(office), key);
    expect(recordedBy).toBe(key.keyId);
    const entries = await world.bed.sql<{ action: string; actor_id: string; after: object }>(
      'SELECT action, actor_id, after FROM identity.audit_entries WHERE object_id = $1 ORDER BY sequence',
      [id],
    );
    expect(entries).toMatchObject([
      { action: 'units.rename', actor_id: key.keyId, after: { name: 'Tên' } },
      { action: 'units.tookEffect', after: { units: 2 } },
    ]);
  });
});

describe('types of units', () => {
  const define = (provinceId: string, caller = holding('departmentAdmin', provinceId)) =>
    world.types.define(
      { provinceId, nameVi: `Trường liên cấp ${randomUUID()}`, nameEn: 'All-through', under: ['department'] },
      caller,
    );

  test('a province defines its own, and says where its units may lie', async () => {
    const type = await define(province);
    await world.founded('Liên cấp', { parentId: province, type: type.key });
    await expect(world.founded('Liên cấp', { parentId: office, type: type.key })).rejects.toThrow(
      'unitEvents.wrongType',
    );
    const wider = { key: type.key, version: 1, under: ['department', 'districtOffice'] };
    await expect(world.types.change(wider, holding('departmentAdmin', province))).resolves.toMatchObject({
      version: 2,
    });
    await world.founded('Liên cấp', { parentId: office, type: type.key });
    await expect(world.types.change(wider, service)).rejects.toMatchObject({ kind: { status: 412 } });
  });

  test('another province neither sees nor uses them; the built-in ones stay as they are', async () => {
    const type = await define(province);
    const { items } = await world.types.list({}, holding('teacher', foreign));
    expect(items.map(({ key }) => key)).not.toContain(type.key);
    expect(items.map(({ key }) => key)).toContain('school');
    await expect(world.founded('Liên cấp', { parentId: foreign, type: type.key })).rejects.toThrow(
      'unitEvents.unknownType',
    );
    await expect(define(province, holding('departmentAdmin', foreign))).rejects.toThrow('units.notFound');
    await expect(define(province, holding('unitOperator', province))).rejects.toThrow('common.notAllowed');
    const builtIn = { key: 'school', version: 1, nameVi: 'Khác' };
    await expect(world.types.change(builtIn, holding('departmentAdmin', province))).rejects.toThrow(
      'unitTypes.builtIn',
    );
  });

  test('two of the same name are refused', async () => {
    const { nameVi } = await define(province);
    const again = { provinceId: province, nameVi: nameVi.toUpperCase(), nameEn: 'Again', under: [] };
    await expect(world.types.define(again, service)).rejects.toThrow('unitTypes.nameTaken');
  });
});
