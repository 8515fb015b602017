import { AuditFacts } from '@diemcau/contracts/core/audit';
import { AuditLogClient } from '@diemcau/contracts/identity/audit';
import { SettingsClient } from '@diemcau/contracts/identity/settings';
import { inRequest } from '@diemcau/service/log/request-context';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AuditService } from '../src/audit/audit.service.js';
import { searchTextOf } from '../src/users/names.js';
import { type Maker, service, startIdentity, userCaller } from './identity.js';

let bed: TestBed;
let make: Maker;
let log: AuditLogClient;
beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  log = bed.client(AuditLogClient);
});
afterAll(() => bed.stop());

/** A province with a school in a district, and who reads the log where. */
async function province() {
  const provinceId = await make.unit('Sở Mẫu');
  const districtId = await make.unit('Phòng Mẫu', { parentId: provinceId, type: 'districtOffice' });
  const schoolId = await make.unit('Trường Mẫu', { parentId: districtId, type: 'school' });
  const reader = async (role: 'departmentAdmin' | 'unitOperator', unitId: string) => {
    const userId = await make.user(`doc-${randomUUID()}`, { unitId });
    return userCaller(userId, userId, [await make.grant(userId, role, unitId)]);
  };
  return {
    provinceId,
    districtId,
    schoolId,
    admin: await reader('departmentAdmin', provinceId),
    district: await reader('unitOperator', districtId),
    school: await reader('unitOperator', schoolId),
  };
}

const record = (
  unitId: string | null,
  action: string,
  of: { caller?: Parameters<AuditService['record']>[1]; after?: object } = {},
) =>
  bed.part(DataSource).transaction((manager) =>
    bed.part(AuditService).record(manager, of.caller ?? service, {
      action,
      unitId,
      object: { kind: 'test', id: 'vật mẫu' },
      ...(of.after && { after: of.after }),
    }),
  );

const actions = ({ items }: { items: { action: string }[] }) => items.map(({ action }) => action);

test('an operator sees the entries of the own subtree only, the department all of the province', async () => {
  const { provinceId, districtId, schoolId, admin, district, school } = await province();
  const other = await province();
  await record(provinceId, 'test.province');
  await record(districtId, 'test.district');
  await record(schoolId, 'test.school');
  await record(other.schoolId, 'test.foreign');
  const seen = await Promise.all([admin, district, school].map((caller) => log.list({}, caller)));
  expect(seen.map(actions)).toEqual([
    ['test.school', 'test.district', 'test.province'],
    ['test.school', 'test.district'],
    ['test.school'],
  ]);
});

test('what happened in no unit is read by who holds the right over the province of who did it', async () => {
  const { admin, district } = await province();
  const other = await province();
  await record(null, 'test.nowhere', { caller: district });
  expect(actions(await log.list({}, admin))).toEqual(['test.nowhere']);
  expect(actions(await log.list({}, district))).toEqual([]);
  expect(actions(await log.list({}, other.admin))).toEqual([]);
});

test('entries are found by who, what, where, when and words', async () => {
  const { schoolId, districtId, admin, school } = await province();
  await record(districtId, 'rooms.lock', { caller: admin, after: { reason: 'Họp KÍN' } });
  await record(schoolId, 'users.lock', { caller: school });
  await record(schoolId, 'usersOther.lock');
  const find = async (query: Parameters<AuditLogClient['list']>[0]) => actions(await log.list(query, admin));
  expect(await find({ actorId: school.userId })).toEqual(['users.lock']);
  expect(await find({ action: 'users' })).toEqual(['users.lock']);
  expect(await find({ unitId: schoolId })).toEqual(['usersOther.lock', 'users.lock']);
  expect(await find({ q: 'họp kín' })).toEqual(['rooms.lock']);
  expect(await find({ q: '100%' })).toEqual([]);
  expect(await find({ objectKind: 'test', objectId: 'vật mẫu' })).toHaveLength(3);
  expect(await find({ from: '2999-01-01T00:00:00Z' })).toEqual([]);
  expect(await find({ to: '2999-01-01T00:00:00Z' })).toHaveLength(3);
});

test('entries are found by the name of who did it and of whom it was about, accents or not', async () => {
  const { provinceId, schoolId, admin } = await province();
  const person = async (name: string) => {
    const id = await make.user(randomUUID(), { unitId: schoolId });
    await bed.sql('UPDATE identity.users SET search = $2 WHERE id = $1', [id, searchTextOf(name)]);
    return id;
  };
  const [doer, other] = [await person('Trịnh Thị Mẫu Sửa'), await person('Đỗ Văn Mẫu Được')];
  const grant = await make.grant(doer, 'unitOperator', schoolId);
  await record(schoolId, 'test.byHer', { caller: userCaller(doer, doer, [grant]) });
  await record(schoolId, 'test.aboutHim', { after: { userId: other } });
  await record(provinceId, 'test.other');
  const find = async (q: string) => actions(await log.list({ q }, admin));
  expect(await find('trinh thi mau sua')).toEqual(['test.byHer']);
  expect(await find('ĐỖ VĂN mẫu được')).toEqual(['test.aboutHim']);
  expect(await find('trinh van')).toEqual([]);
});

test('the oldest come first when asked for, page by page', async () => {
  const { schoolId, school } = await province();
  for (const i of [1, 2, 3]) await record(schoolId, `test.${i}`);
  const first = await log.list({ limit: 2, sort: 'at' }, school);
  const second = await log.list({ limit: 2, sort: 'at', cursor: first.nextCursor ?? '' }, school);
  expect([first, second].map(actions)).toEqual([['test.1', 'test.2'], ['test.3']]);
});

test('pages go on where the last one ended', async () => {
  const { schoolId, school } = await province();
  for (const i of [1, 2, 3, 4, 5]) await record(schoolId, `test.${i}`);
  const first = await log.list({ limit: 2 }, school);
  const second = await log.list({ limit: 2, cursor: first.nextCursor ?? '' }, school);
  const third = await log.list({ limit: 2, cursor: second.nextCursor ?? '' }, school);
  expect([first, second, third].map(actions)).toEqual([
    ['test.5', 'test.4'],
    ['test.3', 'test.2'],
    ['test.1'],
  ]);
  expect(third.nextCursor).toBeNull();
});

test('one entry shows who, from where, before and after, and its place in the chain', async () => {
  const { provinceId, admin } = await province();
  await inRequest({ requestId: 'yêu cầu', address: '203.0.113.7', agent: 'Trình duyệt' }, () =>
    record(provinceId, 'test.whole', { caller: admin, after: { name: 'Mới' } }),
  );
  const [item] = (await log.list({}, admin)).items;
  const entry = await eventually(
    () => log.find({ entryId: item?.id ?? '' }, admin),
    ({ position }) => position !== null,
  );
  expect(entry).toMatchObject({
    actorKind: 'user',
    actorId: admin.userId,
    actorName: expect.stringContaining('(mẫu)'),
    sessionId: admin.sessionId,
    address: '203.0.113.7',
    agent: 'Trình duyệt',
    requestId: 'yêu cầu',
    unitName: 'Sở Mẫu',
    before: null,
    after: { name: 'Mới' },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const other = await province();
  await expect(log.find({ entryId: entry.id }, other.admin)).rejects.toThrow('audit.notFound');
});

test('reading in bulk is itself told, once for all its pages', async () => {
  const { schoolId, admin } = await province();
  for (const i of [1, 2, 3]) await record(schoolId, `test.${i}`);
  const first = await log.export({ limit: 2, action: 'test' }, admin);
  await log.export({ limit: 2, action: 'test', cursor: first.nextCursor ?? '' }, admin);
  const { items } = await log.list({ action: 'audit.export' }, admin);
  expect(items).toHaveLength(1);
  const { after } = await log.find({ entryId: items[0]?.id ?? '' }, admin);
  expect(after).toEqual({ action: 'test' });
});

test('what another service notes is taken once, with its time and its unit', async () => {
  const { schoolId, school } = await province();
  const noted = {
    at: '2026-03-01T07:00:00.000Z',
    actorKind: 'user' as const,
    actorId: school.userId,
    sessionId: null,
    address: '203.0.113.9',
    agent: null,
    requestId: 'r1',
    action: 'rooms.lock',
    unitId: schoolId,
    objectKind: 'room',
    objectId: randomUUID(),
    before: { locked: false },
    after: { locked: true },
  };
  await bed.tell(AuditFacts.noted, noted);
  const { items } = await eventually(
    () => log.list({}, school),
    (page) => page.items.length > 0,
  );
  expect(items).toMatchObject([{ at: noted.at, action: 'rooms.lock', objectId: noted.objectId }]);
});

test('who may not read the log is refused, also as a service', async () => {
  const { schoolId } = await province();
  const userId = await make.user(`gv-${randomUUID()}`, { unitId: schoolId });
  const teacher = userCaller(userId, userId, [await make.grant(userId, 'teacher', schoolId)]);
  await expect(log.list({}, teacher)).rejects.toThrow('common.notAllowed');
  await expect(log.export({}, teacher)).rejects.toThrow('common.notAllowed');
  await expect(log.list({}, service)).rejects.toThrow('common.notAllowed');
});

test('the application itself cannot change or delete an entry, a link or an anchor', async () => {
  const { admin } = await province();
  await bed.client(SettingsClient).change({ version: 0, sessionDays: 5 }, admin);
  for (const statement of [
    `UPDATE identity.audit_entries SET action = 'x'`,
    'DELETE FROM identity.audit_entries',
    'TRUNCATE identity.audit_chain',
    `UPDATE identity.audit_chain SET hash = decode('00', 'hex')`,
    'DELETE FROM identity.audit_anchors',
  ]) {
    await expect(bed.sql(statement)).rejects.toThrow('is append-only');
  }
});
