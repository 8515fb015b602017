import { body } from '@diemcau/client/rest';
import { expect } from '@playwright/test';
import { signIn } from './going-in';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

const school = 'Trường Phổ thông dân tộc nội trú Trung học cơ sở và Trung học phổ thông Nguyễn Thị Minh Khai';

test('namesakes are told apart by code and unit above, people by user name and unit, with the keyboard on a phone', async ({
  page,
  system,
}) => {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const department = (await body(rest.GET('/api/v1/me'))).provinceId;
  const found = async (parentId: string, type: string, name: string, code: string): Promise<string> => {
    const unit = { parentId, type, name, code, effectiveOn: '2025-07-01' };
    return (await body(rest.POST('/api/v1/units', { body: unit }))).unitId;
  };
  for (const side of ['Thượng', 'Hạ']) {
    const commune = await found(
      department,
      'commune',
      `Xã Vân ${side}`,
      `xa-van-${side === 'Hạ' ? 'ha' : 'thuong'}`,
    );
    const code = side === 'Hạ' ? '38280402' : '38280401';
    const unitId = await found(commune, 'school', school, code);
    await body(
      rest.POST('/api/v1/users', {
        body: { unitId, displayName: 'Nguyễn Thị Minh Khai', kind: 'staff', userName: `khai-${code}` },
      }),
    );
  }

  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, system, 'departmentAdmin', '/admin/people');
  await page.getByRole('button', { name: 'Thêm người dùng' }).click();
  const dialog = page.getByRole('dialog');
  const unit = dialog.getByRole('combobox', { name: 'Đơn vị' });
  await unit.fill('nguyen thi minh khai');
  await expect(page.getByRole('option')).toHaveText([
    `${school} 38280401 · Xã Vân Thượng`,
    `${school} 38280402 · Xã Vân Hạ`,
  ]);
  await unit.press('ArrowDown');
  await unit.press('ArrowDown');
  await unit.press('Enter');
  await expect(unit).toHaveValue(school);
  // Seen below the field, and read out with it.
  await expect(dialog.getByText('38280402 · Xã Vân Hạ')).toBeVisible();
  await expect(unit).toHaveAccessibleDescription(/38280402 · Xã Vân Hạ/);
  expect(await dialog.evaluate((seen) => seen.scrollWidth - seen.clientWidth)).toBe(0);

  await page.goto(`${system.url}/admin/sessions`);
  const person = page.getByRole('main').getByRole('combobox');
  await person.fill('nguyen thi minh khai');
  await expect
    .poll(async () => (await page.getByRole('option').allTextContents()).toSorted())
    .toEqual([
      `Nguyễn Thị Minh Khai khai-38280401 · ${school}`,
      `Nguyễn Thị Minh Khai khai-38280402 · ${school}`,
    ]);
});
