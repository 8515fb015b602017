import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { accountOf } from './signed-in-rest';
import { test } from './with-system';

const mine = (page: Page) => page.locator('#personal');

test('somebody takes the own data along and withdraws an erasure; another erasure is refused with its reason', async ({
  page,
  browser,
  system,
}) => {
  await test.step('everything about oneself in one file', async () => {
    await signIn(page, system, 'unitOperator', '/account');
    await mine(page).getByRole('button', { name: 'Xin một bản mọi dữ liệu' }).click();
    const fetched = mine(page).getByRole('button', { name: 'Tải về' }).first();
    await expect(fetched).toBeVisible({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), fetched.click()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain(
      accountOf(system, 'unitOperator').displayName,
    );
  });

  await test.step('an erasure is asked for and withdrawn', async () => {
    await askForErasure(page, accountOf(system, 'unitOperator').userName);
    await mine(page).getByRole('button', { name: 'Rút yêu cầu' }).click();
    await expect(mine(page).getByText('Đã rút')).toBeVisible();
  });

  await test.step('an administrator refuses another one, with the reason the person reads', async () => {
    const leader = await (await browser.newContext()).newPage();
    await signIn(leader, system, 'leader', '/account');
    await askForErasure(leader, accountOf(system, 'leader').userName);
    const admin = await (await browser.newContext()).newPage();
    await signIn(admin, system, 'departmentAdmin', '/admin/privacy');
    await admin
      .getByRole('row')
      .filter({ hasText: 'Lãnh đạo sở (mẫu)' })
      .getByRole('button', { name: 'Lãnh đạo sở (mẫu)' })
      .click();
    const request = admin.getByRole('dialog', { name: 'Lãnh đạo sở (mẫu)' });
    await expect(request.getByRole('button', { name: 'Duyệt xoá ngay' })).toBeVisible();
    await request.getByRole('button', { name: 'Từ chối' }).click();
    const refuse = admin.getByRole('dialog', { name: 'Từ chối' });
    await refuse.getByLabel('Lý do từ chối').fill('Còn hồ sơ cán bộ phải lưu theo Luật Lưu trữ');
    await refuse.getByRole('button', { name: 'Từ chối' }).click();
    await expect(admin.getByText('Đã từ chối yêu cầu')).toBeVisible();
    await leader.reload();
    await expect(mine(leader).getByText('Còn hồ sơ cán bộ phải lưu theo Luật Lưu trữ')).toBeVisible();
    await leader.context().close();
    await admin.context().close();
  });
});

async function askForErasure(page: Page, userName: string): Promise<void> {
  await mine(page).getByRole('button', { name: 'Yêu cầu xoá dữ liệu' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').last().fill(userName);
  await dialog.getByRole('button', { name: 'Gửi yêu cầu xoá' }).click();
  await expect(mine(page).getByText('Đang chờ')).toBeVisible();
}
