import { body } from '@diemcau/client/rest';
import { expect, type Page } from '@playwright/test';
import { furnish } from './furnish';
import { signIn } from './going-in';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

const address = 'khao-thi@so.example';

/** Where the link in the mail of a subject to the address leads, as an administrator reads it in the console. */
async function linkInMail(admin: Page, url: string, subject: string): Promise<string> {
  await admin.goto(`${url}/admin/mails`);
  const mails = admin.getByRole('row').filter({ hasText: subject }).filter({ hasText: address });
  await mails.getByRole('button').click();
  const mail = admin.getByRole('dialog').getByText(/#token=/);
  const link = /https?:\/\/\S+#token=[\w-]+/.exec(await mail.first().innerText())?.[0];
  if (!link) throw new Error('there is no link in the mail');
  return `${url}${new URL(link).pathname}${new URL(link).hash}`;
}

test('an e-mail address is confirmed by the mail to it, then a forgotten password is chosen anew', async ({
  page,
  browser,
  system,
}) => {
  const account = accountOf(system, 'testingOfficer');
  const admin = await (await browser.newContext()).newPage();
  await signIn(admin, system, 'departmentAdmin', '/admin');

  await test.step('the address changes once the link is pressed', async () => {
    await signIn(page, system, 'testingOfficer', '/account');
    const profile = page.locator('#profile');
    await profile.getByRole('button', { name: 'Đổi e-mail' }).click();
    await page.getByRole('dialog').getByLabel('E-mail').fill(address);
    await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
    const again = page.getByRole('dialog', { name: 'Xác nhận đó là bạn' });
    const sent = page.getByText(`Đã gửi thư xác nhận đến ${address}`);
    await again.or(sent).first().waitFor();
    if (await again.isVisible()) {
      await again.getByLabel('Mật khẩu đang dùng', { exact: true }).fill(account.password);
      await again.getByRole('button', { name: 'Xác nhận' }).click();
    }
    await expect(sent).toBeVisible();
    await expect(profile.getByText(address)).toHaveCount(0);
    await page.goto(await linkInMail(admin, system.url, 'xác nhận địa chỉ e-mail'));
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await expect(page.getByText(address)).toBeVisible();
    await page.goto(`${system.url}/account`);
    await expect(profile.getByText(address)).toBeVisible();
  });

  await test.step('a link to the address sets a new password, once', async () => {
    const guest = await (await browser.newContext()).newPage();
    await guest.goto(`${system.url}/reset`);
    await guest.getByLabel('Tên đăng nhập hoặc e-mail').fill(address);
    await guest.getByRole('button', { name: 'Gửi liên kết' }).click();
    await guest.getByText('Xin kiểm tra hộp thư').waitFor();
    const link = await linkInMail(admin, system.url, 'đặt lại mật khẩu');
    await guest.goto(link);
    await guest.getByLabel('Mật khẩu mới').fill('năm con vịt xuống ao');
    await guest.getByRole('button', { name: 'Lưu mật khẩu' }).click();
    await expect(guest.getByRole('heading', { name: 'Đã đặt mật khẩu mới' })).toBeVisible();
    await guest.goto(`${system.url}/`);
    await guest.goto(link);
    await expect(guest.getByRole('heading', { name: 'Liên kết không còn dùng được' })).toBeVisible();
    await guest.goto(`${system.url}/sign-in`);
    await guest.getByLabel('Tên đăng nhập').fill(account.userName);
    await guest.getByLabel('Mật khẩu', { exact: true }).fill('năm con vịt xuống ao');
    await guest.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await expect(guest.getByRole('button', { name: account.displayName })).toBeVisible();
    await guest.context().close();
  });
  await admin.context().close();
});

test('a parent registers with the code from the school and sees the child', async ({ page, system }) => {
  const { classId, guardianCode } = await furnish(system);
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { items } = await body(rest.GET('/api/v1/users', { params: { query: { classId } } }));
  const states = await body(
    rest.GET('/api/v1/classes/{classId}/guardian-codes', { params: { path: { classId } } }),
  );
  const first = states.items.find(({ codeUntil }) => codeUntil !== null);
  const child = items.find(({ id }) => id === first?.studentId);
  if (!child) throw new Error('nobody in the class has a code');
  const path = { userId: child.id };
  const { birthDate } = await body(rest.GET('/api/v1/users/{userId}', { params: { path } }));
  const day = (birthDate ?? '').split('-').reverse().join('/');

  await page.goto(`${system.url}/parent`);
  await page.getByLabel('Mã trên phiếu của trường').fill('k7mq-x2rt-9bnd');
  await page.getByRole('textbox', { name: 'Ngày sinh của con' }).fill(day);
  await page.getByLabel('Họ và tên của bạn').fill('Trần Thị Mẫu');
  await page.getByLabel('Số điện thoại').fill('0912 345 678');
  await page.getByLabel('Tên đăng nhập').fill('phu-huynh-mau');
  await page.getByLabel('Mật khẩu mới').fill('sáu con vịt lên bờ');
  await expect(page.getByText('Còn thiếu: xác nhận đồng ý')).toBeVisible();
  await page.getByLabel('Tôi đã đọc và đồng ý').check();
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Mã trên phiếu của trường').fill(guardianCode);
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
  await expect(page.getByRole('heading', { name: 'Đã tạo tài khoản' })).toBeVisible();
  await page.getByRole('link', { name: 'Đăng nhập' }).last().click();
  await page.getByLabel('Tên đăng nhập').fill('phu-huynh-mau');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('sáu con vịt lên bờ');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.locator('#children').getByText(child.displayName)).toBeVisible();
});

test('somebody absent lends a role to a colleague, who has it at once and loses it when it is taken back', async ({
  page,
  browser,
  system,
}) => {
  const colleague = await (await browser.newContext()).newPage();
  await signIn(colleague, system, 'leader', '/account');
  await signIn(page, system, 'chair', '/account');
  const mine = page.locator('#roles');
  await mine.getByRole('button', { name: 'Uỷ quyền khi vắng mặt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Uỷ quyền khi vắng mặt' });
  await dialog.getByRole('combobox', { name: 'Người được uỷ quyền' }).fill('lanh dao');
  await page.getByRole('option', { name: /^Lãnh đạo sở/ }).click();
  const last = new Date(Date.now() + 7 * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .reverse()
    .join('/');
  await dialog.getByRole('textbox', { name: 'Đến hết ngày' }).fill(last);
  await dialog.getByRole('button', { name: 'Uỷ quyền' }).click();
  await expect(mine.getByText('Cho Lãnh đạo sở (mẫu)')).toBeVisible();
  await colleague.reload();
  await expect(colleague.locator('#roles').getByText('Được uỷ quyền')).toBeVisible();
  await mine.getByRole('button', { name: 'Thu lại' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thu lại' }).click();
  await expect(mine.getByText('Cho Lãnh đạo sở (mẫu)')).toHaveCount(0);
  await colleague.reload();
  await expect(colleague.locator('#roles').getByText('Được uỷ quyền')).toHaveCount(0);
  await colleague.context().close();
});
