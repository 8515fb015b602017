import type { System } from '@diemcau/infra/system';
import type { Browser, Page } from '@playwright/test';
import { enterAs, openPage } from './open-page.ts';
import type { View, Visit } from './places.ts';

/** Headings of the console's pages, by which it is seen that one is there. */
const headings = {
  vi: {
    home: 'Tổng quan',
    units: 'Đơn vị',
    types: 'Loại đơn vị',
    people: 'Người dùng',
    roles: 'Vai trò',
    roster: 'Danh bạ cán bộ vận hành',
    classes: 'Lớp học',
    tree: 'Sở Giáo dục và Đào tạo Thanh Hoá',
    menu: 'Thay đổi: Phòng GD&ĐT huyện Bá Thước',
    move: 'Chuyển…',
    give: 'Cấp vai trò',
  },
  en: {
    home: 'Overview',
    units: 'Units',
    types: 'Types of units',
    people: 'Accounts',
    roles: 'Roles',
    roster: 'Roster of operators',
    classes: 'Classes',
    tree: 'Sở Giáo dục và Đào tạo Thanh Hoá',
    menu: 'Change: Phòng GD&ĐT huyện Bá Thước',
    move: 'Move…',
    give: 'Give a role',
  },
} as const;

/** Goes through the pages about units and people as a department's administrator, and stops at each. */
export async function visitAdmin(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  visit: Visit,
): Promise<void> {
  const { language } = view;
  const page = await openPage(browser, system, view);
  const t = headings[language];
  const at = async (name: keyof typeof t) =>
    page.getByRole('heading', { level: 1, name: t[name], exact: true }).waitFor();
  await enterConsole(page, system, language);
  await at('home');
  await page.getByRole('main').getByRole('listitem').first().waitFor();
  await visit('admin-home', page);
  await units(page, t, at, visit);
  await people(page, t, at, visit);
  for (const name of ['roles', 'roster', 'classes'] as const) {
    await page.goto(`/admin/${name}`);
    await at(name);
    await page.getByRole('main').getByRole('button').nth(2).waitFor();
    await visit(`admin-${name}`, page);
  }
  await page.context().close();
}

export async function enterConsole(page: Page, system: System, language: 'vi' | 'en'): Promise<void> {
  await enterAs(page, system, 'departmentAdmin', language, '/admin');
}

type Words = Record<keyof (typeof headings)['vi'], string>;
type At = (name: keyof Words) => Promise<void>;

async function units(page: Page, t: Words, at: At, visit: Visit): Promise<void> {
  await page.goto('/admin/units?on=2025-07-01');
  await at('units');
  await page.getByRole('link', { name: t.tree }).waitFor();
  await visit('admin-units-reform', page);
  await page.goto('/admin/units');
  await page.getByRole('button', { name: t.menu }).click();
  await page.getByRole('menuitem', { name: t.move }).click();
  await page.getByRole('dialog').getByRole('combobox').first().waitFor();
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  await visit('admin-unit-event', page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await visit('admin-units', page);
  await page.getByRole('link', { name: t.types }).click();
  await at('types');
  await page.getByRole('row').nth(1).waitFor();
  await visit('admin-unit-types', page);
  await page.goto('/admin/units');
  await page.getByRole('link', { name: t.tree }).click();
  await page.getByRole('heading', { level: 1, name: t.tree }).waitFor();
  await page.getByRole('table').waitFor();
  await visit('admin-unit', page);
}

async function people(page: Page, t: Words, at: At, visit: Visit): Promise<void> {
  await page.goto('/admin/people');
  await at('people');
  await page.getByRole('link', { name: 'Chủ toạ (mẫu)' }).waitFor();
  await visit('admin-people', page);
  await page.getByRole('link', { name: 'Chủ toạ (mẫu)' }).click();
  await page.getByRole('heading', { level: 1, name: 'Chủ toạ (mẫu)' }).waitFor();
  await page.getByRole('button', { name: t.give, exact: true }).waitFor();
  await visit('admin-person', page);
  await page.getByRole('button', { name: t.give, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await visit('admin-give-role', page);
}
