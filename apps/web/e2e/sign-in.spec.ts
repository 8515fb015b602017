import { expect, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { totpAt } from './totp';
import { test } from './with-system';

test('somebody sets up an app and a passkey, and signs in with either', async ({ page, system }) => {
  test.setTimeout(120_000);
  const account = system.demo?.accounts.find(({ role }) => role === 'secretary');
  if (!account) throw new Error('the demo province has no secretary');
  await signIn(page, system, 'secretary', '/account');
  await putAuthenticator(page);
  let secret = '';
  let usedAt = 0;

  await test.step('an authenticator app is added; recovery codes are shown once', async () => {
    await page.getByRole('button', { name: 'Thêm ứng dụng xác thực' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('img', { name: 'Mã QR để quét bằng ứng dụng xác thực' })).toBeVisible();
    secret = (await dialog.locator('code').innerText()).replaceAll(' ', '');
    usedAt = Date.now();
    await dialog.getByLabel('Mã 6 chữ số').fill(totpAt(secret, usedAt));
    await expect(dialog.getByRole('listitem')).toHaveCount(10);
    await dialog.getByLabel('Tôi đã cất các mã này').check();
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(page.getByText('Còn 10 mã chưa dùng')).toBeVisible();
  });

  await test.step('a passkey is added under a name', async () => {
    await page.getByRole('button', { name: 'Thêm khoá truy cập' }).click();
    await page.getByLabel('Đặt tên để nhận ra khoá này').fill('Máy tính phòng tin học');
    await page.getByRole('button', { name: 'Tạo khoá truy cập' }).click();
    // As it goes it gives the focus back, which would close a menu that was opened meanwhile.
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('Máy tính phòng tin học')).toBeVisible();
  });

  await test.step('the password alone is not enough any more; a wrong code is refused, the right one lets in', async () => {
    await signOut(page);
    await page.goto(`${system.url}/sign-in`);
    await page.getByLabel('Tên đăng nhập').fill(account.userName);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.getByRole('heading', { name: 'Xác nhận đó là bạn' }).waitFor();
    const useApp = page.getByRole('button', { name: 'Dùng ứng dụng xác thực' });
    if (await useApp.isVisible()) await useApp.click();
    await page.getByLabel('Mã 6 chữ số').fill(totpAt(secret, usedAt));
    await expect(page.getByRole('alert')).toContainText('Mã chưa đúng hoặc đã dùng');
    // The next code of the app: a phone's clock may be that much ahead.
    await page.getByLabel('Mã 6 chữ số').fill(totpAt(secret, usedAt + 30_000));
    await expect(page.getByRole('button', { name: account.displayName })).toBeVisible();
  });

  await test.step('the passkey lets in without user name and password', async () => {
    await signOut(page);
    await page.goto(`${system.url}/sign-in?to=/account`);
    await page.getByRole('button', { name: 'Dùng khoá truy cập' }).click();
    await expect(page.getByRole('heading', { name: 'Tài khoản của tôi' })).toBeVisible();
    await expect(page.getByText('Thiết bị này')).toBeVisible();
  });
});

test('whoever forgot the password learns nothing about accounts, and is told whom to ask', async ({
  page,
  system,
}) => {
  await page.goto(`${system.url}/sign-in`);
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).click();
  await page.getByLabel('Tên đăng nhập hoặc e-mail').fill('khong-co-ai');
  await page.getByRole('button', { name: 'Gửi liên kết' }).click();
  await expect(page.getByRole('heading', { name: 'Xin kiểm tra hộp thư' })).toBeVisible();
});

/** A device with a passkey store and a fingerprint that always fits, in the browser itself (CDP WebAuthn). */
async function putAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: 'Đăng xuất', exact: true }).click();
  await expect(page.getByRole('banner').getByRole('button')).toHaveCount(1);
}
