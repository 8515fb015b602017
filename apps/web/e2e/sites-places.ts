import type { System } from '@diemcau/infra/system';
import type { Browser, Page } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import { openPage } from './open-page.ts';
import type { View, Visit } from './places.ts';
import { settled } from './settled.ts';

const words = {
  vi: {
    overview: 'Tổng quan',
    sites: 'Điểm cầu',
    make: 'Thêm điểm cầu',
    tabs: {
      overview: 'Tổng quan',
      readiness: 'Sẵn sàng',
      documents: 'Văn bản',
      operators: 'Cán bộ vận hành',
      seating: 'Sơ đồ chỗ ngồi',
      presets: 'Khung hình',
      rules: 'Nội quy',
      costs: 'Kinh phí',
      history: 'Quá trình',
    },
    answer: /^Cập nhật: /,
    readiness: 'Mức sẵn sàng',
    plans: 'Kế hoạch, phương án',
    costs: 'Kinh phí',
    checklist: 'Danh mục kiểm tra',
    rules: 'Nội quy phòng',
  },
  en: {
    overview: 'Overview',
    sites: 'Sites',
    make: 'Add a site',
    tabs: {
      overview: 'Overview',
      readiness: 'Readiness',
      documents: 'Documents',
      operators: 'Operators',
      seating: 'Seating plan',
      presets: 'Camera presets',
      rules: 'Room rules',
      costs: 'Costs',
      history: 'History',
    },
    answer: /^Update: /,
    readiness: 'Readiness',
    plans: 'Plans',
    costs: 'Costs',
    checklist: 'Checklist',
    rules: 'Room rules',
  },
} as const;
type Words = (typeof words)['vi' | 'en'];

/** Of the demo province: it lacks something, so that every state is seen. */
const siteName = 'Phòng họp Quan Hoá';

/** Sites with every part of one, readiness by unit, the checklist, room rules. */
export async function visitSites(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  seen: Visit,
): Promise<void> {
  const visit = settled(seen);
  const { language } = view;
  const page = await openPage(browser, system, view);
  const t = words[language];
  await enterConsole(page, system, language);
  await heading(page, t.overview);
  await page.goto('/work/sites');
  await page.getByRole('link', { name: siteName }).waitFor();
  await visit('sites', page);
  await page.getByRole('button', { name: t.make }).click();
  await page.getByRole('dialog').waitFor();
  await visit('site-make', page);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: siteName }).click();
  await oneSite(page, t, visit);
  await page.goto('/work/readiness');
  await page.getByRole('table').waitFor();
  await visit('readiness', page);
  for (const [name, tab] of [
    ['site-plans', t.plans],
    ['cost-sums', t.costs],
  ] as const) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.getByRole('table').waitFor();
    await visit(name, page);
  }
  await page.goto('/work/readiness/checklist');
  await heading(page, t.checklist);
  await page.getByRole('main').getByRole('checkbox').first().waitFor();
  await visit('checklist', page);
  await page.goto('/work/room-rules');
  await heading(page, t.rules);
  await page.getByRole('main').getByRole('table').getByRole('button').first().click();
  await page.getByRole('dialog').getByRole('table').waitFor();
  await visit('room-rules', page);
  await page.context().close();
}

async function oneSite(page: Page, t: Words, visit: Visit): Promise<void> {
  await heading(page, siteName);
  for (const [name, tab] of Object.entries(t.tabs)) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.getByRole('tabpanel').getByRole('heading').first().waitFor();
    await visit(`site-${name}`, page);
    if (name !== 'readiness') continue;
    await page.getByRole('button', { name: t.answer }).first().click();
    await page.getByRole('dialog').waitFor();
    await visit('site-answer', page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
}

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
