import { expect, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { preparedMeeting } from './prepared-meeting';
import { test } from './with-system';

const dayMs = 86_400_000;
/** The prepared meeting is eight days away. */
const afterIt = () => new Date(Date.now() + 9 * dayMs);

const overdue = (page: Page) =>
  page.getByRole('region', { name: 'Đã qua giờ mà chưa bắt đầu hoặc chưa kết thúc' });

test('a meeting past its end that nobody started stands on Today, with what is left to do, for who may do it', async ({
  browser,
  system,
}) => {
  const id = await preparedMeeting(system);
  const officer = await (await browser.newContext({ baseURL: system.url })).newPage();
  const operator = await (await browser.newContext({ baseURL: system.url })).newPage();
  await signIn(officer, system, 'departmentAdmin', '/work');
  await signIn(operator, system, 'siteOperator', '/work');
  await expect(officer.getByRole('region', { name: 'Phiên họp trong 14 ngày tới' })).toBeVisible();
  await expect(overdue(officer)).toHaveCount(0);

  for (const page of [officer, operator]) {
    await page.clock.setFixedTime(afterIt());
    await page.reload();
    await expect(page.getByRole('region', { name: 'Phiên họp trong 14 ngày tới' })).toBeVisible();
  }
  const meeting = overdue(officer).getByRole('listitem').filter({ hasText: 'Giao ban công tác' });
  await expect(meeting.getByText('Chưa bắt đầu', { exact: true })).toBeVisible();
  await expect(meeting.getByText('hoãn hoặc huỷ')).toBeVisible();
  await expect(overdue(operator)).toHaveCount(0);
  await meeting.getByRole('link').click();
  await officer.waitForURL((url) => url.pathname === `/work/meetings/${id}`);
});
