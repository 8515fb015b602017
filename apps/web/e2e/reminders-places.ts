import type { System } from '@diemcau/infra/system';
import type { Browser } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import { openPage } from './open-page.ts';
import type { View, Visit } from './places.ts';

const words = {
  vi: { overview: 'Tổng quan', reminders: 'Nhắc việc', add: 'Thêm lần nhắc trước giờ họp' },
  en: { overview: 'Overview', reminders: 'Reminders', add: 'Remind before the start' },
} as const;

/** The reminder policy, as it is and while it is being changed. */
export async function visitReminders(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  visit: Visit,
): Promise<void> {
  const { language } = view;
  const page = await openPage(browser, system, view);
  const t = words[language];
  await enterConsole(page, system, language);
  await page.getByRole('heading', { level: 1, name: t.overview, exact: true }).waitFor();
  await page.goto('/work/reminders');
  await page.getByRole('heading', { level: 1, name: t.reminders, exact: true }).waitFor();
  const add = page.getByRole('button', { name: t.add });
  await add.waitFor();
  await visit('reminders', page);
  await add.click();
  await visit('reminders-changed', page);
  await page.context().close();
}
