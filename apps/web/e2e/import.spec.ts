import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { readRows } from '@diemcau/spreadsheets/read/read-rows';
import { studentXlsx } from '@diemcau/spreadsheets/testing/student-file';
import { xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { slipsIn } from './slips';
import { test } from './with-system';

const schools = ['thpt-tho-xuan-1', 'thpt-nhu-xuan-1'];
const people = 2000;
const faulty = 17;
const ownPassword = 'ba con vịt qua cầu';

test('an administrator imports 2,000 people with 17 faulty rows, corrects them, and one of them signs in with a slip', async ({
  page,
  browser,
  system,
}) => {
  test.setTimeout(240_000);
  let errors: Buffer;

  await test.step('the file is sent and tried out; nothing is written yet', async () => {
    await signIn(page, system, 'departmentAdmin', '/admin/import');
    await send(page, 'hoc-sinh.xlsx', await studentXlsx({ rows: people, schools, faulty }));
    await expect(page.getByText('Chờ bạn xem và ghi')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('Sẽ tạo 1.983 và sửa 0')).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Lỗi 17' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByText('khong-co-truong-nay').first()).toBeVisible();
  });

  await test.step('what is without fault is written; the page can be left and found again', async () => {
    await page.getByRole('button', { name: 'Ghi vào hệ thống' }).click();
    await page.goto(`${system.url}/admin/import`);
    await page.getByRole('button', { name: 'hoc-sinh.xlsx' }).click();
    await expect(page.getByRole('heading', { name: 'Đã ghi xong' })).toBeVisible({ timeout: 90_000 });
  });

  await test.step('the faulty rows are fetched and corrected', async () => {
    errors = await fetched(page, page.getByRole('button', { name: 'Tải tệp dòng lỗi' }));
    await page.goto(`${system.url}/admin/import`);
    await send(page, 'da-sua.xlsx', await corrected(errors));
    await expect(page.getByText('Sẽ tạo 17 và sửa 0')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Ghi vào hệ thống' }).click();
    await expect(page.getByRole('heading', { name: 'Đã ghi xong' })).toBeVisible({ timeout: 60_000 });
  });

  await test.step('all 2,000 are in place', async () => {
    await page.goto(`${system.url}/admin/people?kind=student&q=HS0`);
    await expect(page.getByText(/trên tổng số 2\.000/)).toBeVisible();
  });

  await test.step('one of them signs in with a printed slip and chooses a password', async () => {
    await page.goto(`${system.url}/admin/import`);
    await page.getByRole('button', { name: 'hoc-sinh.xlsx' }).click();
    const pdf = await fetched(page, page.getByRole('button', { name: 'Tải phiếu tài khoản (PDF)' }));
    const [slip] = await slipsIn(pdf, 1);
    if (!slip) throw new Error('there is no slip in the PDF');
    const student = await (await browser.newContext({ baseURL: system.url })).newPage();
    await student.goto('/sign-in');
    await student.getByLabel('Tên đăng nhập').fill(slip.userName);
    await student.getByLabel('Mật khẩu', { exact: true }).fill(slip.secret);
    await student.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await student.getByRole('heading', { name: 'Đặt mật khẩu của riêng bạn' }).waitFor();
    await student.getByLabel('Mật khẩu mới').fill('ngắn');
    await expect(student.getByText('Ít nhất 8 ký tự, đang có 4')).toBeVisible();
    await student.getByLabel('Mật khẩu mới').fill('12345678');
    await student.getByRole('button', { name: 'Lưu và vào' }).click();
    await expect(student.getByText(/quá phổ biến/)).toBeVisible();
    await student.getByLabel('Mật khẩu mới').fill(ownPassword);
    await student.getByRole('button', { name: 'Lưu và vào' }).click();
    await expect(student.getByRole('heading', { name: /^Xin chào/ })).toBeVisible();
    await student.context().close();
  });
});

async function send(page: Page, name: string, file: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: file });
  await page.waitForURL(/\/admin\/import\/[0-9a-f-]{36}/);
}

async function fetched(page: Page, button: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), button.click()]);
  return readFileSync(await download.path());
}

/** As somebody does it by hand: cell by cell, what each is said to lack. */
async function corrected(errors: Buffer): Promise<Buffer> {
  const rows: string[][] = [];
  for await (const { cells } of readRows(errors)) rows.push([...cells]);
  const [header = [], ...bodies] = rows;
  expect(bodies).toHaveLength(faulty);
  const mended = bodies.map(([name, code, school, group, year, birth, phone]) => [
    name || 'Nguyễn Thị Mẫu',
    code ?? '',
    schools.includes(school ?? '') ? (school ?? '') : (schools[0] ?? ''),
    group || '10A1',
    year === '2026-2030' ? '2026-2027' : (year ?? ''),
    birth === '31/02/2010' ? '28/02/2010' : (birth ?? ''),
    phone === '12345' ? '0912345678' : (phone ?? ''),
  ]);
  return buffer(xlsxOf([{ name: 'Đã sửa', rows: [header.slice(0, 7), ...mended] }]));
}
