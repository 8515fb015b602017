import { readFileSync } from 'node:fs';
import { body } from '@diemcau/client/rest';
import { expect, type Page } from '@playwright/test';
import { idOf } from './furnish';
import { signIn } from './going-in';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

const person = 'Chuyên viên thẩm định (mẫu)';
const rowOf = (page: Page, action: string) =>
  page.getByRole('row').filter({ hasText: action }).filter({ hasText: person });

test('an auditor finds who changed whose role and who locked whom, before and after, and takes it along (I7)', async ({
  page,
  browser,
  system,
}) => {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const userId = await idOf(rest, accountOf(system, 'appraiser').userName);
  const unitId = (await body(rest.GET('/api/v1/me'))).unitId;
  const path = { userId };
  const grant = await body(
    rest.POST('/api/v1/grants', { body: { userId, unitId, role: 'secretary', subtree: false } }),
  );
  await body(rest.DELETE('/api/v1/grants/{grantId}', { params: { path: { grantId: grant.id } } }));
  const reason = 'Mất máy tính xách tay';
  await body(rest.POST('/api/v1/users/{userId}/lock', { params: { path }, body: { reason } }));

  await test.step('found by the name of the person, without accents', async () => {
    await signIn(page, system, 'departmentAdmin', '/admin/audit');
    await page
      .getByRole('searchbox', { name: 'Tìm theo tên người hoặc nội dung' })
      .fill('chuyen vien tham dinh');
    for (const action of ['Cấp vai trò', 'Thu vai trò', 'Khoá tài khoản']) {
      await expect(rowOf(page, action)).toContainText('Quản trị sở (mẫu)');
    }
  });

  await test.step('who, whom, from where, before and after', async () => {
    await rowOf(page, 'Khoá tài khoản').getByRole('button').click();
    const entry = page.getByRole('dialog', { name: 'Khoá tài khoản' });
    await expect(entry.getByText('Quản trị sở (mẫu) (người dùng)')).toBeVisible();
    await expect(entry.getByText('127.0.0.1')).toBeVisible();
    const state = entry.getByRole('row', { name: /^Trạng thái/ });
    await expect(state.getByRole('cell')).toHaveText(['active', 'locked']);
    await expect(entry.getByText(reason)).toBeVisible();
    await expect(entry.getByText(/^mục thứ /)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('the oldest first at a press on the heading', async () => {
    const last = page.getByRole('row').nth(1);
    await expect(last).toContainText('Khoá tài khoản');
    await page.getByRole('columnheader', { name: 'Lúc' }).getByRole('button').click();
    await expect(page.getByRole('row').last()).toContainText('Khoá tài khoản');
  });

  await test.step('taken along, which is itself told', async () => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất CSV' }).click();
    const csv = readFileSync(await (await waiting).path(), 'utf8');
    for (const action of ['grants.give', 'grants.revoke', 'users.lock']) expect(csv).toContain(action);
    expect(csv).not.toContain('sessions.signIn,');
    await page.goto(`${system.url}/admin/audit?action=audit`);
    await expect(page.getByRole('row').filter({ hasText: 'Xuất nhật ký' })).toHaveCount(1);
  });

  await test.step('the operator of a district sees the own district, and nothing of this', async () => {
    const district = await (await browser.newContext()).newPage();
    await signIn(district, system, 'unitOperator', '/admin/audit');
    await expect(district.getByRole('row').nth(1)).toBeVisible();
    await expect(district.getByText(person)).toHaveCount(0);
    await district.getByRole('searchbox').fill('tham dinh');
    await expect(district.getByText('Không có dòng nào khớp')).toBeVisible();
    await district.context().close();
  });
});

test('signing out of the console leads to the sign-in once, and signing in back to the page', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/admin/keys');
  await page.getByRole('heading', { level: 1, name: 'Khoá API' }).waitFor();
  let visits = 0;
  page.on('framenavigated', () => (visits += 1));
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: 'Đăng xuất', exact: true }).click();
  await expect(page).toHaveURL(`${system.url}/sign-in?to=%2Fadmin%2Fkeys`);
  await page.waitForTimeout(500);
  expect(visits).toBeLessThanOrEqual(2);
  // Who went by oneself need not be told.
  await expect(page.getByRole('alert')).toHaveCount(0);
  const { userName, password } = accountOf(system, 'departmentAdmin');
  await page.getByLabel('Tên đăng nhập').fill(userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Khoá API' })).toBeVisible();
});
