import { expect, type Page } from '@playwright/test';
import { fitsAndIsAccessible, phone } from './looks';
import { visitAll } from './places';
import { signedInWalks } from './walks';
import { test } from './with-system';

/** Another room than the journey's: what is left here is not in its way. */
const slug = 'thu-thiet-bi';

test('every place fits a phone of 360 pixels, without scrolling sideways, and axe finds no serious fault, in either language', async ({
  browser,
  system,
}) => {
  test.setTimeout(240_000);
  await visitAll(browser, system, { language: 'vi', slug, ...phone }, fitsAndIsAccessible);
});

for (const [where, walk] of signedInWalks) {
  test(`what is ${where} fits a phone of 360 pixels too, and axe finds no serious fault, in either language`, async ({
    browser,
    system,
  }) => {
    test.setTimeout(240_000);
    await walk(browser, system, { language: 'vi', ...phone }, fitsAndIsAccessible);
  });
}

test('a guest comes as far as the lobby with the keyboard alone', async ({ browser, system }) => {
  const page = await (await browser.newContext({ baseURL: system.url })).newPage();
  await page.goto(`/r/${slug}`);
  await page.getByRole('combobox').waitFor();
  await tabTo(page, 'combobox');
  await page.keyboard.type('tho xuan');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox')).not.toHaveValue('tho xuan');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thử camera, micro và loa' }).waitFor();
  await tabTo(page, 'Vào mà không thử');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Đang chờ quản trị phòng duyệt' })).toBeVisible();
  await page.context().close();
});

/** Presses Tab until what has the focus is called so, or has the role. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return [element?.getAttribute('role'), element?.textContent];
    });
    if (focused.includes(wanted)) return;
  }
  throw new Error(`the keyboard does not reach ${wanted}`);
}
