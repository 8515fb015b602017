import type { System } from '@diemcau/infra/system';
import type { Browser } from '@playwright/test';
import { furnish } from './furnish.ts';
import { enterAs, openPage } from './open-page.ts';
import type { View, Visit } from './places.ts';
import { settled } from './settled.ts';

const words = {
  vi: {
    send: 'Gửi liên kết',
    sent: 'Xin kiểm tra hộp thư',
    agree: 'Tôi đã đọc và đồng ý',
    add: 'Thêm ứng dụng xác thực',
  },
  en: {
    send: 'Send the link',
    sent: 'Please look into your mailbox',
    agree: 'I have read this and agree',
    add: 'Add an authenticator app',
  },
} as const;
/** Looks like a token, and is none. */
const oldToken = 'A'.repeat(43);

/** The pages around one's own account: what everybody sees, then what a teacher sees of their own. */
export async function visitAccount(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  seen: Visit,
): Promise<void> {
  const visit = settled(seen);
  const { language } = view;
  await furnish(system);
  const t = words[language];
  const page = await openPage(browser, system, view);
  const heading = page.getByRole('heading', { level: 1 });

  await page.goto('/reset');
  await page.getByRole('textbox').waitFor();
  await visit('reset', page);
  await page.getByRole('textbox').fill('khong-co-ai');
  await page.getByRole('button', { name: t.send }).click();
  await page.getByText(t.sent).waitFor();
  await visit('reset-sent', page);
  await page.goto(`/reset#token=${oldToken}`);
  await page.reload();
  await page.getByRole('main').getByRole('button').or(page.locator('a[href="/reset"]')).first().waitFor();
  await visit('reset-over', page);

  await page.goto('/email');
  await heading.waitFor();
  await visit('email-over', page);
  await page.goto(`/email#token=${oldToken}`);
  await page.reload();
  await heading.waitFor();
  await visit('email', page);

  await page.goto('/parent');
  await page.getByLabel(t.agree).waitFor();
  await visit('parent', page);

  await enterAs(page, system, 'teacher', language, '/account');
  await page.locator('#personal').getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
  await visit('account', page);
  await page.getByRole('button', { name: t.add }).click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  await visit('account-authenticator', page);
  await page.context().close();
}
