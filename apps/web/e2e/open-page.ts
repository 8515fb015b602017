import type { System } from '@diemcau/infra/system';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { View } from './places.ts';
import { accountOf } from './signed-in-rest.ts';
import { texts } from './words.ts';

type Look = Omit<View, 'slug'>;

/** A browser of its own, as wide as asked and in the language asked. */
export async function openContext(
  browser: Browser,
  system: System,
  { language, width, height }: Look,
  more: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: system.url,
    viewport: { width, height },
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    ...more,
  });
  await context.addInitScript((chosen) => localStorage.setItem('diemcau.language', chosen), language);
  return context;
}

export async function openPage(browser: Browser, system: System, view: Look): Promise<Page> {
  return (await openContext(browser, system, view)).newPage();
}

/** Signs in as one of the demo province's people, on the way to a page. */
export async function enterAs(
  page: Page,
  system: System,
  role: string,
  language: View['language'],
  to: string,
): Promise<void> {
  const t = texts[language];
  const { userName, password } = accountOf(system, role);
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByLabel(t.userName).fill(userName);
  await page.getByLabel(t.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: t.signIn, exact: true }).last().click();
}
