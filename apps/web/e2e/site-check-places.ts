import type { System } from '@diemcau/infra/system';
import type { Browser, Page } from '@playwright/test';
import { checkedMeeting } from './checked-meeting.ts';
import { enterAs, openContext, openPage } from './open-page.ts';
import { paintCamera } from './painted-camera.ts';
import type { View, Visit } from './places.ts';
import { settled } from './settled.ts';
import { speaking } from './speaking.ts';

const words = {
  vi: {
    begin: 'Bắt đầu kiểm tra',
    tryAgain: 'Kiểm tra lại',
    next: 'Tiếp tục',
    measure: 'Bắt đầu đo',
    again: 'Đo lại',
    seen: 'Tôi thấy hình rõ, đúng camera của phòng',
    heard: 'Tôi nghe rõ tiếng thử từ loa của phòng',
    fine: 'Đạt',
    send: 'Gửi kết quả',
    sent: /Kết quả đã gửi lúc/,
  },
  en: {
    begin: 'Begin the check',
    tryAgain: 'Check again',
    next: 'Continue',
    measure: 'Measure',
    again: 'Measure again',
    seen: 'I see a clear picture of the right camera',
    heard: 'I hear the tone clearly from the room’s loudspeaker',
    fine: 'Fine',
    send: 'Send the result',
    sent: /^Sent at/,
  },
} as const;
/** A measuring of line, or of sound and picture, on a machine that does much else. */
const measured = { timeout: 60_000 };

/** A site's connection check by the link of its mail, step by step, then the board of the meeting. */
export async function visitSiteCheck(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  seen: Visit,
): Promise<void> {
  const visit = settled(seen);
  const t = words[view.language];
  const { link, occurrenceId } = await checkedMeeting(system);
  const context = await openContext(browser, system, view, { permissions: ['camera', 'microphone'] });
  await paintCamera(context, 1);
  await speaking(context);
  const page = await context.newPage();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.goto(link);
  await button(t.begin).or(button(t.tryAgain)).waitFor();
  await visit('check-begin', page);
  await button(t.begin).or(button(t.tryAgain)).click();
  await button(t.again).waitFor(measured);
  await visit('check-line', page);
  await button(t.next).click();
  await soundAndPicture(page, t, visit);
  await page.getByLabel(t.seen).check();
  await page.getByLabel(t.heard).check();
  await button(t.next).click();
  const lines = page.getByRole('group').filter({ hasText: t.fine });
  await lines.first().waitFor();
  for (const line of await lines.all()) await line.getByText(t.fine, { exact: true }).click();
  await visit('check-items', page);
  await button(t.next).click();
  await button(t.send).waitFor();
  await visit('check-send', page);
  await button(t.send).click();
  await page.getByText(t.sent).waitFor();
  await visit('check-sent', page);
  await context.close();

  const officer = await openPage(browser, system, view);
  await enterAs(officer, system, 'departmentAdmin', view.language, `/work/checks/${occurrenceId}`);
  await officer.getByRole('main').getByRole('table').getByRole('row').nth(2).waitFor();
  await visit('check-board', officer);
  await officer.context().close();
}

/** While it is measured, and what the server says of it. */
async function soundAndPicture(
  page: Page,
  t: { readonly measure: string; readonly again: string },
  visit: Visit,
): Promise<void> {
  await page.getByRole('button', { name: t.measure, exact: true }).click();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('video')].some((one) => one.videoWidth > 0 && one.currentTime > 1),
  );
  await visit('check-measuring', page);
  await page.getByRole('button', { name: t.again, exact: true }).waitFor(measured);
  await visit('check-sound', page);
}
