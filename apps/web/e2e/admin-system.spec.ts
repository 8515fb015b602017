import { body } from '@diemcau/client/rest';
import { expectedServices } from '@diemcau/contracts/core/health';
import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

test('a setting that is changed holds for everybody, and the audit tells what it was and is', async ({
  page,
  browser,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/admin/settings');
  const days = page.getByLabel('Đăng nhập còn hiệu lực khi không dùng');
  const support = page.getByRole('region', { name: 'Đầu mối hỗ trợ đăng nhập' });
  const [office, phone] = [support.getByLabel('Bộ phận'), support.getByLabel('Điện thoại')];
  const save = async () => {
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect(page.getByText('Chưa có thay đổi')).toBeVisible();
  };
  await expect(days).toHaveValue('14');
  const before = { office: await office.inputValue(), phone: await phone.inputValue() };

  await days.fill('21');
  await office.fill('Tổ trực kỹ thuật');
  await phone.fill('0237 3111 222');
  await expect(page.getByText('Có thay đổi chưa lưu')).toBeVisible();
  await save();
  await page.reload();
  await expect(days).toHaveValue('21');

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(`${system.url}/sign-in`);
  await guest.getByText('Không đăng nhập được?').click();
  await expect(guest.getByText('Tổ trực kỹ thuật')).toBeVisible();
  await expect(guest.getByText('0237 3111 222')).toBeVisible();
  await guest.context().close();

  await page.goto(`${system.url}/admin/audit?action=settings`);
  await page.getByRole('row').nth(1).getByRole('button').click();
  const entry = page.getByRole('dialog', { name: 'Đổi thiết lập' });
  await expect(entry.getByText('Quản trị sở (mẫu) (người dùng)')).toBeVisible();
  const changed = entry.getByRole('row').filter({ hasText: 'sessionDays' });
  await expect(changed.getByRole('cell')).toHaveText(['14', '21']);

  await page.goto(`${system.url}/admin/settings`);
  await days.fill('14');
  await office.fill(before.office);
  await phone.fill(before.phone);
  await save();
});

test('what a colleague saves while one writes is neither lost nor loses what one has written', async ({
  page,
  system,
}) => {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const now = () => body(rest.GET('/api/v1/settings'));
  const before = await now();
  const colleague = async (erasureWaitDays: number) =>
    body(rest.PATCH('/api/v1/settings', { body: { version: (await now()).version, erasureWaitDays } }));
  await signIn(page, system, 'departmentAdmin', '/admin/settings');
  const mails = page.getByLabel('Thư hệ thống đã gửi');
  const wait = page.getByLabel('Chờ trước khi xoá một người');
  const save = page.getByRole('button', { name: 'Lưu', exact: true });
  const notice = page.getByRole('alert').filter({ hasText: 'Người khác vừa sửa' });

  await test.step('told so, one keeps what one has written; the rest is as the colleague left it', async () => {
    await mails.fill('20');
    await colleague(5);
    await save.click();
    await expect(notice).toBeInViewport({ ratio: 1 });
    await expect(mails).toHaveValue('20');
    await expect(save).toBeDisabled();
    await notice.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await save.click();
    await expect(page.getByText('Chưa có thay đổi')).toBeVisible();
    expect(await now()).toMatchObject({ erasureWaitDays: 5, retentionDays: { mails: 20 } });
    await expect(wait).toHaveValue('5');
  });

  await test.step('or looks at theirs, and nothing of one’s own is sent', async () => {
    await mails.fill('10');
    await colleague(7);
    await save.click();
    await notice.getByRole('button', { name: 'Xem bản mới, bỏ bản của tôi' }).click();
    await expect(wait).toHaveValue('7');
    await expect(mails).toHaveValue('20');
    await expect(page.getByText('Chưa có thay đổi')).toBeVisible();
  });

  const { erasureWaitDays, retentionDays } = before;
  const { version } = await now();
  await body(rest.PATCH('/api/v1/settings', { body: { version, erasureWaitDays, retentionDays } }));
});

test('the health page shows every service; one that hangs is told to be silent, and well again when it goes on', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/admin/health');
  const service = (name: string) => page.getByRole('region', { name, exact: true });
  for (const name of expectedServices) await expect(service(name).getByRole('article')).toHaveCount(1);
  const silent = page.getByRole('alert').filter({ hasText: 'Thiếu bộ phận' });
  await expect(silent).toHaveCount(0);

  await system.kill('meetings', 'SIGSTOP');
  try {
    await page.reload();
    await expect(silent).toContainText('Không có máy nào của meetings trả lời.');
    await expect(page.getByText('Có bộ phận không trả lời')).toBeVisible();
    await expect(service('meetings')).toHaveCount(0);
    await expect(service('identity').getByRole('article')).toHaveCount(1);
  } finally {
    await system.kill('meetings', 'SIGCONT');
  }
  await system.whenReady('meetings');
  await page.reload();
  await expect(service('meetings').getByText('Bình thường', { exact: true })).toBeVisible();
  await expect(silent).toHaveCount(0);
});

test('a page that is loaded while nobody can say who is signed in waits, says so, and goes on by itself', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/admin/roles');
  const roles = page.getByRole('heading', { name: 'Vai trò', exact: true });
  await expect(roles).toBeVisible();
  await system.kill('identity', 'SIGSTOP');
  try {
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('Chưa liên lạc được với máy chủ');
    await expect(page).toHaveURL(/\/admin\/roles/);
  } finally {
    await system.kill('identity', 'SIGCONT');
  }
  await expect(roles).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
