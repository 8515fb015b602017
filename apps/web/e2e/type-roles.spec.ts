import { expect, type Page } from '@playwright/test';
import { signIn } from './going-in';
import { test } from './with-system';

test('a type says which site is main and that a standby is needed; a new meeting takes it (HB-2.1)', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  await signIn(page, system, 'departmentAdmin', '/work/meeting-types');
  await page.getByRole('button', { name: 'Thao giảng' }).click();
  await expect(page.getByRole('radio', { name: 'Chọn cho từng phiên' })).toBeChecked();
  await page.getByRole('radio', { name: 'Điểm cầu của đơn vị tổ chức' }).check();
  await page.getByRole('checkbox', { name: 'Phải có điểm cầu dự phòng trước khi xếp lịch' }).check();
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã lưu loại cuộc họp')).toBeVisible();

  await page.goto(`${system.url}/work/meetings/new`);
  await page.getByRole('combobox', { name: 'Loại cuộc họp' }).click();
  await page.getByRole('option', { name: 'Thao giảng' }).click();
  await expect(page.getByText('sẽ là điểm cầu chính khi được thêm vào đây')).toBeVisible();
  await add(page, 'GDTX Như Xuân', 'Phòng họp GDTX Như Xuân');
  await add(page, 'trực tuyến Sở', 'Phòng họp trực tuyến Sở');
  await expect(roleOf(page, 'Phòng họp GDTX Như Xuân')).toHaveValue('Thành viên');
  await expect(roleOf(page, 'Phòng họp trực tuyến Sở')).toHaveValue('Chính');
  await expect(page.getByText('phải có một điểm cầu dự phòng trước khi xếp lịch')).toBeVisible();

  // The class is at the centre: the room of the department gives up its place by itself (I10).
  await play(page, 'Phòng họp GDTX Như Xuân', 'Chính');
  await expect(roleOf(page, 'Phòng họp trực tuyến Sở')).toHaveValue('Thành viên');
  await play(page, 'Phòng họp trực tuyến Sở', 'Dự phòng');
  await expect(page.getByText('phải có một điểm cầu dự phòng trước khi xếp lịch')).toBeHidden();
});

const roleOf = (page: Page, site: string) => page.getByRole('combobox', { name: `Vai trò của ${site}` });

async function play(page: Page, site: string, role: string): Promise<void> {
  await roleOf(page, site).click();
  await page.getByRole('option', { name: role, exact: true }).click();
}

async function add(page: Page, words: string, site: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Thêm điểm cầu' }).fill(words);
  await page.getByRole('option', { name: new RegExp(site) }).click();
  await expect(roleOf(page, site)).toBeVisible();
}
