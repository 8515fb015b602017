import type { System } from '@diemcau/infra/system';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { openContext } from './open-page.ts';
import { texts, type Words } from './words.ts';

/** How a browser looks at the pages. */
export interface View {
  readonly language: 'vi' | 'en';
  readonly width: number;
  readonly height: number;
  /** The room that is entered. */
  readonly slug: string;
}

/** One place of the interface, with the page standing in it. */
export type Visit = (place: string, page: Page) => Promise<void>;

const guest = 'Trung tâm GDTX Như Xuân';
const other = 'Trường THPT Thọ Xuân';

/**
 * Goes through every place as people do, a host and guests at once, and stops at each.
 * @param prepare called for each browser before its first page
 */
export async function visitAll(
  browser: Browser,
  system: System,
  view: View,
  visit: Visit,
  prepare: (context: BrowserContext, index: number) => Promise<void> = async () => undefined,
): Promise<void> {
  const t = texts[view.language];
  const { slug } = view;
  const open = async (index: number): Promise<Page> => {
    const made = await openContext(browser, system, view, { permissions: ['camera', 'microphone'] });
    await prepare(made, index);
    return made.newPage();
  };
  const [host, one, two] = [await open(0), await open(1), await open(2)];
  await publicPlaces(one, t, visit);
  await hostGoesIn(host, system, slug, t, visit);
  await guestGoesIn(one, `/r/${slug}`, t, visit);
  await guestKnocks(two, `/r/${slug}`, t);
  await insideTheRoom(host, one, t, visit);
  for (const page of [host, one, two]) await page.context().close();
}

async function publicPlaces(page: Page, t: Words, visit: Visit): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: t.enter }).waitFor();
  await visit('home', page);
  await page.goto('/khong/co');
  await page.getByRole('heading', { name: t.notFound }).waitFor();
  await visit('not-found', page);
  await page.goto('/r/khong-co');
  await page.getByRole('heading', { name: t.noRoom }).waitFor();
  await visit('no-room', page);
}

async function hostGoesIn(page: Page, system: System, slug: string, t: Words, visit: Visit): Promise<void> {
  const account = system.demo?.accounts.find(({ role }) => role === 'chair');
  if (!account) throw new Error('the demo province has no chair');
  await page.goto('/sign-in');
  await page.getByLabel(t.userName).fill(account.userName);
  await page.getByLabel(t.password, { exact: true }).fill(account.password);
  await visit('sign-in', page);
  await page.getByRole('button', { name: t.signIn }).click();
  await page.getByRole('heading', { name: t.myRooms }).waitFor();
  await page.locator(`a[href="/r/${slug}"]`).waitFor();
  await visit('my-rooms', page);
  await page.locator(`a[href="/r/${slug}"]`).click();
  await page.getByRole('button', { name: t.toRoom, exact: true }).waitFor();
  await visit('entry-member', page);
  await page.getByRole('button', { name: t.toRoom, exact: true }).click();
  await page.getByRole('button', { name: t.leave }).waitFor();
}

async function guestGoesIn(page: Page, address: string, t: Words, visit: Visit): Promise<void> {
  await page.goto(address);
  await page.getByRole('combobox').fill('xuân');
  await page.getByRole('option').first().waitFor();
  await visit('entry-name', page);
  await page.getByRole('combobox').fill('NX');
  await page.getByRole('button', { name: t.go }).click();
  await visit('entry-name-refused', page);
  await page.getByRole('combobox').fill(guest);
  await page.getByRole('button', { name: t.go }).click();
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await visit('entry-devices', page);
  await page.getByRole('button', { name: t.go }).click();
  await page.getByText(t.required).waitFor({ timeout: 30_000 });
  await visit('entry-line', page);
  await page.getByRole('button', { name: t.ask }).click();
  await page.getByRole('heading', { name: t.waiting }).waitFor();
  await visit('lobby', page);
}

async function guestKnocks(page: Page, address: string, t: Words): Promise<void> {
  await page.goto(address);
  await page.getByRole('combobox').fill(other);
  await page.getByRole('button', { name: t.go }).click();
  await page.getByRole('button', { name: t.skip }).click();
  await page.getByRole('heading', { name: t.waiting }).waitFor();
}

async function insideTheRoom(host: Page, guestPage: Page, t: Words, visit: Visit): Promise<void> {
  await host.getByRole('button', { name: t.openLobby }).click();
  await host.getByRole('button', { name: `${t.admit} ${guest}` }).waitFor();
  await visit('room-host-lobby', host);
  await host.getByRole('button', { name: `${t.admit} ${guest}` }).click();
  await guestPage.getByRole('button', { name: t.leave }).waitFor();
  await host.getByRole('button', { name: t.microphoneOn, exact: true }).click();
  await host.getByRole('button', { name: t.cameraOn, exact: true }).click();
  await guestPage.getByRole('button', { name: t.raiseHand }).click();
  await guestPage.waitForFunction(() =>
    [...document.querySelectorAll('video')].some((one) => one.videoWidth > 0),
  );
  await visit('room-guest', guestPage);
  await host.getByRole('button', { name: new RegExp(`^${t.invite}.*${guest}`) }).click();
  await guestPage.getByText(t.granted).waitFor();
  await visit('room-granted', guestPage);
  await guestPage.getByRole('button', { name: t.openBoth }).click();
  await host.waitForFunction(
    () => [...document.querySelectorAll('video')].filter((one) => one.videoWidth > 0).length > 1,
  );
  await visit('room-host', host);
  await guestPage.getByRole('button', { name: t.chat }).click();
  await guestPage.getByRole('textbox', { name: t.write }).fill('Điểm cầu Như Xuân nghe rõ, hình ảnh tốt.');
  await guestPage.keyboard.press('Enter');
  await guestPage.getByText('hình ảnh tốt.', { exact: false }).first().waitFor();
  await visit('room-chat', guestPage);
  await host.getByRole('button', { name: t.settings }).click();
  await host.getByRole('heading', { name: t.details }).waitFor();
  // Rates are there from the second look on.
  await host
    .getByRole('cell', { name: /[1-9]\d* kbit/ })
    .first()
    .waitFor();
  await visit('room-settings', host);
}
