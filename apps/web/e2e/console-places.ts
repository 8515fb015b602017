import type { System } from '@diemcau/infra/system';
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { enterConsole } from './admin-places.ts';
import { furnish } from './furnish.ts';
import { openContext } from './open-page.ts';
import type { View, Visit } from './places.ts';
import { settled } from './settled.ts';

const words = {
  vi: {
    add: 'Thêm nơi đăng nhập',
    makeKey: 'Tạo khoá API',
    makeHook: 'Đăng ký webhook',
    chain: 'Chuỗi niêm phong',
  },
  en: {
    add: 'Add a provider',
    makeKey: 'Make an API key',
    makeHook: 'Subscribe a webhook',
    chain: 'Chain of seals',
  },
} as const;

/** Goes through the console's pages about import, machines, settings and the law, furnished, and stops at each. */
export async function visitConsole(
  browser: Browser,
  system: System,
  view: Omit<View, 'slug'>,
  seen: Visit,
): Promise<void> {
  const visit = settled(seen);
  const { language } = view;
  const { waitingImport, finishedImport, classId } = await furnish(system);
  const t = words[language];
  const context = await openContext(browser, system, view);
  const page = await context.newPage();
  await enterConsole(page, system, language);
  await page.waitForURL((url) => url.pathname === '/admin');
  // The client asks again for twelve seconds before it tells of trouble: elsewhere meanwhile.
  const unanswered = await unansweredKeys(context, visit);
  const main = page.getByRole('main');
  const open = async (path: string, seen: Locator): Promise<void> => {
    await page.goto(`/admin/${path}`);
    await seen.first().waitFor();
  };
  const rows = main.getByRole('row');
  const dialog = page.getByRole('dialog');
  const shut = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  };

  await open('import', main.getByRole('button', { name: /\.xlsx$/ }));
  await visit('admin-import', page);
  await open(`import/${waitingImport}`, rows.nth(1));
  await visit('admin-import-ready', page);
  await open(`import/${finishedImport}`, rows.nth(1));
  await visit('admin-import-done', page);
  await open(`classes/${classId}`, rows.nth(1));
  await visit('admin-class', page);

  await open('sessions', main.getByRole('combobox'));
  await visit('admin-sessions-nobody', page);
  await main.getByRole('combobox').fill('quản trị');
  await page.getByRole('option').first().click();
  await main.getByRole('listitem').first().waitFor();
  await visit('admin-sessions', page);

  await open('keys', rows.nth(1));
  await visit('admin-keys', page);
  await rows.nth(1).getByRole('button').first().click();
  await dialog.getByRole('definition').first().waitFor();
  await visit('admin-key', page);
  await shut();
  await main.getByRole('button', { name: t.makeKey }).click();
  await dialog.getByRole('textbox').first().waitFor();
  await visit('admin-key-new', page);

  await open('webhooks', rows.nth(1));
  await visit('admin-webhooks', page);
  await rows.nth(1).getByRole('button').first().click();
  await dialog.getByRole('table').waitFor();
  await visit('admin-webhook', page);
  await shut();
  await main.getByRole('button', { name: t.makeHook }).click();
  await dialog.getByRole('textbox').first().waitFor();
  await visit('admin-webhook-new', page);

  await open('audit', rows.nth(1));
  await visit('admin-audit', page);
  await rows.nth(1).getByRole('button').first().click();
  await dialog.getByRole('table').or(dialog.getByRole('definition').nth(5)).first().waitFor();
  await visit('admin-audit-entry', page);
  await shut();
  await main.getByRole('button', { name: t.chain }).click();
  await page.getByText('SHA').or(page.locator('code')).first().waitFor();
  await visit('admin-audit-chain', page);

  await open('settings', main.getByRole('radio'));
  await visit('admin-settings', page);
  await main.getByRole('button', { name: t.add }).click();
  await dialog.getByRole('textbox').first().waitFor();
  await visit('admin-settings-provider', page);

  await open('mails', rows.nth(1));
  await visit('admin-mails', page);
  const reset = rows.filter({ hasText: 'giao-vien@truong.example' }).filter({ hasText: 'đặt lại mật khẩu' });
  await reset.getByRole('button').first().click();
  await dialog.getByText('giao-vien', { exact: false }).nth(1).waitFor();
  await visit('admin-mail', page);

  await open('privacy', rows.nth(1));
  await visit('admin-privacy', page);
  await rows.nth(1).getByRole('button').first().click();
  await dialog.getByRole('definition').first().waitFor();
  await visit('admin-privacy-request', page);

  await open('health', main.getByRole('heading', { level: 2 }));
  await visit('admin-health', page);
  await page.goto('/admin/audit?q=khong-co-dong-nao-nhu-the');
  await main.getByRole('search').waitFor();
  await page.waitForLoadState('networkidle');
  await visit('admin-audit-nothing', page);
  await unanswered.bringToFront();
  await unanswered.getByRole('main').getByRole('alert').waitFor();
  await visit('admin-keys-trouble', unanswered);
  await context.close();
}

/** What a page shows while it waits; from then on the server does not answer it. */
async function unansweredKeys(context: BrowserContext, visit: Visit): Promise<Page> {
  const page = await context.newPage();
  let answer: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/v1/keys?*', async (route) => {
    await held;
    await route.abort();
  });
  await page.goto('/admin/keys');
  await page.getByRole('main').getByRole('search').waitFor();
  await visit('admin-keys-loading', page);
  answer?.();
  return page;
}
