import { expect, type Page } from '@playwright/test';
import { visitAccount } from './account-places';
import { visitAdmin } from './admin-places';
import { visitChecks } from './checks-places';
import { visitConsole } from './console-places';
import { visitEquipment } from './equipment-places';
import { visitInvitations } from './invitation-places';
import { fitsAndIsAccessible, phone } from './looks';
import { visitMeetings } from './meetings-places';
import { visitPlanning } from './planning-places';
import { visitAll } from './places';
import { visitReminders } from './reminders-places';
import { visitReports } from './reports-places';
import { visitScoring } from './scoring-places';
import { visitSites } from './sites-places';
import { visitTrainings } from './trainings-places';
import { test } from './with-system';

/** Another room than the journey's: what is left here is not in its way. */
const slug = 'thu-thiet-bi';

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
  ['around events of training', visitTrainings],
] as const;

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
