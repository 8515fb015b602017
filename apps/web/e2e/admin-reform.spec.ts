import { expect, type Locator, type Page } from '@playwright/test';
import { furnish } from './furnish';
import { signIn } from './going-in';
import { test } from './with-system';

const row = (page: Page, code: string): Locator => page.locator(`[data-unit="${code}"]`);

async function begin(page: Page, unit: string, act: string, title: string): Promise<Locator> {
  await page.getByRole('button', { name: `Thay đổi: ${unit}`, exact: true }).click();
  await page.getByRole('menuitem', { name: act }).click();
  return page.getByRole('dialog', { name: `${title} ${unit}` });
}

async function choose(
  page: Page,
  dialog: Locator,
  field: string,
  typed: string,
  unit: string,
): Promise<void> {
  await dialog.getByRole('combobox', { name: field }).fill(typed);
  await page.getByRole('option', { name: new RegExp(`^${unit} `) }).click();
}

/** What cannot be undone wants the code of the unit. */
async function record(page: Page, dialog: Locator, code: string): Promise<void> {
  await dialog.getByLabel(`Gõ mã “${code}” để xác nhận`).fill(code);
  await dialog.getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(page.getByText(/^Đã ghi nhận, có hiệu lực từ /).first()).toBeVisible();
  await dialog.waitFor({ state: 'hidden' });
}

test('units are split, merged and closed for good; where their people went is told before', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/admin/units');

  await test.step('an office is split; it goes on beside the new one', async () => {
    const dialog = await begin(page, 'Phòng GD&ĐT huyện Vĩnh Lộc', 'Chia tách…', 'Chia tách');
    await dialog.getByLabel('Tên đơn vị').first().fill('Phòng GD&ĐT Tây Vĩnh Lộc');
    const goesOn = dialog.getByRole('switch', { name: 'Đơn vị cũ tiếp tục hoạt động' });
    await goesOn.check();
    for (const drop of await dialog.getByRole('button', { name: /^Bỏ phần [2-9]/ }).all()) await drop.click();
    await expect(dialog.getByRole('region', { name: 'Sẽ thay đổi' })).toContainText(
      'Phòng GD&ĐT Tây Vĩnh Lộc',
    );
    await record(page, dialog, 'pgd-vinh-loc');
    await expect(
      row(page, 'phong-gd-dt-tay-vinh-loc').or(page.getByText('Phòng GD&ĐT Tây Vĩnh Lộc')).first(),
    ).toBeVisible();
    await expect(row(page, 'pgd-vinh-loc')).toBeVisible();
  });

  await test.step('one is merged into another, with everything below', async () => {
    const dialog = await begin(page, 'Phòng GD&ĐT huyện Quan Hoá', 'Sáp nhập vào đơn vị khác…', 'Sáp nhập');
    await choose(page, dialog, 'Sáp nhập vào', 'phong quan son', 'Phòng GD&ĐT huyện Quan Sơn');
    await expect(dialog.getByRole('region', { name: 'Sẽ thay đổi' })).toContainText('Quan Hoá');
    await record(page, dialog, 'pgd-quan-hoa');
    await expect(row(page, 'pgd-quan-hoa')).toHaveCount(0);
    await page.getByRole('button', { name: 'Mở Phòng GD&ĐT huyện Quan Sơn', exact: true }).click();
    await expect(row(page, 'thpt-quan-hoa-1')).toBeVisible();
  });

  await test.step('one is closed, once it is told where what is below goes', async () => {
    const dialog = await begin(page, 'Phòng GD&ĐT huyện Lang Chánh', 'Giải thể…', 'Giải thể');
    await choose(page, dialog, 'Đơn vị trực thuộc chuyển về', 'phong ngoc lac', 'Phòng GD&ĐT huyện Ngọc Lặc');
    await expect(dialog.getByRole('region', { name: 'Sẽ thay đổi' })).toContainText('đóng lại');
    await record(page, dialog, 'pgd-lang-chanh');
    await expect(row(page, 'pgd-lang-chanh')).toHaveCount(0);
  });
});

test('a school goes up a year, class by class', async ({ page, system }) => {
  await furnish(system);
  await signIn(page, system, 'departmentAdmin', '/admin/classes');
  await page.getByRole('button', { name: 'Lên lớp cả trường' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lên lớp cả trường' });
  await dialog.getByRole('combobox', { name: 'Trường' }).fill('thpt nhu xuan 1');
  await page
    .getByRole('option', { name: /Trường THPT Như Xuân/ })
    .first()
    .click();
  // Of the imported classes, whatever school year today is in.
  await dialog.getByRole('combobox', { name: 'Từ năm học' }).click();
  await page.getByRole('option', { name: '2026-2027', exact: true }).click();
  await expect(dialog.getByLabel(/^10A1/)).toHaveValue('11A1');
  await dialog.getByRole('button', { name: /^Lên lớp năm học/ }).click();
  await expect(page.getByText(/^Đã lập \d+ lớp, xếp \d+ học sinh\.$/)).toBeVisible();
});
