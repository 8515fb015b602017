import { body } from '@diemcau/client/rest';
import { expect } from '@playwright/test';
import { checkedMeeting } from './checked-meeting';
import { signIn } from './going-in';
import { accountOf, signedInRest } from './signed-in-rest';
import { fitsAndIsAccessible, phone } from './looks';
import { test } from './with-system';

const hourMs = 3_600_000;

test('the department sees its week, whom to call and its sites by unit, and goes from each figure to its list (HB-10.1)', async ({
  page,
  system,
}) => {
  const { occurrenceId } = await checkedMeeting(system);
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const inHours = (hours: number) => new Date(Math.ceil(Date.now() / hourMs + hours) * hourMs).toISOString();
  const title = 'Họp chuyên môn chưa có điểm cầu';
  await body(
    rest.POST('/api/v1/occurrences', {
      body: {
        unitId: (await body(rest.GET('/api/v1/me'))).provinceId,
        kind: 'briefing',
        title,
        startsAt: inHours(2 * 24),
        endsAt: inHours(2 * 24 + 1),
        sites: [],
        agenda: [],
      },
    }),
  );
  await signIn(page, system, 'departmentAdmin', '/work');
  await page.getByRole('link', { name: 'Toàn cảnh' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Toàn cảnh' })).toBeVisible();

  const week = page.getByRole('region', { name: 'Phiên họp hôm nay và 6 ngày tới' });
  const meeting = week.getByRole('listitem').filter({ hasText: title });
  await expect(meeting.getByText('Dự thảo')).toBeVisible();
  await expect(meeting.getByText('Chưa gửi giấy mời')).toBeVisible();
  await expect(meeting.getByText('Chưa có điểm cầu', { exact: true })).toBeVisible();

  const checks = page.getByRole('region', { name: 'Đợt kiểm tra đang chạy' });
  const silent = checks.getByRole('listitem').filter({ hasText: 'Giao ban chuẩn bị sơ kết học kỳ' }).first();
  await silent.getByRole('link').click();
  await page.waitForURL((url) => url.pathname === `/work/checks/${occurrenceId}`);
  await page.goBack();

  const sites = page.getByRole('region', { name: 'Điểm cầu theo mức sẵn sàng' }).first();
  const figure = sites.getByRole('row').nth(1).getByRole('link').nth(1);
  const count = Number(await figure.innerText());
  await figure.click();
  await page.waitForURL((url) => url.pathname === '/work/sites' && url.searchParams.has('unitId'));
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(count + 1);

  await page.getByRole('link', { name: 'Toàn cảnh' }).click();
  await expect(meeting).toBeVisible();
  await page.setViewportSize(phone);
  await page.waitForLoadState('networkidle');
  await fitsAndIsAccessible('department', page);
});
