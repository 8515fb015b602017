import { body } from '@diemcau/client/rest';
import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { preparedMeeting, siteOf } from './prepared-meeting';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

test('a series outside of plans is found in the list and approved from it (HB-7.2)', async ({
  page,
  system,
}) => {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { provinceId: unitId } = await body(rest.GET('/api/v1/me'));
  const title = 'Giao ban khối phổ thông';
  await body(
    rest.POST('/api/v1/series', {
      body: {
        unitId,
        planId: null,
        kind: 'briefing',
        title,
        rule: 'FREQ=MONTHLY;BYMONTHDAY=10',
        firstDay: '2040-01-01',
        startsAt: '08:00',
        durationMin: 60,
        shift: 'keep',
        template: {
          roomId: null,
          chairId: null,
          directorId: null,
          secretaryId: null,
          composition: null,
          sites: [],
          agenda: [],
          dispatch: null,
        },
      },
    }),
  );
  await signIn(page, system, 'leader', '/work');
  await page.getByRole('link', { name: 'Chuỗi họp', exact: true }).click();
  await page.getByRole('combobox', { name: 'Thuộc kế hoạch' }).click();
  await page.getByRole('option', { name: 'Ngoài kế hoạch' }).click();
  const row = page.getByRole('row', { name: title });
  await row.getByRole('button', { name: `Duyệt: ${title}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
  await expect(page.getByText('Đã duyệt chuỗi họp.')).toBeVisible();
  await expect(row.getByText('Đang thực hiện')).toBeVisible();
  await row.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('the page of a meeting says how its sites stand, leads to the check board, and marks a suspended site (HB-8.2)', async ({
  page,
  system,
}) => {
  const occurrenceId = await preparedMeeting(system);
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const path = { siteId: await siteOf(rest, 'GDTX Như Xuân') };
  const { version } = await body(rest.GET('/api/v1/sites/{siteId}', { params: { path } }));
  const suspended = await body(
    rest.POST('/api/v1/sites/{siteId}/suspend', {
      params: { path },
      body: { version, reason: 'Sửa điện sau bão' },
    }),
  );
  await signIn(page, system, 'departmentAdmin', '/work');
  const closed = page.getByRole('region', { name: 'Điểm cầu tạm ngừng trong phiên sắp tới' });
  // Other meetings of the same site are there, too.
  const line = closed
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href="/work/meetings/${occurrenceId}"]`) });
  await expect(line.getByText('«Sửa điện sau bão»')).toBeVisible();
  await line.getByRole('link', { name: /^Mở phiên họp/ }).click();
  await page.waitForURL(({ pathname }) => pathname === `/work/meetings/${occurrenceId}`);
  await expect(page.getByText('Tạm ngừng', { exact: true })).toBeVisible();
  await expect(page.getByText(/Sửa điện sau bão · hãy thay bằng điểm cầu khác/)).toBeVisible();
  await body(
    rest.POST('/api/v1/sites/{siteId}/resume', { params: { path }, body: { version: suspended.version } }),
  );

  const checks = page.getByRole('region', { name: 'Kiểm tra kết nối' });
  await expect(checks.getByText('2 chưa kiểm tra')).toBeVisible();
  await checks.getByRole('link', { name: 'Xem bảng kiểm tra' }).click();
  await page.waitForURL(({ pathname }) => pathname === `/work/checks/${occurrenceId}`);
});
