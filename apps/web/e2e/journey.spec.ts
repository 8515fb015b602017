import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { type Arriving, arrivingAt, flowingWithin } from './flowing';
import {
  askToEnter,
  controls,
  expectInside,
  nameField,
  pickUnit,
  signIn,
  testDevices,
  testLine,
} from './going-in';
import { test } from './with-system';

test.describe.configure({ lock: '-exclusive-' });

const address = '/r/thanh-hoa';
const nhuXuan = 'Trung tâm GDTX Như Xuân';
const muongLat = 'Trung tâm GDTX Mường Lát';

/** The limit of the issue: after the right is taken back, how long picture and sound may still move. */
const stopsWithinMs = 1000;
/** Nothing having moved for so long, it has stopped. */
const stillMs = 2000;

test('three sites hold a meeting: lobby, the floor given, the floor taken back (TM-1 … TM-2d)', async ({
  browser,
  system,
}) => {
  const open = async (): Promise<Page> => (await browser.newContext({ baseURL: system.url })).newPage();
  const [host, guest, watcher] = [await open(), await open(), await open()];

  const hostName = await test.step('a host signs in and enters with one button', async () => {
    const name = await signIn(host, system, 'chair');
    await host.getByRole('link', { name: 'Vào phòng Phòng họp Sở GD&ĐT Thanh Hoá' }).click();
    await host.getByRole('button', { name: 'Vào phòng', exact: true }).click();
    await expectInside(host);
    return name;
  });

  await test.step('a guest whose name is cut short is told so beside the field', async () => {
    await guest.goto(address);
    await nameField(guest).fill('NX');
    await guest.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(guest.getByText(/Xin ghi đầy đủ tên đơn vị hoặc họ tên/)).toBeVisible();
  });

  await test.step('two guests give the full name of their unit, test devices and line, and knock', async () => {
    await pickUnit(guest, 'nhu xuan', nhuXuan);
    await watcher.goto(address);
    await nameField(watcher).fill(muongLat);
    await watcher.getByRole('button', { name: 'Tiếp tục' }).click();
    for (const page of [guest, watcher]) {
      await testDevices(page);
      await testLine(page);
      await askToEnter(page);
    }
    await expect(guest.getByRole('region', { name: 'Liên hệ hỗ trợ' })).toBeVisible();
  });

  await test.step('the host sees the knocks at once, with the verdict on the line, and approves', async () => {
    await expect(host).toHaveTitle(/^\(2\) đang xin vào/);
    await host.getByRole('button', { name: 'Xem phòng chờ' }).click();
    await expect(host.getByText(/Đường truyền (đạt|yếu|không đạt) ·/)).toHaveCount(2);
    for (const name of [nhuXuan, muongLat]) {
      await host.getByRole('button', { name: `Duyệt: ${name}`, exact: true }).click();
    }
    for (const page of [guest, watcher]) await expectInside(page);
  });

  await test.step('they enter muted, as Participants', async () => {
    for (const page of [guest, watcher]) {
      await expect(page.getByText('Bạn đang dự họp, chưa có quyền phát biểu')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Micro: chưa có quyền phát biểu' })).toBeVisible();
    }
    expect(await streamsIn(host)).toEqual([]);
  });

  await test.step('whatever its page believes, a Participant cannot send: the SFU refuses and says so', async () => {
    expect(await produceAnyway(watcher)).toBe('streams.mayNotProduce');
    await expect.poll(() => logOf(system.process('media').logPath)).toContain('refused to produce');
  });

  await test.step('everybody sees and hears the host', async () => {
    await switchOn(host);
    await flowingWithin(
      [guest, watcher].map((page) => ({ page, senders: [hostName] })),
      15_000,
    );
  });

  await test.step('a guest raises a hand, is made Presenter, and is seen and heard by all', async () => {
    await guest.getByRole('button', { name: 'Giơ tay xin phát biểu' }).click();
    await expect(guest.getByText(/thứ 1 trong hàng đợi/)).toBeVisible();
    await host.getByRole('button', { name: `Mời phát biểu: ${nhuXuan}` }).click();
    await expect(guest.getByText('Bạn được mời phát biểu')).toBeVisible();
    await guest.getByRole('button', { name: 'Bật micro và camera' }).click();
    await flowingWithin(
      [
        { page: host, senders: [nhuXuan] },
        { page: watcher, senders: [hostName, nhuXuan] },
      ],
      15_000,
    );
    await expect(guest.getByText('Mọi người đang nghe thấy bạn')).toBeVisible();
  });

  await test.step('the right is taken back: picture and sound stop at the SFU within 1 s', async () => {
    const lastMoves = Promise.all([host, watcher].map((page) => lastMoveOf(page, nhuXuan)));
    const revokedAt = Date.now();
    await host.getByRole('button', { name: `Thu quyền: ${nhuXuan}` }).click();
    for (const at of await lastMoves) expect(at - revokedAt).toBeLessThan(stopsWithinMs);
    await expect(
      guest.getByText('Quyền phát biểu đã được thu lại. Micro và camera của bạn đã tắt.'),
    ).toBeVisible();
    expect(await ownTracks(guest)).toEqual([]);
    expect(await produceAnyway(guest)).toBe('streams.mayNotProduce');
  });

  await test.step('they talk in writing, and the host puts one out for good', async () => {
    await watcher.getByRole('button', { name: 'Trao đổi' }).click();
    await watcher.getByRole('textbox', { name: 'Viết cho mọi người…' }).fill('Mường Lát nghe rõ.');
    await watcher.keyboard.press('Enter');
    await host.getByRole('button', { name: /^Trao đổi/ }).click();
    await expect(host.getByText('Mường Lát nghe rõ.')).toBeVisible();
    await host.getByRole('button', { name: 'Thành viên' }).click();
    await host.getByRole('button', { name: `Thao tác với ${muongLat}` }).click();
    await host.getByRole('menuitem', { name: 'Mời ra khỏi phòng' }).click();
    await host.getByRole('button', { name: 'Mời ra', exact: true }).click();
    await expect(watcher.getByRole('heading', { name: 'Bạn đã được mời ra khỏi phòng này' })).toBeVisible();
  });

  await test.step('a reload leads back inside, still a Participant', async () => {
    await guest.reload();
    await expectInside(guest);
    await expect(guest.getByText('Bạn đang dự họp, chưa có quyền phát biểu')).toBeVisible();
  });
});

async function switchOn(page: Page): Promise<void> {
  await controls(page).getByRole('button', { name: 'Bật micro', exact: true }).click();
  await controls(page).getByRole('button', { name: 'Bật camera', exact: true }).click();
}

const streamsIn = (page: Page) => page.evaluate(() => window.diemcauRoom?.session.log.streams.get().streams);

const ownTracks = (page: Page) =>
  page.evaluate(() => Object.keys(window.diemcauRoom!.session.media.sending.own.get()));

const logOf = (path: string): string => readFileSync(path, 'utf8');

/** Sends a camera without asking the page; the code of the refusal, or `sent`. */
const produceAnyway = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    const [track] = stream.getTracks();
    return window.diemcauRoom!.session.media.sending.start('camera', track!).then(
      () => 'sent',
      (error: { code: string }) => error.code,
    );
  });

/**
 * Watches a sender whose right is being taken back, until picture and sound have been still.
 * @returns when either was last seen to move, in ms since the epoch
 */
async function lastMoveOf(page: Page, name: string): Promise<number> {
  let before = (await arrivingAt(page))[name];
  let [lastMove, rightGone] = [0, Infinity];
  while (Date.now() - Math.max(lastMove, rightGone) < stillMs) {
    const now = (await arrivingAt(page))[name];
    if (moved(before, now)) lastMove = Date.now();
    before = now;
    if (rightGone === Infinity && !(await mayProduce(page, name))) rightGone = Date.now();
  }
  return lastMove;
}

function moved(before: Arriving | undefined, now: Arriving | undefined): boolean {
  if (!before || !now) return false;
  return now.framesDecoded > before.framesDecoded || now.soundBytes > before.soundBytes;
}

const mayProduce = (page: Page, name: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const { peers } = window.diemcauRoom!.session.log.room.get();
    return Object.values(peers).some((peer) => peer.name === wanted && peer.role === 'presenter');
  }, name);
