import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { test } from './with-system';

test('a province defines a type of its own, renames it, and founds a unit of it where it may lie (SYS-5)', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/admin/units');
  await page.getByRole('link', { name: 'Loại đơn vị' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Loại đơn vị' })).toBeVisible();
  const line = (name: string) => page.getByRole('row').filter({ hasText: name });
  const dialog = page.getByRole('dialog');

  await page.getByRole('button', { name: 'Thêm loại đơn vị' }).click();
  await dialog.getByLabel('Tên tiếng Việt').fill('Cụm trường');
  await dialog.getByLabel('Tên tiếng Anh').fill('Cluster of schools');
  await dialog.getByRole('checkbox', { name: 'Phòng GD&ĐT cấp huyện' }).check();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(line('Cụm trường')).toContainText('Phòng GD&ĐT cấp huyện');
  await expect(line('Cụm trường')).toContainText('Của tỉnh');

  await page.getByRole('button', { name: 'Sửa: Cụm trường' }).click();
  await dialog.getByLabel('Tên tiếng Việt').fill('Cụm chuyên môn');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(line('Cụm chuyên môn')).toBeVisible();
  // What every installation has stays as it is.
  await expect(page.getByRole('button', { name: /^Sửa: / })).toHaveCount(1);

  await page.getByRole('link', { name: 'Về cây đơn vị' }).click();
  await page.getByRole('button', { name: 'Thay đổi: Phòng GD&ĐT huyện Thiệu Hoá' }).click();
  await page.getByRole('menuitem', { name: 'Thành lập đơn vị trực thuộc…' }).click();
  await dialog.getByLabel('Tên đơn vị').fill('Cụm số 1 Thiệu Hoá');
  const type = dialog.getByRole('combobox', { name: 'Loại đơn vị' });
  await type.click();
  await expect(page.getByRole('option', { name: 'Xã, phường' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'Phòng GD&ĐT cấp huyện' })).toHaveCount(0);
  await page.getByRole('option', { name: 'Cụm chuyên môn' }).click();

  await test.step('the types are those of the unit above that is chosen, not of the one that was clicked', async () => {
    const above = dialog.getByRole('combobox', { name: 'Trực thuộc' });
    await above.fill('so giao duc va dao tao thanh hoa');
    await page.getByRole('option', { name: /^Sở Giáo dục và Đào tạo Thanh Hoá so-gddt/ }).click();
    await expect(
      dialog.getByText('Loại này không đặt dưới Sở Giáo dục và Đào tạo Thanh Hoá được'),
    ).toBeVisible();
    await type.click();
    await expect(page.getByRole('option', { name: 'Phòng GD&ĐT cấp huyện' })).toBeVisible();
    await page.keyboard.press('Escape');
    await above.fill('phong thieu hoa');
    await page.getByRole('option', { name: /^Phòng GD&ĐT huyện Thiệu Hoá / }).click();
  });

  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await page.getByRole('button', { name: 'Mở Phòng GD&ĐT huyện Thiệu Hoá', exact: true }).click();
  await expect(page.locator('[data-unit="cum-so-1-thieu-hoa"]')).toContainText('Cụm chuyên môn');
});

test('who may not define types is not led to them', async ({ page, system }) => {
  await signIn(page, system, 'unitOperator', '/admin/units');
  await expect(page.locator('[data-unit="so-gddt"]')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Loại đơn vị' })).toHaveCount(0);
  await page.goto(`${system.url}/admin/units/types`);
  await expect(page.getByRole('row', { name: /^Xã, phường Commune/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Thêm loại đơn vị' })).toHaveCount(0);
});
