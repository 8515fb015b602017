import { expect, type Page } from '@playwright/test';
import { endContest, scheduledContest, scoreAll, startContest } from './contest';
import { signIn } from './going-in';
import { accountOf } from './signed-in-rest';
import { test } from './with-system';

test.use({ actionTimeout: 15_000 });

test('a contest is prepared, scored on a phone and ranked when it has ended (HB-2.1)', async ({
  browser,
  system,
}) => {
  test.setTimeout(180_000);
  const id = await scheduledContest(system, 'Thi giáo viên giỏi cấp tỉnh', 'Thọ Xuân');
  const officer = await (await browser.newContext({ baseURL: system.url })).newPage();
  await signIn(officer, system, 'departmentAdmin', `/work/meetings/${id}`);
  await officer.getByRole('link', { name: 'Mở phiếu chấm' }).click();
  await prepare(officer, [accountOf(system, 'teacher'), accountOf(system, 'leader')]);

  const phone = { width: 390, height: 844 };
  const juror = await (await browser.newContext({ baseURL: system.url, viewport: phone })).newPage();
  await signIn(juror, system, 'teacher', `/work/meetings/${id}/scores`);
  await expect(juror.getByText('Chấm được từ khi cuộc họp bắt đầu.')).toBeVisible();
  await startContest(system, id);
  await juror.reload();
  await score(juror);

  // The other one of the jury, and nobody knows of the ranks yet.
  await scoreAll(system, 'leader', id, [
    [8, 7.5],
    [10, 9.75],
  ]);
  await officer.reload();
  await expect(officer.getByText('Kết quả và thứ hạng hiện khi cuộc họp kết thúc.')).toBeVisible();
  await expect(officer.getByText('2/2 đã chấm')).toHaveCount(2);

  await endContest(system, id);
  await officer.reload();
  const rows = officer.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText(/1.*Trần Thị Mẫu.*Trung tâm GDTX Mẫu.*17.*19,75.*18,38/);
  await expect(rows.nth(2)).toContainText(/2.*Nguyễn Văn Mẫu.*Trường THPT Mẫu.*15,75.*15,5.*15,63/);
  await juror.reload();
  await expect(juror.getByRole('table').getByRole('row').nth(1)).toContainText('Trần Thị Mẫu');
});

/** Two of the type's criteria, two of the jury by name, two contestants pasted from a sheet. */
async function prepare(page: Page, people: readonly { readonly displayName: string }[]): Promise<void> {
  await page.getByRole('button', { name: 'Sửa phiếu chấm' }).click();
  await page.getByRole('button', { name: 'Bỏ «Trả lời câu hỏi của ban giám khảo»' }).click();
  for (const n of [1, 2]) await page.getByLabel(`Điểm tối đa của tiêu chí ${n}`).fill('10');
  await expect(page.getByText('Tổng điểm tối đa: 20')).toBeVisible();
  for (const { displayName } of people) {
    await page.getByRole('combobox', { name: 'Thêm giám khảo' }).fill(displayName);
    await page.getByRole('option', { name: displayName }).click();
    await expect(page.getByRole('button', { name: `Bỏ giám khảo ${displayName}` })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Dán nhiều dòng…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Dán danh sách người dự thi' });
  await dialog
    .getByLabel('Danh sách')
    .fill('1\tNguyễn Văn Mẫu\tTrường THPT Mẫu\n2\tTrần Thị Mẫu\tTrung tâm GDTX Mẫu\n');
  await expect(dialog.getByText('Sẽ thêm 2 người')).toBeVisible();
  await dialog.getByRole('button', { name: 'Thêm vào danh sách' }).click();
  await page.getByRole('button', { name: 'Lưu phiếu chấm' }).click();
  await expect(page.getByText('2 người dự thi')).toBeVisible();
  await expect(page.getByText('0/2 đã chấm')).toHaveCount(2);
}

/** Typed, and by quarter steps; what does not fit is said at once. */
async function score(page: Page): Promise<void> {
  await expect(page.getByText('0/2 đã chấm').first()).toBeVisible();
  const knowledge = page.getByRole('textbox', { name: 'Điểm: Kiến thức chuyên môn' });
  const teaching = page.getByRole('textbox', { name: 'Điểm: Năng lực sư phạm' });
  await knowledge.fill('10,25');
  await expect(page.getByText('Từ 0 đến 10, bước 0,25')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lưu, sang người tiếp theo' })).toBeDisabled();
  await knowledge.fill('8');
  await teaching.fill('7,5');
  await page.getByRole('button', { name: 'Thêm 0,25: Năng lực sư phạm' }).click();
  await expect(page.getByText('Tổng 15,75 / 20')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu, sang người tiếp theo' }).click();
  await expect(page.getByText('1/2 đã chấm').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /Trần Thị Mẫu/ })).toHaveAttribute('aria-expanded', 'true');
  await knowledge.fill('9');
  await teaching.fill('8');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Bạn đã chấm xong tất cả.', { exact: false })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
}
