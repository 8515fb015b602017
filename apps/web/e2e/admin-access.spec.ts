import { expect, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { accountOf } from './signed-in-rest';
import { test } from './with-system';

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Các trang quản trị' });
const place = (page: Page, name: string) => navigation(page).getByRole('link', { name, exact: true });

test('an administrator makes a role of the province, gives it and changes it, and its holder sees what changed', async ({
  page,
  browser,
  system,
}) => {
  const { displayName } = accountOf(system, 'parent');
  const holder = await (await browser.newContext()).newPage();
  await signIn(holder, system, 'parent');
  await signIn(page, system, 'departmentAdmin', '/admin/roles');
  const role = page.getByRole('dialog', { name: 'Người tra cứu', exact: true });

  await test.step('made, with what it permits', async () => {
    await page.getByRole('button', { name: 'Thêm vai trò' }).click();
    const define = page.getByRole('dialog', { name: 'Thêm vai trò' });
    await define.getByRole('textbox', { name: 'Tên tiếng Việt' }).fill('Người tra cứu');
    await define.getByRole('textbox', { name: 'Tên tiếng Anh' }).fill('Looker-up');
    await define.getByRole('checkbox', { name: 'Xem danh bạ cán bộ vận hành' }).check();
    await define.getByRole('button', { name: 'Lưu vai trò' }).click();
    await expect(page.getByText('Đã thêm vai trò.')).toBeVisible();
  });

  await test.step('given: the holder finds the roster, and no accounts', async () => {
    await page.goto(`${system.url}/admin/people`);
    await page.getByRole('searchbox', { name: 'Tìm theo tên hoặc mã' }).fill('phu huynh (mau)');
    await page.getByRole('link', { name: displayName }).click();
    await page.getByRole('button', { name: 'Cấp vai trò' }).click();
    const give = page.getByRole('dialog', { name: `Cấp vai trò cho ${displayName}` });
    await give.getByRole('combobox', { name: 'Vai trò' }).click();
    await page.getByRole('option', { name: 'Người tra cứu' }).click();
    await give.getByRole('button', { name: 'Cấp vai trò' }).click();
    await expect(page.getByRole('button', { name: /^Thu lại vai trò Người tra cứu/ })).toBeVisible();
    await holder.goto(`${system.url}/admin`);
    await expect(place(holder, 'Danh bạ vận hành')).toBeVisible();
    await expect(place(holder, 'Người dùng')).toHaveCount(0);
  });

  await test.step('changed: the holder finds the accounts, and no roster', async () => {
    await page.goto(`${system.url}/admin/roles`);
    await page.getByRole('button', { name: /^Người tra cứu/ }).click();
    await expect(role.getByRole('link', { name: displayName })).toBeVisible();
    await role.getByRole('button', { name: 'Sửa vai trò' }).click();
    const change = page.getByRole('dialog', { name: 'Sửa vai trò' });
    await expect(change.getByText(/với 1 người đang giữ vai trò/)).toBeVisible();
    await change.getByRole('checkbox', { name: 'Xem danh bạ cán bộ vận hành' }).uncheck();
    await change.getByRole('checkbox', { name: 'Xem tài khoản, lớp và phụ huynh' }).check();
    await change.getByRole('button', { name: 'Lưu vai trò' }).click();
    await expect(page.getByText('Đã sửa vai trò.')).toBeVisible();
    await holder.reload();
    await place(holder, 'Người dùng').click();
    await expect(holder.getByRole('link', { name: displayName })).toBeVisible();
    await expect(place(holder, 'Danh bạ vận hành')).toHaveCount(0);
  });

  await test.step('taken back: the console is closed to the holder; the role stays, for the history', async () => {
    await role.getByRole('link', { name: displayName }).click();
    await page.getByRole('button', { name: /^Thu lại vai trò Người tra cứu/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thu lại' }).click();
    await expect(page.getByRole('button', { name: /^Thu lại vai trò Người tra cứu/ })).toHaveCount(0);
    await holder.reload();
    await expect(place(holder, 'Người dùng')).toHaveCount(0);
    await page.goto(`${system.url}/admin/roles`);
    await page.getByRole('button', { name: /^Người tra cứu/ }).click();
    await role.getByRole('button', { name: 'Xoá' }).click();
    const remove = page.getByRole('dialog', { name: 'Xoá vai trò Người tra cứu?' });
    await remove.getByRole('textbox').fill('Người tra cứu');
    await remove.getByRole('button', { name: 'Xoá vai trò' }).click();
    await expect(remove.getByText(/^Vai trò đã từng được cấp/)).toBeVisible();
  });
  await holder.context().close();
});

test('an administrator ends one sign-in of somebody, then all, and each time that browser is out (I6)', async ({
  page,
  browser,
  system,
}) => {
  const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const [lost, kept] = [
    await (await browser.newContext({ userAgent })).newPage(),
    await (await browser.newContext()).newPage(),
  ];
  for (const one of [lost, kept]) await signIn(one, system, 'student', '/account');
  const isOut = async (one: Page) => {
    await one.reload();
    await expect(one.getByRole('button', { name: 'Đăng nhập', exact: true })).toBeVisible();
    await expect(one.getByRole('alert')).toHaveText(
      'Phiên đăng nhập trước đã kết thúc. Xin đăng nhập lại để làm tiếp.',
    );
  };

  await signIn(page, system, 'departmentAdmin', '/admin/sessions');
  await page.getByRole('combobox', { name: 'Người dùng' }).fill('hoc sinh mau');
  await page.getByRole('option', { name: /^Học sinh \(mẫu\)/ }).click();
  const sessions = page.getByRole('region', { name: 'Đang đăng nhập' }).getByRole('listitem');
  await expect(sessions).toHaveCount(2);
  await sessions.filter({ hasText: 'Firefox' }).getByRole('button', { name: 'Kết thúc' }).click();
  await expect(sessions).toHaveCount(1);
  await isOut(lost);
  await kept.reload();
  await expect(kept.locator('#profile')).toBeVisible();

  await page.getByRole('button', { name: 'Đăng xuất mọi nơi' }).click();
  const all = page.getByRole('dialog', { name: 'Đăng xuất người này ở mọi nơi?' });
  await all.getByRole('button', { name: 'Đăng xuất mọi nơi' }).click();
  await expect(page.getByText('Không đăng nhập ở đâu.')).toBeVisible();
  await isOut(kept);
  for (const one of [lost, kept]) await one.context().close();
});
