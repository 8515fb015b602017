import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { System } from '@diemcau/infra/system';

/** Names of demo units, as guests type them. */
const guests = ['Trung tâm GDTX Như Xuân', 'Trung tâm GDTX Mường Lát'] as const;
/** Small windows: three browsers that draw and encode without a graphics card share two cores with the whole system. */
const camera = {
  permissions: ['camera', 'microphone'],
  locale: 'vi-VN',
  viewport: { width: 640, height: 480 },
};

/** One browser in the meeting. */
export interface Attendee {
  readonly name: string;
  readonly page: Page;
}

/** Three browsers in one room: a host and a guest who send picture and sound, and a guest who watches. */
export interface LiveMeeting {
  readonly host: Attendee;
  readonly presenter: Attendee;
  readonly watcher: Attendee;
  readonly everybody: readonly Attendee[];
  /** The host as the others see it. */
  readonly hostName: string;
  close(): Promise<void>;
}

export async function startMeeting(browser: Browser, system: System, slug: string): Promise<LiveMeeting> {
  const contexts: BrowserContext[] = [];
  const open = async (name: string): Promise<Attendee> => {
    const context = await browser.newContext(camera);
    contexts.push(context);
    return { name, page: await context.newPage() };
  };
  const host = await open('host');
  await signIn(host.page, system);
  await enterAsMember(host.page, `${system.url}/r/${slug}`);
  const [presenter, watcher] = [await open(guests[0]), await open(guests[1])];
  for (const guest of [presenter, watcher]) {
    await knock(guest, `${system.url}/r/${slug}`);
    await host.page
      .getByRole('button', { name: /^Duyệt/ })
      .first()
      .click();
    await inRoom(guest.page);
  }
  await grant(host.page, presenter.name);
  await expect.poll(() => roleOf(presenter.page), { timeout: 10_000 }).toBe('presenter');
  for (const { page } of [host, presenter]) {
    await page.getByRole('button', { name: 'Bật micro', exact: true }).click();
    await page.getByRole('button', { name: 'Bật camera', exact: true }).click();
  }
  return {
    host,
    presenter,
    watcher,
    everybody: [host, presenter, watcher],
    hostName: await ownName(host.page),
    close: async () => {
      for (const context of contexts) await context.close();
    },
  };
}

async function signIn(page: Page, system: System): Promise<void> {
  const chair = system.demo?.accounts.find(({ role }) => role === 'chair');
  if (!chair) throw new Error('the demo province has no chair');
  await page.goto(`${system.url}/sign-in`);
  await page.getByLabel('Tên đăng nhập').fill(chair.userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(chair.password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).last().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

async function enterAsMember(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Vào phòng', exact: true }).click();
  await inRoom(page);
}

/** Comes as far as the lobby, without the tests that the journey shows. */
export async function knock({ name, page }: Attendee, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('textbox').or(page.getByRole('combobox')).first().fill(name);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Vào mà không thử' }).click();
}

async function inRoom(page: Page): Promise<void> {
  await page.waitForFunction(() => window.diemcauRoom?.session.connection.get().state === 'connected', null, {
    timeout: 20_000,
  });
}

async function grant(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => {
    const { session } = window.diemcauRoom!;
    const peer = Object.values(session.log.room.get().peers).find((one) => one.name === wanted);
    return session.commands.setRole(peer?.id ?? '', 'presenter');
  }, name);
}

export const roleOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const { session } = window.diemcauRoom!;
    return session.log.room.get().peers[session.peerId.get() ?? '']?.role;
  });

const ownName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { session } = window.diemcauRoom!;
    return session.log.room.get().peers[session.peerId.get() ?? '']?.name ?? '';
  });
