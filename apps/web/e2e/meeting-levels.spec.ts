import { body } from '@diemcau/client/rest';
import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

test('a meeting’s level stands on its page and in the calendar, is changed there, and the calendar shows one level alone (HB-1)', async ({
  page,
  system,
}) => {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { provinceId: unitId } = await body(rest.GET('/api/v1/me'));
  const title = 'Sinh hoạt cụm trường';
  const { id } = await body(
    rest.POST('/api/v1/occurrences', {
      body: {
        unitId,
        kind: 'professionalActivity',
        title,
        startsAt: '2041-05-07T08:00:00+07:00',
        endsAt: '2041-05-07T10:00:00+07:00',
      },
    }),
  );
  await signIn(page, system, 'departmentAdmin', `/work/meetings/${id}`);
  const about = page.getByRole('region', { name: 'Thông tin' });
  await expect(about.getByText('Sở', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Sửa', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Sửa' });
  await dialog.getByRole('combobox', { name: 'Cấp họp' }).click();
  await page.getByRole('option', { name: 'Trường', exact: true }).click();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await expect(about.getByText('Trường', { exact: true })).toBeVisible();

  await page.goto(`${system.url}/work/calendar?month=2041-05&view=list`);
  const meeting = page.getByRole('link', { name: title });
  await expect(meeting).toContainText('· Trường');
  const level = page.getByRole('combobox', { name: 'Cấp họp' });
  await level.click();
  await page.getByRole('option', { name: 'Sở', exact: true }).click();
  await expect(page.getByText('Không có phiên họp nào trong tháng này')).toBeVisible();
  await level.click();
  await page.getByRole('option', { name: 'Trường', exact: true }).click();
  await expect(meeting).toBeVisible();
});
