import type { System } from '@diemcau/infra/system';
import { expect, type Page } from '@playwright/test';

/** The steps people take on the way into a room, as they take them. In Vietnamese, as they read them. */

export async function signIn(page: Page, system: System, role: string, to = '/'): Promise<string> {
  const account = system.demo?.accounts.find((one) => one.role === role);
  if (!account) throw new Error(`the demo province has no ${role}`);
  await page.goto(`${system.url}/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByLabel('Tên đăng nhập').fill(account.userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.pathname === to);
  return account.displayName;
}

export const nameField = (page: Page) =>
  page.getByRole('combobox', { name: 'Tên đầy đủ của đơn vị hoặc họ tên' });

/** Types without accents and picks from the list (TM-2b). */
export async function pickUnit(page: Page, typed: string, unit: string): Promise<void> {
  await nameField(page).fill(typed);
  await page.getByRole('option', { name: unit, exact: true }).click();
  await expect(nameField(page)).toHaveValue(unit);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
}

/** Sees the own picture, sees the level move, hears a tone (TM-1a). */
export async function testDevices(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Thử camera, micro và loa' })).toBeVisible();
  const widthOfPicture = () =>
    page.evaluate(
      () => document.querySelector<HTMLVideoElement>('video[aria-label="Hình của bạn"]')?.videoWidth ?? 0,
    );
  await expect.poll(widthOfPicture).toBeGreaterThan(0);
  const level = async () => Number(await page.getByRole('meter').getAttribute('aria-valuenow'));
  await expect.poll(level, { intervals: [100] }).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Phát thử' }).click();
  await expect(page.getByRole('button', { name: 'Đang phát…' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Phát thử' })).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
}

/** The line to the media server, with its verdict (TM-1b). */
export async function testLine(page: Page): Promise<void> {
  await expect(page.getByText('Yêu cầu: 10 Mbit/s mỗi chiều')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Chiều gửi', { exact: true })).toBeVisible();
}

export async function askToEnter(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Xin vào phòng' }).click();
  await expect(page.getByRole('heading', { name: 'Đang chờ quản trị phòng duyệt' })).toBeVisible();
}

export const controls = (page: Page) => page.getByRole('navigation', { name: 'Điều khiển của bạn' });

export async function expectInside(page: Page): Promise<void> {
  await expect(controls(page)).toBeVisible();
}
