import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { WebhookReceiver } from './webhook-receiver';
import { test } from './with-system';

test('a webhook is subscribed, tried out, fails, and what failed is sent again', async ({ page, system }) => {
  const receiver = await WebhookReceiver.start();
  await signIn(page, system, 'departmentAdmin', '/admin/webhooks');
  await page.getByRole('button', { name: 'Đăng ký webhook' }).first().click();
  const make = page.getByRole('dialog', { name: 'Đăng ký webhook' });
  await make.getByRole('textbox', { name: 'Tên' }).fill('Phần mềm thử');
  await make.getByRole('textbox', { name: 'Địa chỉ nhận' }).fill('http://may-chu.example/nhan');
  await make.getByRole('checkbox', { name: /Khoá API bị thu hồi/ }).check();
  await make.getByRole('button', { name: 'Đăng ký webhook' }).click();
  await expect(make.getByText(/Địa chỉ nhận phải là https/)).toBeVisible();
  await make.getByRole('textbox', { name: 'Địa chỉ nhận' }).fill(receiver.url);
  await make.getByRole('button', { name: 'Đăng ký webhook' }).click();
  const secret = page.getByRole('dialog', { name: 'Khoá ký của webhook' });
  await expect(secret.getByText(/^whsec_/)).toBeVisible();
  await secret.getByRole('button', { name: 'Tôi đã cất, đóng lại' }).click();

  await page.getByRole('button', { name: 'Phần mềm thử' }).click();
  const drawer = page.getByRole('dialog', { name: 'Phần mềm thử' });
  await drawer.getByRole('button', { name: 'Gửi thử' }).click();
  const log = drawer.getByRole('region', { name: 'Nhật ký gửi' });
  await expect(log.getByRole('row').nth(1)).toContainText('Đã nhận', { timeout: 15_000 });
  expect(receiver.received.map(({ type }) => type)).toEqual(['webhook.ping']);
  expect(receiver.received[0]?.signature).toMatch(/^v1,/);

  receiver.status = 503;
  await drawer.getByRole('button', { name: 'Gửi thử' }).click();
  const failed = log.getByRole('row').nth(1);
  await expect(failed).toContainText('HTTP 503', { timeout: 15_000 });
  await expect(failed).toContainText('Đang gửi');
  await failed.getByText('Nội dung trả lời').click();
  await expect(failed.getByText('Hệ thống đang bảo trì')).toBeVisible();

  receiver.status = 204;
  await failed.getByRole('button', { name: 'Gửi lại' }).click();
  await expect(log.getByRole('row').nth(1)).toContainText('Đã nhận', { timeout: 15_000 });
  const last = receiver.received.at(-1);
  expect(receiver.received.filter(({ id }) => id === last?.id).length).toBeGreaterThan(1);

  await log.getByRole('button', { name: 'Gửi lại nhiều ngày' }).click();
  const range = page.getByRole('dialog', { name: 'Gửi lại nhiều ngày' });
  await range.getByRole('switch', { name: 'Chỉ những lần đã bỏ cuộc' }).uncheck();
  await range.getByRole('button', { name: 'Gửi lại' }).click();
  await expect(page.getByText('Đã xếp hàng gửi lại 2 lần')).toBeVisible();
  await receiver.stop();
});

test('an outside provider is declared, offered at the sign-in, switched off and removed', async ({
  page,
  browser,
  system,
}) => {
  const guest = await (await browser.newContext()).newPage();
  const button = guest.getByRole('button', { name: /Tài khoản của Bộ/ });
  await signIn(page, system, 'departmentAdmin', '/admin/settings');
  await page.getByRole('button', { name: 'Thêm nơi đăng nhập' }).click();
  const add = page.getByRole('dialog', { name: 'Thêm nơi đăng nhập' });
  await add.getByLabel('Mã ứng dụng (client ID)').fill('diem-cau');
  await add.getByLabel('Khoá bí mật (client secret)', { exact: true }).fill('khoá để thử');
  await add.getByLabel('Tên trên nút, tiếng Việt').fill('Tài khoản của Bộ');
  await add.getByLabel('Tên trên nút, tiếng Anh').fill('Account of the ministry');
  await add.getByLabel('Nơi phát hành (issuer)').fill('http://khong-bao-mat.example');
  await add.getByRole('button', { name: 'Lưu' }).click();
  await expect(add.getByRole('alert').or(add.getByText('Không đúng dạng')).first()).toBeVisible();
  await add.getByLabel('Nơi phát hành (issuer)').fill('https://dang-nhap.bo.example');
  await add.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã lưu nơi đăng nhập')).toBeVisible();
  await guest.goto(`${system.url}/sign-in`);
  await expect(button).toBeVisible();

  const card = page.getByText('https://dang-nhap.bo.example').locator('xpath=ancestor::div[.//button][1]');
  await card.getByRole('button', { name: 'Sửa' }).click();
  const change = page.getByRole('dialog', { name: 'Sửa nơi đăng nhập' });
  await expect(change.getByLabel('Khoá bí mật (client secret)', { exact: true })).toHaveValue('');
  await change.getByRole('switch', { name: 'Hiện nút ở trang đăng nhập' }).uncheck();
  await change.getByRole('button', { name: 'Lưu' }).click();
  await expect(card.getByText('Đang tắt')).toBeVisible();
  await guest.reload();
  await guest.getByLabel('Tên đăng nhập').waitFor();
  await expect(button).toHaveCount(0);

  await card.getByRole('button', { name: 'Xoá' }).click();
  const remove = page.getByRole('dialog');
  await remove.getByRole('textbox').fill('Tài khoản của Bộ');
  await remove.getByRole('button', { name: 'Xoá' }).click();
  await expect(page.getByText('https://dang-nhap.bo.example')).toHaveCount(0);
  await guest.context().close();
});
