import { body } from '@diemcau/client/rest';
import { expect } from '@playwright/test';
import { idOf } from './furnish';
import { controls, expectInside, signIn } from './going-in';
import { accountOf, signedInRest } from './signed-in-rest';
import { test } from './with-system';

test.describe.configure({ lock: '-exclusive-' });

test('who is locked while in a room is out of it within five seconds, and out of the account (I6)', async ({
  page,
  system,
}) => {
  const { rest } = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const path = { userId: await idOf(rest, accountOf(system, 'director').userName) };
  await signIn(page, system, 'director');
  await page.goto(`${system.url}/r/thu-thiet-bi`);
  await page.getByRole('button', { name: 'Vào phòng', exact: true }).click();
  await expectInside(page);
  const reason = 'Thử thu hồi';
  await body(rest.POST('/api/v1/users/{userId}/lock', { params: { path }, body: { reason } }));
  await expect(controls(page)).toHaveCount(0, { timeout: 5000 });
  await page.goto(`${system.url}/account`);
  await expect(page.getByRole('button', { name: 'Đăng nhập', exact: true })).toBeVisible();
  await body(rest.POST('/api/v1/users/{userId}/unlock', { params: { path }, body: { reason } }));
});
