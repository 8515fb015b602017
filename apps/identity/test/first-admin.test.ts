import { FirstAdminRefused, makeFirstAdmin } from '../src/first-admin/first-admin.js';
import { DataSource } from 'typeorm';
import type { TestBed } from '@diemcau/testing/service';
import { secretsKey, startIdentity } from './identity.js';

let bed: TestBed;
beforeAll(async () => {
  ({ bed } = await startIdentity());
});
afterAll(() => bed.stop());

const wanted = {
  provinceName: 'Sở Giáo dục và Đào tạo Mẫu',
  provinceCode: 'so-mau',
  userName: 'quan-tri-mau',
  displayName: 'Quản trị sở',
};
const make = (more: Partial<typeof wanted> = {}) =>
  makeFirstAdmin(bed.part(DataSource), secretsKey, { ...wanted, ...more });

test('an empty installation gets a province and an admin with a secret that leads to a password (TE-3g)', async () => {
  const { userId, secret } = await make();
  expect(secret).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  const [made] = await bed.sql(
    `SELECT u.state, unit.name, unit.parent_id, g.role, g.subtree
     FROM identity.users u JOIN identity.units unit ON unit.id = u.unit_id JOIN identity.role_grants g ON g.user_id = u.id
     WHERE u.id = $1`,
    [userId],
  );
  expect(made).toEqual({
    state: 'invited',
    name: wanted.provinceName,
    parent_id: null,
    role: 'departmentAdmin',
    subtree: true,
  });
});

test('asked again, also at the same moment, it gives a new secret to the same account', async () => {
  const made = await Promise.all([make(), make(), make()]);
  expect(new Set(made.map(({ userId }) => userId)).size).toBe(1);
  const again = await make();
  expect(made.map(({ secret }) => secret)).not.toContain(again.secret);
});

test('another province in the same installation gets an admin of its own', async () => {
  const { userId } = await make({
    provinceCode: 'so-khac',
    provinceName: 'Sở khác',
    userName: 'quan-tri-khac',
  });
  expect(userId).not.toBe((await make()).userId);
  await expect(make({ provinceCode: 'so-khac' })).rejects.toThrow(FirstAdminRefused);
});

test('where an admin signs in, nobody is made one from outside', async () => {
  const { userId } = await make();
  await bed.sql(`UPDATE identity.users SET state = 'active', password_hash = 'x' WHERE id = $1`, [userId]);
  await expect(make({ userName: 'mot-nguoi-khac' })).rejects.toThrow(FirstAdminRefused);
});
