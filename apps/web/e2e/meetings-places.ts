import type { System } from '@diemcau/infra/system';
import type { Browser } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import type { View, Visit } from './places.ts';

const words = {
  vi: {
    overview: 'Tổng quan',
    today: 'Hôm nay',
    calendar: 'Lịch họp',
    requests: 'Đề nghị họp',
    preparation: 'Việc chuẩn bị',
    make: 'Phiên họp mới',
  },
  en: {
    overview: 'Overview',
    today: 'Today',
    calendar: 'Calendar',
    requests: 'Requests',
    preparation: 'Preparation',
    make: 'New meeting',
  },
} as const;

const addresses = {
  today: '/work',
  calendar: '/work/calendar',
  requests: '/work/requests',
  preparation: '/work/checklist',
  make: '/work/meetings/new',
} as const;

/** Today, the calendar, requests, preparation, a new meeting. */
export async function visitMeetings(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  visit: Visit,
): Promise<void> {
  const { width, height, language } = view;
  const context = await browser.newContext({ baseURL: system.url, viewport: { width, height } });
  await context.addInitScript((chosen) => localStorage.setItem('diemcau.language', chosen), language);
  const page = await context.newPage();
  const t = words[language];
  await enterConsole(page, system, language);
  await page.getByRole('heading', { level: 1, name: t.overview, exact: true }).waitFor();
  for (const place of ['today', 'calendar', 'requests', 'preparation', 'make'] as const) {
    await page.goto(addresses[place]);
    await page.getByRole('heading', { level: 1, name: t[place], exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    await visit(`work-${place}`, page);
  }
  await context.close();
}
