import type { System } from '@diemcau/infra/system';
import type { Browser } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import { enterAs, openPage } from './open-page.ts';
import type { View, Visit } from './places.ts';
import { preparedMeeting } from './prepared-meeting.ts';

const words = {
  vi: {
    overview: 'Tổng quan',
    invitations: 'Giấy mời',
    feeds: 'Lịch đăng ký',
    make: 'Tạo lịch',
    name: 'Tên gọi',
    ready: 'đã sẵn sàng',
    kept: 'Tôi đã lưu',
    over: 'Liên kết không còn hiệu lực',
    accept: 'Tham dự',
  },
  en: {
    overview: 'Overview',
    invitations: 'Invitations',
    feeds: 'Calendar subscriptions',
    make: 'Make a calendar',
    name: 'Name',
    ready: 'is ready',
    kept: 'I have kept it',
    over: 'This link does not work any more',
    accept: 'Accept',
  },
} as const;

/** Invitations, calendar subscriptions, and where a dead link of a mail leads. */
export async function visitInvitations(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  visit: Visit,
): Promise<void> {
  const { language } = view;
  const page = await openPage(browser, system, view);
  const t = words[language];
  await preparedMeeting(system);
  await page.goto('/reply#token=x');
  await page.getByRole('heading', { name: t.over }).waitFor();
  await visit('reply-over', page);
  await enterConsole(page, system, language);
  await page.getByRole('heading', { level: 1, name: t.overview, exact: true }).waitFor();
  await page.goto('/work/invitations');
  await page.getByRole('heading', { level: 1, name: t.invitations, exact: true }).waitFor();
  await visit('invitations', page);
  await page.goto('/work/feeds');
  await page.getByRole('heading', { level: 1, name: t.feeds, exact: true }).waitFor();
  await page.getByRole('button', { name: t.make }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t.name, { exact: true }).fill('Điện thoại');
  await visit('feed-make', page);
  await dialog.getByRole('button', { name: t.make }).click();
  await page.getByText(t.ready).waitFor();
  await visit('feed-made', page);
  await page.getByRole('button', { name: t.kept }).click();
  await page.getByRole('listitem').getByText('Điện thoại').first().waitFor();
  await visit('feeds', page);
  await page.context().close();

  const operator = await openPage(browser, system, view);
  await enterAs(operator, system, 'siteOperator', language, '/work/invitations');
  await operator.getByRole('button', { name: t.accept, exact: true }).first().waitFor();
  await visit('invitations-waiting', operator);
  await operator.context().close();
}
