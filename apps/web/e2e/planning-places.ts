import type { System } from '@diemcau/infra/system';
import type { Browser } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import { openPage } from './open-page.ts';
import type { View, Visit } from './places.ts';

const words = {
  vi: {
    overview: 'Tổng quan',
    plans: 'Kế hoạch họp',
    make: 'Lập kế hoạch',
    name: 'Tên kế hoạch',
    add: 'Thêm chuỗi họp',
    meeting: 'Tên cuộc họp',
    day: 'Đúng ngày',
    allSites: 'Thêm tất cả điểm cầu của đơn vị…',
    addAll: 'Thêm tất cả',
    undo: 'Bỏ các điểm cầu vừa thêm',
    makeSeries: 'Lập chuỗi họp',
    calendar: 'Lịch làm việc',
    tet: 'mùng 1 Tết Nguyên đán',
    addDay: 'Thêm ngày',
  },
  en: {
    overview: 'Overview',
    plans: 'Meeting plans',
    make: 'Make a plan',
    name: 'Title',
    add: 'Add a series',
    meeting: 'Title',
    day: 'On its day',
    allSites: 'Add all sites of a unit…',
    addAll: 'Add all',
    undo: 'Take out those just added',
    makeSeries: 'Make the series',
    calendar: 'Working calendar',
    tet: 'the first day of Tết',
    addDay: 'Add a day',
  },
} as const;

/** A plan, a series with the dates it comes to, and the working calendar. */
export async function visitPlanning(
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
  await page.goto('/work/plans');
  await page.getByRole('heading', { level: 1, name: t.plans, exact: true }).waitFor();
  await visit('plans', page);
  await page.getByRole('button', { name: t.make }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t.name, { exact: true }).fill('Kế hoạch họp trực tuyến năm 2027');
  await visit('plan-make', page);
  await dialog.getByRole('button', { name: t.make }).click();
  await page.getByRole('link', { name: t.add }).click();
  await page.getByLabel(t.meeting).waitFor();
  // Without the notice that the plan is made, which lies over the dates.
  await page.reload();
  await page.getByLabel(t.meeting).fill('Giao ban tháng');
  await page.getByText(t.day).first().waitFor();
  await visit('series-new', page);
  await page.getByRole('button', { name: t.allSites }).click();
  await visit('series-unit-sites', page);
  await page.getByRole('button', { name: t.addAll, exact: true }).click();
  await page.getByRole('button', { name: t.undo }).waitFor();
  await visit('series-sites', page);
  await page.getByRole('button', { name: t.makeSeries }).click();
  await page.getByRole('link', { name: 'Giao ban tháng' }).first().waitFor();
  await visit('plan', page);
  await page.getByRole('link', { name: 'Giao ban tháng' }).first().click();
  await page.getByText(t.day).first().waitFor();
  await visit('series', page);
  await page.goto('/work/working-calendar?year=2028');
  await page.getByRole('listitem').getByText(t.tet, { exact: false }).first().waitFor();
  await visit('working-calendar', page);
  await page.getByRole('button', { name: t.addDay }).click();
  await visit('working-calendar-day', page);
  await page.context().close();
}
