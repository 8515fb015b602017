import { body, type Rest } from '@diemcau/client/rest';
import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

/** More than a list shows at once. */
const many = 24;

test('all sites of a unit are added to a meeting at once, and one of many is found in the list (HB-2.2)', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  await makeSites(rest);

  await signIn(page, system, 'departmentAdmin', '/work/meetings/new');
  await page.getByRole('combobox', { name: 'Thêm điểm cầu' }).fill('Điểm cầu Vĩnh Lộc số 01');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Thêm tất cả điểm cầu của đơn vị…' }).click();
  const field = page.getByRole('combobox', { name: 'Đơn vị, kể cả các đơn vị trực thuộc' });
  // The one that holds the meeting, unless told.
  await expect(field).toHaveValue(/Sở/);
  await field.fill('phong gd dt huyen vinh loc');
  await page.getByRole('option', { name: /^Phòng GD&ĐT huyện Vĩnh Lộc pgd-vinh-loc / }).click();
  await page.getByRole('button', { name: 'Thêm tất cả', exact: true }).click();
  await expect(
    page.getByText(`Đã thêm ${many - 2} điểm cầu. Không thêm: 1 đã có trong danh sách; 1 đang tạm ngừng.`),
  ).toBeVisible();
  await expect(page.getByText(`${many - 1} điểm cầu, dự kiến ${(many - 2) * 40 + 25} người`)).toBeVisible();

  const expected = page.getByRole('textbox', { name: /^Số người dự kiến ở/ });
  await expect(expected).toHaveCount(20);
  await page.getByRole('searchbox', { name: 'Tìm trong danh sách' }).fill('so 24');
  await expect(expected).toHaveCount(1);
  await expect(expected).toHaveValue('25');
  await page.getByRole('button', { name: 'Bỏ các điểm cầu vừa thêm' }).click();
  await expect(expected).toHaveCount(1);
  await expect(page.getByText('Điểm cầu Vĩnh Lộc số 01')).toBeVisible();
});

/** Of a centre below the unit that is chosen. The last is small, the one before it suspended. */
async function makeSites(rest: Rest): Promise<void> {
  const { items } = await body(rest.GET('/api/v1/units', { params: { query: { q: 'gdtx vinh loc' } } }));
  const unitId = items[0]?.id ?? '';
  for (let n = 1; n <= many; n++) {
    const name = `Điểm cầu Vĩnh Lộc số ${String(n).padStart(2, '0')}`;
    const limit = n === many ? { headcountLimit: 25 } : {};
    const made = await body(rest.POST('/api/v1/sites', { body: { unitId, name, capacity: 60, ...limit } }));
    if (n === many - 1) await suspend(rest, made);
  }
}

const suspend = (rest: Rest, { id: siteId, version }: { id: string; version: number }) =>
  body(
    rest.POST('/api/v1/sites/{siteId}/suspend', {
      params: { path: { siteId } },
      body: { version, reason: 'Đang sửa chữa phòng họp' },
    }),
  );
