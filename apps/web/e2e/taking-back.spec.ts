import { body } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

const dayMs = 86_400_000;

test('who asked for a meeting takes the request back, and it is a draft again (HB-4.2)', async ({
  page,
  system,
}) => {
  const address = `/work/meetings/${await askedFor(system)}`;
  await signIn(page, system, 'chair', address);
  await page.getByRole('button', { name: 'Rút lại' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rút lại «Bàn kế hoạch ôn thi»?' });
  // Asked first: nothing has happened yet.
  await dialog.getByRole('button', { name: 'Huỷ bỏ' }).click();
  await expect(page.getByText('Chờ duyệt', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Rút lại' }).click();
  await dialog.getByRole('button', { name: 'Rút lại' }).click();
  await expect(page.getByText('Đã rút lại, phiên họp là dự thảo')).toBeVisible();
  await expect(page.getByText('Dự thảo', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rút lại' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Trình duyệt' })).toBeVisible();
});

async function askedFor(system: System): Promise<string> {
  const { rest } = await signedInRest(system, accountOf(system, 'chair'));
  const { items } = await body(rest.GET('/api/v1/units', { params: { query: { limit: 1 } } }));
  const starts = Date.now() + 9 * dayMs;
  const { id } = await body(
    rest.POST('/api/v1/meeting-requests', {
      body: {
        unitId: items[0]?.id ?? '',
        kind: 'briefing',
        title: 'Bàn kế hoạch ôn thi',
        reason: 'Trước kỳ thi tốt nghiệp',
        urgent: false,
        startsAt: new Date(starts).toISOString(),
        endsAt: new Date(starts + dayMs / 24).toISOString(),
        roomId: null,
        chairId: null,
        directorId: null,
        secretaryId: null,
        composition: null,
        dispatch: null,
        sites: [],
        agenda: [],
      },
    }),
  );
  return id;
}
