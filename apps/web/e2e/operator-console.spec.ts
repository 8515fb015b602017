import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { test } from './with-system';

test('a district operator finds the own district open in the tree, and is told of the own units alone', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'unitOperator', '/admin');
  await page.getByRole('link', { name: '2 đơn vị chưa có cán bộ vận hành' }).click();
  await page.getByRole('button', { name: 'Xem danh sách' }).click();
  const missing = page.getByRole('table', { name: 'Đơn vị chưa có cán bộ vận hành' });
  await expect(missing.getByRole('cell', { name: /^thpt-nhu-xuan-\d$/ })).toHaveCount(2);
  await page.goto(`${system.url}/admin/units`);
  await expect(page.locator('[data-unit="thpt-nhu-xuan-1"]')).toBeVisible();
  await expect(page.locator('[data-unit="thpt-ba-thuoc-1"]')).toHaveCount(0);
});

test('on a phone, where rows are cards, a list is sorted too', async ({ page, system }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, system, 'unitOperator', '/admin/people');
  await page.goto(`${system.url}/admin/people?q=mẫu&kind=staff`);
  const names = page.getByRole('main').getByRole('row').getByRole('link');
  await expect(names.first()).toHaveText('Cán bộ CNTT Phòng GD&ĐT Như Xuân (mẫu)');
  const ascending = await names.allTextContents();
  await page.getByRole('combobox', { name: 'Sắp xếp theo' }).click();
  await page.getByRole('option', { name: 'Họ và tên, giảm dần' }).click();
  await expect(page).toHaveURL(/sort=-name/);
  await expect(names).toHaveText(ascending.toReversed());
});
