import { SettingsClient } from '@diemcau/contracts/identity/settings';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { IdentityModule } from '../src/identity.module.js';
import { SettingsService } from '../src/settings/settings.service.js';
import { type Maker, startIdentity, userCaller } from './identity.js';

let bed: TestBed;
let make: Maker;
let settings: SettingsClient;
beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  settings = bed.client(SettingsClient);
});
afterAll(() => bed.stop());

async function province(name: string) {
  const provinceId = await make.unit(name);
  const schoolId = await make.unit(`Trường ${name}`, { parentId: provinceId, type: 'school' });
  const adminId = await make.user(`quan-tri-${provinceId}`, { unitId: provinceId });
  const grant = await make.grant(adminId, 'departmentAdmin', provinceId);
  const operatorId = await make.user(`cntt-${provinceId}`, { unitId: schoolId });
  return {
    provinceId,
    admin: userCaller(adminId, adminId, [grant]),
    operator: userCaller(operatorId, operatorId, [await make.grant(operatorId, 'unitOperator', schoolId)]),
  };
}

test('a province that has set nothing has the defaults', async () => {
  const { provinceId, admin } = await province('Tỉnh Mẫu Một');
  expect(await settings.of({}, admin)).toEqual({
    provinceId,
    version: 0,
    passwordMinLength: 8,
    requireSecondFactor: 'admins',
    sessionDays: 14,
    language: 'vi',
    support: null,
    retentionDays: {
      importFiles: 30,
      mails: 30,
      webhookDeliveries: 30,
      roomTraces: 365,
      personalArchives: 7,
    },
    erasureWaitDays: 3,
  });
});

test('a change is kept, audited with before and after, and the rest stays as it was', async () => {
  const { provinceId, admin } = await province('Tỉnh Mẫu Hai');
  await settings.change({ version: 0, passwordMinLength: 12, retentionDays: { mails: 5 } }, admin);
  const after = await settings.change({ version: 1, requireSecondFactor: 'everyone' }, admin);
  expect(after).toMatchObject({ version: 2, passwordMinLength: 12, requireSecondFactor: 'everyone' });
  expect(after.retentionDays).toMatchObject({ mails: 5, importFiles: 30 });
  const entries = await bed.sql(
    `SELECT actor_id, before, after FROM identity.audit_entries
     WHERE action = 'settings.change' AND unit_id = $1 ORDER BY sequence`,
    [provinceId],
  );
  expect(entries).toMatchObject([
    {
      actor_id: admin.userId,
      before: { passwordMinLength: 8, retentionDays: { mails: 30 } },
      after: { passwordMinLength: 12, retentionDays: { mails: 5 } },
    },
    { before: { requireSecondFactor: 'admins' }, after: { requireSecondFactor: 'everyone' } },
  ]);
});

test('of two who change the same version at once, one is told that the other was first', async () => {
  const { admin } = await province('Tỉnh Mẫu Ba');
  const both = await Promise.allSettled([
    settings.change({ version: 0, sessionDays: 3 }, admin),
    settings.change({ version: 0, sessionDays: 4 }, admin),
  ]);
  const refused = both.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toMatchObject({ kind: { code: 'settings.changed', status: 412 } });
});

test("an operator of a school reads the province's settings and cannot change them", async () => {
  const { provinceId, operator } = await province('Tỉnh Mẫu Bốn');
  expect((await settings.of({}, operator)).provinceId).toBe(provinceId);
  await expect(settings.change({ version: 0, sessionDays: 3 }, operator)).rejects.toThrow(
    'settings.notFound',
  );
});

test("another province's settings are not there", async () => {
  const [{ provinceId }, { admin }] = [await province('Tỉnh Mẫu Năm'), await province('Tỉnh Mẫu Sáu')];
  await expect(settings.of({ provinceId }, admin)).rejects.toThrow('settings.notFound');
  await expect(settings.change({ provinceId, version: 0 }, admin)).rejects.toThrow('settings.notFound');
});

test('whoever cannot sign in sees the office that the province named', async () => {
  const { admin } = await province('Tỉnh Mẫu Bảy');
  const support = { office: 'Bộ phận CNTT (mẫu)', phone: '0237 000 000', email: null };
  await settings.change({ version: 0, support }, admin);
  const { items } = await settings.signInHelp({}, { kind: 'anonymous' });
  expect(items).toContainEqual({ province: 'Tỉnh Mẫu Bảy', support });
  await settings.change({ version: 1, support: null }, admin);
  const { items: left } = await settings.signInHelp({}, { kind: 'anonymous' });
  expect(left).not.toContainEqual(expect.objectContaining({ province: 'Tỉnh Mẫu Bảy' }));
});

test('what one replica remembers is forgotten when another changes it', async () => {
  const { provinceId, admin } = await province('Tỉnh Mẫu Tám');
  const first = bed.part(SettingsService);
  await bed.serve(IdentityModule, { name: 'identity' });
  const second = bed.part(SettingsService);
  expect(await Promise.all([first.of(provinceId), second.of(provinceId)])).toMatchObject([
    { passwordMinLength: 8 },
    { passwordMinLength: 8 },
  ]);
  await settings.change({ version: 0, passwordMinLength: 20 }, admin);
  for (const replica of [first, second]) {
    await eventually(
      () => replica.of(provinceId),
      ({ passwordMinLength }) => passwordMinLength === 20,
    );
  }
});
