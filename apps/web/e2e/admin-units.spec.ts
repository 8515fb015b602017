import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { test } from './with-system';

const row = (page: Page, code: string): Locator => page.locator(`[data-unit="${code}"]`);
const expand = (page: Page, unit: string) =>
  page.getByRole('button', { name: `Mở ${unit}`, exact: true }).click();

test('an administrator slides through the reform of 2025 and looks, but does not touch (SYS-5)', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/admin/units');
  await expect(row(page, 'so-gddt')).toBeVisible();
  await expect(row(page, 'pgd-tan-giang')).toHaveCount(0);
  await expect(row(page, 'xa-tan-giang')).toBeVisible();

  const slider = page.getByRole('slider', { name: 'Dòng thời gian của cây đơn vị' });
  await slider.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', '01/07/2025, Đã qua');
  await expect(page.getByText(/sự kiện có hiệu lực ngày này/)).toBeVisible();
  await expect(row(page, 'xa-tan-giang')).toBeVisible();

  await slider.press('ArrowLeft');
  await expect(row(page, 'pgd-tan-giang')).toBeVisible();
  await expect(row(page, 'xa-tan-giang')).toHaveCount(0);
  await expect(row(page, 'so-gddt-hoa-giang')).toBeVisible();
  await expect(page.getByText(/Cây đơn vị vào ngày .*, chỉ để xem\./)).toBeVisible();
  await expect(page.locator('[draggable="true"]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Thay đổi: / })).toHaveCount(0);

  // The address keeps the day, for a colleague or for going back.
  await page.reload();
  await expect(row(page, 'pgd-tan-giang')).toBeVisible();
  await page.getByRole('button', { name: 'Về hôm nay' }).click();
  await expect(row(page, 'xa-tan-giang')).toBeVisible();
});

test('a unit is moved by dragging, with what would change shown before', async ({ page, system }) => {
  await signIn(page, system, 'departmentAdmin', '/admin/units');
  await expand(page, 'Phòng GD&ĐT huyện Bá Thước');
  await row(page, 'thpt-ba-thuoc-1').dragTo(row(page, 'pgd-cam-thuy'));
  const dialog = page.getByRole('dialog', { name: 'Chuyển Trường THPT Bá Thước' });
  await dialog.getByLabel('Số quyết định').fill('12/QĐ-SGDĐT');
  await expect(dialog.getByRole('region', { name: 'Sẽ thay đổi' })).toContainText(
    'Phòng GD&ĐT huyện Cẩm Thuỷ',
  );
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(page.getByText(/^Đã ghi nhận, có hiệu lực từ /)).toBeVisible();
  await expand(page, 'Phòng GD&ĐT huyện Cẩm Thuỷ');
  await expect(row(page, 'thpt-ba-thuoc-1')).toBeVisible();
  await row(page, 'thpt-ba-thuoc-1').getByRole('link').click();
  await expect(page.getByText('Quyết định 12/QĐ-SGDĐT')).toBeVisible();
  await expect(page.getByText(/trực thuộc Phòng GD&ĐT huyện Bá Thước/)).toBeVisible();
});

test('a move is planned with the keyboard alone, seen in the future tree, and cancelled', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/admin/units');
  await expand(page, 'Phòng GD&ĐT huyện Hà Trung');
  await page.getByRole('button', { name: 'Thay đổi: Trường THPT Hà Trung' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Chuyển…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Chuyển Trường THPT Hà Trung' });
  const above = dialog.getByRole('combobox', { name: 'Đơn vị cấp trên mới' });
  await above.pressSequentially('phong nga son');
  await expect(page.getByRole('option')).toHaveText([
    'Phòng GD&ĐT huyện Nga Sơn pgd-nga-son · Sở Giáo dục và Đào tạo Thanh Hoá',
  ]);
  await above.press('ArrowDown');
  await above.press('Enter');
  await dialog.getByRole('textbox', { name: 'Ngày hiệu lực' }).fill('01/01/2099');
  await expect(dialog.getByRole('region', { name: 'Sẽ thay đổi' })).toContainText(
    'Phòng GD&ĐT huyện Nga Sơn',
  );
  await dialog.getByRole('button', { name: 'Lên kế hoạch' }).press('Enter');
  await expect(page.getByText('Đã lên kế hoạch cho ngày 01/01/2099.')).toBeVisible();

  await page.getByRole('slider').press('End');
  await expect(
    page.getByText(/Cây đơn vị theo các sự kiện đã lên kế hoạch đến ngày 01\/01\/2099/),
  ).toBeVisible();
  await expand(page, 'Phòng GD&ĐT huyện Nga Sơn');
  await expect(row(page, 'thpt-ha-trung-1')).toBeVisible();

  await page.getByRole('complementary').getByRole('button', { name: 'Huỷ sự kiện' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Huỷ sự kiện' }).press('Enter');
  await expect(page.getByText('Đã huỷ sự kiện dự kiến.')).toBeVisible();
  await expect(page.getByText('Chưa có sự kiện nào được lên kế hoạch.')).toBeVisible();
});
