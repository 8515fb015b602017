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
    await expect(world.happens(rename(school), holding('leader', province))).rejects.toThrow(
      'common.notAllowed',
    );
    await expect(world.happens(rename(school), may(province, 'units.change'))).rejects.toThrow(
      'common.notAllowed',
    );
    await expect(world.happens(rename(school), anonymous)).rejects.toThrow('common.signInNeeded');
  });

  test('a district’s operator changes what lies below, and neither the district itself nor anything beyond it', async () => {
    const own = await world.founded('Phòng của mình', { parentId: province, type: 'districtOffice' });
    const below = await world.founded('Trường của mình', { parentId: own });
    const district = holding('unitOperator', own);
    const beside = await world.founded('Phòng bên cạnh', { parentId: province, type: 'districtOffice' });
    const other = await world.founded('Trường bên cạnh', { parentId: beside });
    await world.happens(rename(below), district);
    const dated = { effectiveOn: '2025-07-01' };
    for (const event of [
      move(below, province),
      move(below, beside),
      move(other, own),
      rename(province),
      rename(other),
      rename(own),
      { kind: 'correct', ...dated, unitId: own, name: 'Tên' } as const,
      { kind: 'close', ...dated, unitId: own, childrenTo: own } as const,
      { kind: 'split' as const, ...dated, unitId: own, parts: [{ name: 'Phần', code: 'phan' }] },
      { kind: 'merge', ...dated, unitId: own, intoId: beside } as const,
      { kind: 'merge', ...dated, unitId: below, intoId: other } as const,
      { kind: 'merge', ...dated, unitId: below, intoId: own, name: 'Tên khác' } as const,
    ])
      await expect(world.happens(event, district)).rejects.toThrow('common.notAllowed');
    const found = { kind: 'found', effectiveOn: '2025-01-01', name: 'Trường mới', type: 'school' } as const;
    await expect(world.happens({ ...found, parentId: beside, code: 'moi-1' }, district)).rejects.toThrow(
      'common.notAllowed',
    );
    const { unitId } = await world.happens({ ...found, parentId: own, code: 'moi-2' }, district);
    await world.happens({ kind: 'merge', ...dated, unitId, intoId: below }, district);
    await expect(world.unit(unitId)).resolves.toMatchObject({ state: 'closed' });
  });

  test('who looks after a unit alone founds below it, and changes nothing', async () => {
    const own = await world.founded('Trường lẻ', { parentId: province });
    const here = {
      ...holding('unitOperator', own),
      grants: [{ role: 'unitOperator', unitId: own, subtree: false }],
    };
    const found = {
      kind: 'found',
      effectiveOn: '2024-01-01',
      name: 'Tổ',
      type: 'division',
      code: 'to-1',
    } as const;
    const { unitId } = await world.happens({ ...found, parentId: own }, here);
    for (const event of [rename(own), rename(unitId)])
      await expect(world.happens(event, here)).rejects.toThrow('common.notAllowed');
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
