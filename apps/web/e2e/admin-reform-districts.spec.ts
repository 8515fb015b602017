import { body, type Rest } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

const row = (page: Page, code: string): Locator => page.locator(`[data-unit="${code}"]`);
const yearAgo = '2025-07-01';

interface District {
  readonly code: string;
  readonly name: string;
  readonly schools: readonly string[];
}

/** A district as it was before the reform: schools of all levels, a group with a desk of its own, and somebody at work. */
async function districtWith(rest: Rest, code: string, name: string, schools: number): Promise<District> {
  const department = (await body(rest.GET('/api/v1/me'))).provinceId;
  const found = async (
    parentId: string,
    type: string,
    unitName: string,
    unitCode: string,
  ): Promise<string> => {
    const unit = { parentId, type, name: unitName, code: unitCode, effectiveOn: yearAgo };
    return (await body(rest.POST('/api/v1/units', { body: unit }))).unitId;
  };
  const office = await found(department, 'districtOffice', `Phòng GD&ĐT huyện ${name}`, `pgd-${code}`);
  const group = await found(office, 'division', `Tổ Phổ thông ${name}`, `to-${code}`);
  await found(group, 'division', `Nhóm Tiểu học ${name}`, `nhom-${code}`);
  const names = Array.from({ length: schools }, (_, i) => `Trường THCS ${name} ${i + 1}`);
  for (const [i, one] of names.entries()) await found(office, 'school', one, `thcs-${code}-${i + 1}`);
  await body(
    rest.POST('/api/v1/users', {
      body: {
        unitId: office,
        displayName: `Chuyên viên ${name}`,
        kind: 'staff',
        userName: `chuyen-vien-${code}`,
      },
    }),
  );
  return { code, name, schools: names };
}

async function communes(rest: Rest, names: readonly string[]): Promise<void> {
  const parentId = (await body(rest.GET('/api/v1/me'))).provinceId;
  for (const [i, name] of names.entries()) {
    const unit = { parentId, type: 'commune', name, code: `xa-moi-${i + 1}`, effectiveOn: yearAgo };
    await body(rest.POST('/api/v1/units', { body: unit }));
  }
}

async function begin(page: Page, system: System, unit: string, act: string): Promise<Locator> {
  await signIn(page, system, 'departmentAdmin', '/admin/units');
  await page.getByRole('button', { name: `Thay đổi: ${unit}`, exact: true }).click();
  await page.getByRole('menuitem', { name: act }).click();
  return page.getByRole('dialog', { name: new RegExp(`${unit}$`) });
}

/** Chooses units of the list by the keyboard, and says where they go. */
async function send(page: Page, dialog: Locator, units: readonly string[], to: string): Promise<void> {
  for (const unit of units)
    await dialog.getByRole('checkbox', { name: new RegExp(`^${unit} `) }).press('Space');
  await dialog.getByRole('combobox', { name: `Chuyển ${units.length} đơn vị đã chọn về` }).fill(to);
  await page.getByRole('option', { name: to }).first().click();
  await dialog.getByRole('button', { name: 'Đặt nơi đến' }).press('Enter');
}

const preview = (dialog: Locator): Locator => dialog.getByRole('region', { name: 'Sẽ thay đổi' });

test('a district of twenty schools is closed into four communes, with its group, in one event (SYS-5)', async ({
  page,
  system,
}) => {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { schools } = await districtWith(rest, 'dong-khe', 'Đông Khê', 20);
  const into = ['Xã Đông Khê', 'Xã Bắc Khê', 'Xã Nam Khê', 'Xã Tây Khê'];
  await communes(rest, into);
  const dialog = await begin(page, system, 'Phòng GD&ĐT huyện Đông Khê', 'Giải thể…');
  const homeless = dialog.getByRole('status');
  await expect(homeless).toContainText('21 đơn vị chưa có nơi đến: Tổ Phổ thông Đông Khê');

  await test.step('each commune gets its schools; who is left is named', async () => {
    for (const [i, commune] of into.slice(0, 3).entries())
      await send(page, dialog, schools.slice(i * 5, i * 5 + 5), commune);
    await expect(homeless).toContainText('6 đơn vị chưa có nơi đến');
    // Found by typing, chosen all at once.
    await dialog.getByRole('searchbox').fill('dong khe 1');
    await expect(dialog.getByRole('checkbox', { name: 'Chọn 11 đơn vị tìm thấy' })).toBeVisible();
    await dialog.getByRole('searchbox').fill('');
    await send(page, dialog, schools.slice(15), 'Xã Tây Khê');
  });

  await test.step('the group closes along, and what lies below it has to go somewhere too', async () => {
    await dialog.getByRole('checkbox', { name: 'Tổ Phổ thông Đông Khê' }).press('Space');
    await dialog.getByRole('button', { name: 'Giải thể cùng' }).press('Enter');
    await expect(homeless).toHaveText('1 đơn vị chưa có nơi đến: Nhóm Tiểu học Đông Khê');
    await dialog.getByRole('checkbox', { name: 'Nhóm Tiểu học Đông Khê' }).press('Space');
    await dialog.getByRole('button', { name: 'Giải thể cùng' }).press('Enter');
    await expect(homeless).toHaveCount(0);
  });

  await test.step('people have to go somewhere; then all of it is seen before it is recorded', async () => {
    await expect(dialog.getByRole('alert')).toContainText('Đơn vị còn người');
    await dialog.getByRole('combobox', { name: 'Người dùng và lớp chuyển về' }).fill('xa dong khe');
    await page.getByRole('option', { name: 'Xã Đông Khê' }).first().click();
    for (const commune of into) await expect(preview(dialog)).toContainText(`5 đơn vị chuyển về ${commune}`);
    await expect(preview(dialog)).toContainText('3 đơn vị đóng lại');
    await expect(preview(dialog)).toContainText('1 người đổi đơn vị');
    await dialog.getByLabel('Số quyết định').fill('27/QĐ-UBND');
    await dialog.getByLabel('Gõ mã “pgd-dong-khe” để xác nhận').fill('pgd-dong-khe');
    await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  await expect(row(page, 'pgd-dong-khe')).toHaveCount(0);
  await page.getByRole('button', { name: 'Mở Xã Tây Khê', exact: true }).click();
  await expect(row(page, 'thcs-dong-khe-20')).toBeVisible();
  await expect(row(page, 'thcs-dong-khe-15')).toHaveCount(0);
});

test('on a phone a district is split into communes, each with its schools, and its people go with one (SYS-5)', async ({
  page,
  system,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { schools } = await districtWith(rest, 'tay-khe', 'Tây Sơn', 4);
  const dialog = await begin(page, system, 'Phòng GD&ĐT huyện Tây Sơn', 'Chia tách…');
  for (const [i, name] of ['Xã Sơn Thượng', 'Xã Sơn Hạ'].entries()) {
    const part = dialog.getByRole('group', { name: `Phần ${i + 1}` });
    await part.getByLabel('Tên đơn vị').fill(name);
    await part.getByRole('combobox', { name: 'Loại đơn vị' }).click();
    await page.getByRole('option', { name: 'Xã, phường' }).click();
  }
  for (const school of schools.slice(2)) await dialog.getByRole('checkbox', { name: school }).click();
  await dialog.getByRole('combobox', { name: 'Chuyển 2 đơn vị đã chọn về' }).click();
  await page.getByRole('option', { name: 'Phần 2: Xã Sơn Hạ' }).click();
  await dialog.getByRole('button', { name: 'Đặt nơi đến' }).click();
  await dialog.getByRole('combobox', { name: 'Người dùng và lớp của đơn vị cũ chuyển sang' }).click();
  await page.getByRole('option', { name: 'Phần 2: Xã Sơn Hạ' }).click();
  await expect(preview(dialog)).toContainText('3 đơn vị chuyển về Xã Sơn Thượng');
  await expect(preview(dialog)).toContainText('2 đơn vị chuyển về Xã Sơn Hạ');
  expect(await dialog.evaluate((seen) => seen.scrollWidth - seen.clientWidth)).toBe(0);
  await dialog.getByLabel('Gõ mã “pgd-tay-khe” để xác nhận').fill('pgd-tay-khe');
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const people = await body(rest.GET('/api/v1/users', { params: { query: { q: 'chuyen-vien-tay-khe' } } }));
  expect(people.items.map(({ unitName }) => unitName)).toEqual(['Xã Sơn Hạ']);
});
