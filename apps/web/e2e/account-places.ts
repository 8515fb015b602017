import type { System } from '@diemcau/infra/system';
import type { Browser, Page } from '@playwright/test';
import { furnish } from './furnish.ts';
import type { View, Visit } from './places.ts';
import { settled } from './settled.ts';
import { accountOf } from './signed-in-rest.ts';
import { texts } from './words.ts';

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
  const { width, height, language } = view;
  await furnish(system);
  const t = { ...texts[language], ...words[language] };
  const context = await browser.newContext({ baseURL: system.url, viewport: { width, height } });
  await context.addInitScript((chosen) => localStorage.setItem('diemcau.language', chosen), language);
  const page = await context.newPage();
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

  await signInAs(page, system, 'teacher', t);
  await page.locator('#personal').getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
  await visit('account', page);
  await page.getByRole('button', { name: t.add }).click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  await visit('account-authenticator', page);
  await context.close();
}

async function signInAs(
  page: Page,
  system: System,
  role: string,
  t: { readonly userName: string; readonly password: string; readonly signIn: string },
): Promise<void> {
  const { userName, password } = accountOf(system, role);
  await page.goto('/sign-in?to=/account');
  await page.getByLabel(t.userName).fill(userName);
  await page.getByLabel(t.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: t.signIn, exact: true }).click();
}
