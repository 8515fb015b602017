import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { emptyPdf, preparedMeeting } from './prepared-meeting';
import { test } from './with-system';

const point = (page: Page, title: string) =>
  page
    .getByRole('region', { name: 'Chương trình họp' })
    .getByRole('listitem')
    .filter({ has: page.getByText(title) });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const file = (name: string) => ({ name, mimeType: 'application/pdf', buffer: emptyPdf });

async function pickUnit(page: Page, label: string, typed: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('combobox', { name: label });
  await field.click();
  await field.fill(typed);
  await page.getByRole('option', { name: typed }).first().click();
}

test.use({ actionTimeout: 15_000 });

test('a letter, a point of the agenda and a checklist item are prepared by officers and a unit (HB-8.1)', async ({
  browser,
  system,
}) => {
  const address = `/work/meetings/${await preparedMeeting(system)}`;
  const officer = await (await browser.newContext({ baseURL: system.url })).newPage();
  const operator = await (await browser.newContext({ baseURL: system.url })).newPage();
  await signIn(officer, system, 'departmentAdmin', address);
  await signIn(operator, system, 'siteOperator', address);
  const talk = 'Tham luận về chuyển đổi số';

  await test.step('the officer puts another paper in the place of the letter', async () => {
    const letter = officer.getByRole('region', { name: 'Công văn' });
    await expect(letter.getByText('Số 958/SGDĐT-VP ngày 16/11/2026')).toBeVisible();
    await letter.getByRole('button', { name: 'Sửa công văn' }).click();
    const form = dialog(officer, 'Sửa công văn');
    await form.getByLabel('Số công văn').fill('960/SGDĐT-VP');
    await form.locator('input[type=file]').setInputFiles(file('cong-van-960.pdf'));
    await expect(form.getByRole('button', { name: 'cong-van-960.pdf', exact: true })).toBeVisible();
    await form.getByRole('button', { name: 'Lưu công văn' }).click();
    await expect(letter.getByText('Số 960/SGDĐT-VP ngày 16/11/2026')).toBeVisible();
    await operator.reload();
    const [download] = await Promise.all([
      operator.waitForEvent('download'),
      operator.getByRole('button', { name: 'cong-van-960.pdf' }).click(),
    ]);
    expect(readFileSync(await download.path())).toEqual(emptyPdf);
  });

  await test.step('a point is added for a unit until a day, and moved up by the keyboard', async () => {
    await officer.getByRole('button', { name: 'Thêm mục' }).click();
    const form = dialog(officer, 'Thêm mục');
    await form.getByLabel('Nội dung').fill(talk);
    await pickUnit(officer, 'Đơn vị chuẩn bị', 'Trung tâm GDTX Như Xuân');
    await form.getByLabel('Thời lượng (phút)').fill('25');
    await form.getByRole('textbox', { name: 'Hạn: ngày' }).fill('20/12/2099');
    await form.getByRole('button', { name: 'Thêm mục' }).click();
    await expect(point(officer, talk)).toContainText(
      'Trung tâm GDTX Như Xuân · 25 phút · hạn 20/12/2099 17:00',
    );
    const up = point(officer, talk).getByRole('button', { name: `Đưa lên: ${talk}` });
    await up.focus();
    for (const place of [5, 4]) {
      await officer.keyboard.press('Enter');
      await expect(officer.getByText(`${place}. ${talk}`)).toBeVisible();
      await expect(up).toBeFocused();
    }
  });

  await test.step('its unit submits, has to add something, submits again, and is approved', async () => {
    await operator.goto('/work');
    const owed = operator.getByRole('region', { name: /^Nội dung họp phải nộp/ });
    await owed.getByRole('link', { name: talk }).click();
    await submit(operator, talk, 'Nộp nội dung', 'tham-luan.pdf');
    await officer.reload();
    await expect(point(officer, talk).getByText('Chờ duyệt')).toBeVisible();
    await point(officer, talk).getByRole('button', { name: 'Trả lại' }).click();
    await dialog(officer, 'Trả lại').getByLabel('Cần bổ sung những gì').fill('Thêm số liệu năm 2026');
    await dialog(officer, 'Trả lại').getByRole('button', { name: 'Trả lại' }).click();
    await expect(point(officer, talk).getByText('Trả lại, cần bổ sung')).toBeVisible();

    await operator.reload();
    await expect(point(operator, talk).getByText('Cần bổ sung: Thêm số liệu năm 2026')).toBeVisible();
    await submit(operator, talk, 'Nộp lại', 'so-lieu-2026.pdf');
    await officer.reload();
    const [download] = await Promise.all([
      officer.waitForEvent('download'),
      point(officer, talk).getByRole('button', { name: 'so-lieu-2026.pdf' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('so-lieu-2026.pdf');
    await expect(point(officer, talk).getByRole('button', { name: 'tham-luan.pdf' })).toBeVisible();
    await point(officer, talk).getByRole('button', { name: 'Duyệt nội dung' }).click();
    await expect(point(officer, talk).getByText('Đã duyệt', { exact: true })).toBeVisible();
  });

  await test.step('an item of the checklist is added, and done by the unit that owes it', async () => {
    const task = 'In biển tên đại biểu';
    await officer.getByRole('button', { name: 'Thêm việc' }).click();
    const form = dialog(officer, 'Thêm việc');
    await form.getByLabel('Việc cần làm').fill(task);
    await form.getByRole('combobox', { name: 'Người phụ trách' }).click();
    await officer.getByRole('option', { name: 'Một đơn vị' }).click();
    await pickUnit(officer, 'Đơn vị phụ trách', 'Trung tâm GDTX Như Xuân');
    await form.getByRole('textbox', { name: 'Hạn: ngày' }).fill('20/12/2099');
    await form.getByRole('button', { name: 'Thêm việc' }).click();
    await expect(officer.getByRole('checkbox', { name: task })).not.toBeChecked();

    await operator.reload();
    await expect(operator.getByRole('checkbox', { name: 'Đặt máy chiếu dự phòng' })).toBeDisabled();
    await operator.getByRole('checkbox', { name: task }).click();
    await expect(operator.getByRole('listitem').filter({ hasText: task })).toContainText(' · xong ');
    await officer.reload();
    await expect(officer.getByRole('checkbox', { name: task })).toBeChecked();
    await expect(officer.getByText(/^Trung tâm GDTX Như Xuân · xong /)).toBeVisible();
  });

  await test.step('who keeps the meeting sees which reminders go to whom; the unit does not', async () => {
    const reminders = officer.getByRole('region', { name: 'Thư nhắc' });
    await expect(reminders.getByText('Trước giờ họp 1 ngày')).toBeVisible();
    await expect(operator.getByRole('region', { name: 'Thư nhắc' })).toHaveCount(0);
    await expect(operator.getByRole('button', { name: 'Thêm mục' })).toHaveCount(0);
  });
});

async function submit(page: Page, title: string, act: string, name: string): Promise<void> {
  await page.reload();
  await point(page, title).getByRole('button', { name: act }).click();
  const form = dialog(page, 'Nộp nội dung');
  await form.locator('input[type=file]').setInputFiles(file(name));
  await expect(form.getByRole('button', { name, exact: true })).toBeVisible();
  await form.getByRole('button', { name: act }).click();
  await expect(point(page, title).getByText('Chờ duyệt')).toBeVisible();
}
