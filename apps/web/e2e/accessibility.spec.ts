import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { visitAccount } from './account-places';
import { visitAdmin } from './admin-places';
import { visitChecks } from './checks-places';
import { visitConsole } from './console-places';
import { visitEquipment } from './equipment-places';
import { visitInvitations } from './invitation-places';
import { visitMeetings } from './meetings-places';
import { visitPlanning } from './planning-places';
import { visitAll, type Visit } from './places';
import { visitReminders } from './reminders-places';
import { visitReports } from './reports-places';
import { visitScoring } from './scoring-places';
import { visitSites } from './sites-places';
import { test } from './with-system';

/** Another room than the journey's: what is left here is not in its way. */
const slug = 'thu-thiet-bi';
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const axe =
  (language: 'vi' | 'en'): Visit =>
  async (place, page) => {
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const said = serious.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
    expect.soft(said, place).toEqual([]);
    expect.soft(await page.locator('html').getAttribute('lang'), place).toBe(language);
  };

const fitsPhone: Visit = async (place, page) => {
  expect.soft(await widthOf(page), place).toBeLessThanOrEqual(360);
};

const signedInWalks = [
  ['among units and people of the console', visitAdmin],
  ['in the rest of the console', visitConsole],
  ['around the own account', visitAccount],
  ['around invitations', visitInvitations],
  ['around reminders', visitReminders],
  ['around meetings', visitMeetings],
  ['around plans', visitPlanning],
  ['around types of meetings and scores', visitScoring],
  ['around sites', visitSites],
  ['around equipment and closing', visitEquipment],
  ['around reports', visitReports],
  ['around checks, trials and training', visitChecks],
] as const;

for (const language of ['vi', 'en'] as const) {
  test(`axe finds no serious fault anywhere (${language})`, async ({ browser, system }) => {
    test.setTimeout(240_000);
    await visitAll(browser, system, { language, slug, width: 1440, height: 900 }, axe(language));
  });

  for (const [where, walk] of signedInWalks) {
    test(`axe finds no serious fault ${where} (${language})`, async ({ browser, system }) => {
      test.setTimeout(240_000);
      await walk(browser, system, { language, width: 1440, height: 900 }, axe(language));
    });
  }
}

test('every place fits a phone of 360 pixels, without scrolling sideways', async ({ browser, system }) => {
  test.setTimeout(240_000);
  await visitAll(browser, system, { language: 'vi', slug, width: 360, height: 740 }, fitsPhone);
});

for (const [where, walk] of signedInWalks) {
  test(`what is ${where} fits a phone of 360 pixels too`, async ({ browser, system }) => {
    test.setTimeout(240_000);
    await walk(browser, system, { language: 'vi', width: 360, height: 740 }, fitsPhone);
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

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

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
