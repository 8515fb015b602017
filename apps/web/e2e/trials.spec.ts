import { expect, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { test } from './with-system';

/** What the browser's own field for day and time takes, in Vietnam's time. */
const local = (hours: number): string =>
  new Date(Date.now() + (hours + 7) * 3_600_000).toISOString().slice(0, 16);
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

test.use({ actionTimeout: 15_000 });

test('TM-3: a trial is planned for all centres below the department, gets a forgotten school and more time', async ({
  browser,
  system,
}) => {
  const page = await (await browser.newContext({ baseURL: system.url })).newPage();
  await signIn(page, system, 'departmentAdmin', '/work/trials');

  await test.step('all units of a type, without picking any', async () => {
    await page.getByRole('button', { name: 'Lập đợt chạy thử' }).first().click();
    const form = dialog(page, 'Lập đợt chạy thử');
    await form.getByLabel('Tên đợt').fill('Chạy thử các trung tâm');
    await form.getByRole('combobox', { name: 'Phòng' }).click();
    await page.getByRole('option').first().click();
    await form.getByLabel('Bắt đầu').fill(local(1));
    await form.getByLabel('Kết thúc').fill(local(9));
    await form.getByRole('checkbox', { name: 'Trung tâm GDTX' }).check();
    await form.getByRole('button', { name: 'Lập đợt chạy thử' }).click();
    await expect(page.getByText(/Đã lập đợt chạy thử cho \d+ đơn vị/)).toBeVisible();
    await page.getByRole('link', { name: 'Chạy thử các trung tâm' }).click();
  });

  const units = page.getByRole('table', { name: 'Các đơn vị' });
  await expect(units.getByRole('row', { name: /Trung tâm GDTX Như Xuân.*Chưa thử/ })).toBeVisible();
  await expect(units.getByRole('row', { name: /^Trường/ })).toHaveCount(0);

  await test.step('a school that was forgotten, and a later end', async () => {
    await page.getByRole('button', { name: 'Sửa đợt' }).click();
    const form = dialog(page, 'Sửa đợt chạy thử');
    await form.getByLabel('Kết thúc').fill(local(48));
    await form.getByRole('combobox', { name: 'Thêm đơn vị' }).fill('Trường THPT Thọ Xuân');
    await page.getByRole('option', { name: 'Trường THPT Thọ Xuân' }).first().click();
    await form.getByRole('button', { name: 'Lưu' }).click();
    await expect(page.getByText(/Đã lưu; đợt có \d+ đơn vị/)).toBeVisible();
  });

  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('tho xuan');
  await expect(units.getByRole('row', { name: /Trường THPT Thọ Xuân/ })).toBeVisible();
  await expect(units.getByRole('row', { name: /Như Xuân/ })).toHaveCount(0);
});
