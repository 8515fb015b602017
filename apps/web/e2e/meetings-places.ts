import type { System } from '@diemcau/infra/system';
import type { Browser } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import type { View, Visit } from './places.ts';
import { preparedMeeting } from './prepared-meeting.ts';
import { settled } from './settled.ts';

const words = {
  vi: {
    overview: 'Tổng quan',
    today: 'Hôm nay',
    calendar: 'Lịch họp',
    requests: 'Đề nghị họp',
    ask: 'Đề nghị họp',
    series: 'Chuỗi họp',
    preparation: 'Việc chuẩn bị',
    make: 'Phiên họp mới',
    reminders: 'Thư nhắc',
    letter: 'Sửa công văn',
    point: 'Thêm mục',
    task: 'Thêm việc',
  },
  en: {
    overview: 'Overview',
    today: 'Today',
    calendar: 'Calendar',
    requests: 'Requests',
    ask: 'Ask for a meeting',
    series: 'Series',
    preparation: 'Preparation',
    make: 'New meeting',
    reminders: 'Reminders',
    letter: 'Change the letter',
    point: 'Add a point',
    task: 'Add an item',
  },
} as const;

const addresses = {
  today: '/work',
  calendar: '/work/calendar',
  requests: '/work/requests',
  ask: '/work/requests/new',
  series: '/work/series',
  preparation: '/work/checklist',
  make: '/work/meetings/new',
} as const;

/** Today, the calendar, requests, series, preparation, a new meeting, one that is being prepared. */
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
  for (const place of ['today', 'calendar', 'requests', 'ask', 'series', 'preparation', 'make'] as const) {
    await page.goto(addresses[place]);
    await page.getByRole('heading', { level: 1, name: t[place], exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    await visit(`work-${place}`, page);
  }
  await page.goto(`/work/meetings/${await preparedMeeting(system)}`);
  await page.getByRole('region', { name: t.reminders }).getByRole('listitem').first().waitFor();
  await page.waitForLoadState('networkidle');
  await visit('work-meeting', page);
  for (const dialog of ['letter', 'point', 'task'] as const) {
    await page.getByRole('button', { name: t[dialog] }).click();
    await page.getByRole('dialog', { name: t[dialog] }).waitFor();
    await settled(visit)(`work-meeting-${dialog}`, page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await context.close();
}
