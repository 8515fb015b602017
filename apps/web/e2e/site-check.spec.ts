import type { System } from '@diemcau/infra/system';
import { type Browser, expect, type Page } from '@playwright/test';
import { checkedMeeting } from './checked-meeting';
import { speaking } from './speaking';
import { test } from './with-system';

declare global {
  interface Window {
    /** What the page has opened of this browser’s devices. */
    opened?: MediaStreamTrack[];
  }
}

test.use({ actionTimeout: 15_000 });

type Spoil = 'nothing' | 'everything is silent and black';

/** The page a mail’s link opens, up to sound and picture; the browser’s devices are its own. */
async function atTheMirror(browser: Browser, system: System, spoil: Spoil = 'nothing'): Promise<Page> {
  const { link } = await checkedMeeting(system);
  const context = await browser.newContext({ baseURL: system.url, viewport: { width: 390, height: 844 } });
  await speaking(context);
  await context.addInitScript((silent) => {
    const { mediaDevices } = navigator;
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    const opened: MediaStreamTrack[] = [];
    window.opened = opened;
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await real(wanted);
      for (const track of stream.getTracks()) {
        opened.push(track);
        if (silent) track.enabled = false;
      }
      return stream;
    };
  }, spoil !== 'nothing');
  const page = await context.newPage();
  await page.goto(link);
  const begin = page
    .getByRole('button', { name: 'Bắt đầu kiểm tra' })
    .or(page.getByRole('button', { name: 'Kiểm tra lại' }));
  await begin.click();
  await expect(page.getByText('Chiều gửi', { exact: true })).toBeVisible({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  return page;
}

const measure = (page: Page) => page.getByRole('button', { name: 'Bắt đầu đo' }).click();

async function sendTheRest(page: Page): Promise<void> {
  await page.getByLabel('Tôi nghe rõ tiếng thử từ loa của phòng').check();
  await page.getByLabel('Tôi thấy hình rõ, đúng camera của phòng').check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  for (const item of await page.getByRole('group').filter({ hasText: 'Đạt' }).all()) {
    await item.getByText('Đạt', { exact: true }).click();
  }
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Gửi kết quả' }).click();
}

test('a site sees and hears itself as the media server returns it, and its result is what the server received (HB-8.2)', async ({
  browser,
  system,
}) => {
  const page = await atTheMirror(browser, system);
  await measure(page);
  const back = () =>
    page.evaluate(
      () =>
        document.querySelector<HTMLVideoElement>('video[aria-label="Hình của phòng do máy chủ trả về"]')
          ?.videoWidth ?? 0,
    );
  await expect.poll(back, { timeout: 20_000 }).toBeGreaterThan(0);
  await expect(page.getByText('Âm thanh: máy chủ nghe rõ')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('Hình ảnh: máy chủ nhận tốt')).toBeVisible();
  await sendTheRest(page);
  // How fast the line is depends on what else this machine does: yearly-plan.spec.ts has a site that passes altogether.
  await expect(page.getByText(/^Kết quả đã gửi lúc/)).toBeVisible();
  await expect(page.getByText('Âm thanh: máy chủ nghe rõ')).toBeVisible();
  await expect(page.getByText('Hình ảnh: máy chủ nhận tốt')).toBeVisible();
});

test('a muted microphone and a black picture are red, whatever is ticked, and it is said what to do', async ({
  browser,
  system,
}) => {
  const page = await atTheMirror(browser, system, 'everything is silent and black');
  await measure(page);
  await expect(page.getByText('Máy chủ không nghe thấy gì từ micro')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(/bỏ nút tắt tiếng/)).toBeVisible();
  await expect(page.getByText(/Hình đen, không thấy gì/)).toBeVisible();
  await sendTheRest(page);
  await expect(page.getByText('Chưa đạt', { exact: true })).toBeVisible();
});

test('a camera that stops while it is measured is red', async ({ browser, system }) => {
  const page = await atTheMirror(browser, system);
  await measure(page);
  await expect(page.getByText('Máy chủ nhận được hình')).toBeVisible({ timeout: 20_000 });
  await page.evaluate(() => {
    for (const track of window.opened ?? []) if (track.kind === 'video') track.stop();
  });
  await expect(page.getByText(/Hình bị đứng/).first()).toBeVisible({ timeout: 40_000 });
});

test('when the media server dies while it measures the site is told, and measures again', async ({
  browser,
  system,
}) => {
  const page = await atTheMirror(browser, system);
  await measure(page);
  await expect(page.getByText('Máy chủ nhận được hình')).toBeVisible({ timeout: 20_000 });
  await system.kill('media', 'SIGKILL');
  await expect(page.getByText(/Máy chủ đang đo vừa ngừng/)).toBeVisible({ timeout: 20_000 });
  await system.whenReady('media');
  await page.getByRole('button', { name: 'Đo lại' }).click();
  await expect(page.getByText('Hình ảnh: máy chủ nhận tốt')).toBeVisible({ timeout: 40_000 });
});
