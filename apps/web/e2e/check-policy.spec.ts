import { expect, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { test } from './with-system';

const rules = (page: Page) => page.getByRole('dialog', { name: 'Quy định kiểm tra' });

test('a department gives a district rules of checking of its own, which units below follow (HB-8.2)', async ({
  page,
  system,
}) => {
  await signIn(page, system, 'departmentAdmin', '/work/checks');
  await openFor(page, 'Phòng GD&ĐT huyện Hậu Lộc');
  await expect(rules(page).getByText('Đang theo mức chung của hệ thống.')).toBeVisible();
  const closes = rules(page).getByLabel('Chốt trước giờ họp (giờ)');
  const save = rules(page).getByRole('button', { name: 'Lưu quy định' });
  await expect(closes).toHaveValue('24');
  await closes.fill('72');
  await expect(rules(page).getByText('Phải chốt sau khi mở: ít hơn 72 giờ.')).toBeVisible();
  await expect(save).toBeDisabled();
  await closes.fill('12');
  await rules(page).getByRole('checkbox', { name: 'Nguồn điện dự phòng' }).check();
  await save.click();
  await expect(page.getByText('Đã lưu quy định kiểm tra')).toBeVisible();
  await expect(rules(page)).toHaveCount(0);

  await openFor(page, 'Trung tâm GDTX Hậu Lộc');
  await expect(rules(page).getByText('Đang theo quy định của Phòng GD&ĐT huyện Hậu Lộc.')).toBeVisible();
  await expect(closes).toHaveValue('12');
  await expect(rules(page).getByRole('checkbox', { name: 'Nguồn điện dự phòng' })).toBeChecked();
});

async function openFor(page: Page, unit: string): Promise<void> {
  await page.getByRole('button', { name: 'Quy định kiểm tra…' }).click();
  await rules(page).getByRole('combobox', { name: 'Đơn vị' }).fill(unit);
  await page.getByRole('option', { name: new RegExp(`^${unit} `) }).click();
}
