import type { System } from '@diemcau/infra/system';
import type { Browser } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import { busyWeeks } from './busy-weeks.ts';
import { inDays } from './days.ts';
import { openPage } from './open-page.ts';
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

/** In which the prepared meeting is. */
const month = inDays(8, 8).slice(0, 7);

const addresses = {
  today: '/work',
  calendar: `/work/calendar?month=${month}`,
  requests: '/work/requests',
  ask: '/work/requests/new',
  series: '/work/series',
  preparation: '/work/checklist',
  make: '/work/meetings/new',
} as const;

/** Today, the calendar, requests, series, preparation, a new meeting, the department's look, a meeting being prepared. */
export async function visitMeetings(
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
  await busyWeeks(system);
  for (const place of ['today', 'calendar', 'requests', 'ask', 'series', 'preparation', 'make'] as const) {
    await page.goto(addresses[place]);
    await page.getByRole('heading', { level: 1, name: t[place], exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    await visit(`work-${place}`, page);
  }
  const id = await preparedMeeting(system);
  await page.goto(`/work/calendar?level=department&month=${month}`);
  await page.getByRole('main').getByRole('link', { name: 'Giao ban công tác' }).first().waitFor();
  await visit('work-calendar-level', page);
  await page.goto('/work/department');
  await page.getByRole('main').getByRole('table').waitFor();
  await visit('department', page);
  await page.goto(`/work/meetings/${id}`);
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
  await page.context().close();
}
