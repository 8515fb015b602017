import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { test } from './with-system';

test('an administrator finds somebody without accents, gives a role, takes it back, locks and unlocks', async ({
  page,
  browser,
  system,
}) => {
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, system, 'invigilator');
  await expect(elsewhere.getByRole('button', { name: 'Giám thị (mẫu)' })).toBeVisible();

  await signIn(page, system, 'departmentAdmin', '/admin/people');
  await page.getByRole('searchbox', { name: 'Tìm theo tên hoặc mã' }).fill('giam thi');
  await expect(page.getByText('Dòng 1–1 trên tổng số 1')).toBeVisible();
  await page.getByRole('link', { name: 'Giám thị (mẫu)' }).click();

  await page.getByRole('button', { name: 'Cấp vai trò' }).click();
  const give = page.getByRole('dialog', { name: 'Cấp vai trò cho Giám thị (mẫu)' });
  await give.getByRole('combobox', { name: 'Vai trò' }).click();
  await page.getByRole('option', { name: 'Thư ký' }).click();
  await give.getByRole('textbox', { name: 'Đến hết ngày' }).fill('31/12/2098');
  await give.getByRole('button', { name: 'Cấp vai trò' }).click();
  const roles = page.getByRole('region', { name: 'Vai trò' });
  await expect(roles.getByText('đến 31/12/2098')).toBeVisible();
  await roles.getByRole('button', { name: /^Thu lại vai trò Thư ký/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thu lại' }).click();
  await expect(roles.getByText('đến 31/12/2098')).toHaveCount(0);

  await expect(page.getByRole('region', { name: 'Đang đăng nhập' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Tài khoản' }).click();
  await page.getByRole('menuitem', { name: 'Khoá tài khoản…' }).click();
  const lock = page.getByRole('dialog', { name: 'Khoá tài khoản của Giám thị (mẫu)?' });
  await lock.getByRole('textbox', { name: 'Lý do' }).fill('Thử khoá');
  await expect(lock.getByRole('button', { name: 'Khoá tài khoản' })).toBeDisabled();
  await lock.getByRole('textbox', { name: 'Gõ “giam-thi” để xác nhận' }).fill('giam-thi');
  await lock.getByRole('button', { name: 'Khoá tài khoản' }).click();
  await expect(page.getByText('Đang khoá')).toBeVisible();
  await expect(page.getByText('Không đăng nhập ở đâu.')).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole('link', { name: 'Đăng nhập' }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Tài khoản' }).click();
  await page.getByRole('menuitem', { name: 'Mở khoá…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Lý do' }).fill('Thử xong');
  await page.getByRole('dialog').getByRole('button', { name: 'Mở khoá' }).click();
  await expect(page.getByText('Đang dùng')).toBeVisible();
  await elsewhere.context().close();
});

test('a new person gets a printed slip, a role of the province, and is on the roster of operators', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/admin/people');
  await page.getByRole('button', { name: 'Thêm người dùng' }).click();
  const create = page.getByRole('dialog', { name: 'Thêm người dùng' });
  await create.getByRole('combobox', { name: 'Đơn vị' }).fill('gdtx nga son');
  await page.getByRole('option', { name: 'Trung tâm GDTX Nga Sơn' }).click();
  await create.getByRole('textbox', { name: 'Họ và tên' }).fill('Trần Thị Mẫu Đơn');
  await create.getByRole('textbox', { name: 'Điện thoại' }).fill('không phải số');
  await expect(create.getByRole('textbox', { name: 'Tên đăng nhập' })).not.toHaveValue('');
  await create.getByRole('button', { name: 'Thêm người dùng' }).click();
  await expect(
    create.getByText('Không đúng dạng').or(create.getByText('Quá ngắn hoặc quá dài')),
  ).toBeVisible();
  await create.getByRole('textbox', { name: 'Điện thoại' }).fill('0912 000 000');
  await create.getByRole('button', { name: 'Thêm người dùng' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trần Thị Mẫu Đơn' })).toBeVisible();

  await page.getByRole('button', { name: 'Cấp mật khẩu ban đầu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cấp mật khẩu ban đầu' }).click();
  const slips = page.getByRole('dialog', { name: 'Phiếu tài khoản' });
  await expect(slips.getByText(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-sheet').getByText('Trần Thị Mẫu Đơn')).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await slips.getByRole('button', { name: 'Xong, đóng lại' }).click();

  await page.goto(`${system.url}/admin/roster`);
  await page.getByRole('button', { name: 'Thêm cán bộ vận hành' }).click();
  const add = page.getByRole('dialog', { name: 'Thêm cán bộ vận hành' });
  await add.getByRole('combobox', { name: 'Đơn vị' }).fill('gdtx nga son');
  await page.getByRole('option', { name: 'Trung tâm GDTX Nga Sơn' }).click();
  await add.getByRole('combobox', { name: 'Người có tài khoản' }).fill('mau don');
  await page.getByRole('option', { name: /^Trần Thị Mẫu Đơn/ }).click();
  await add.getByRole('textbox', { name: 'Nhiệm vụ' }).fill('Phụ trách chính');
  await add.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('table').getByText('0912 000 000')).toBeVisible();
});
