import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSystem } from '@diemcau/infra/system';
import { chromium, type Page } from '@playwright/test';
import { visitAccount } from './account-places.ts';
import { visitAdmin } from './admin-places.ts';
import { browserLaunch } from './browser-launch.ts';
import { visitConsole } from './console-places.ts';
import { paintCamera } from './painted-camera.ts';
import { visitAll } from './places.ts';
import { receiversHere } from './webhook-receiver.ts';

/** `npm run pictures`: every place of the interface with the demo data, on a desk and on a phone, into docs/pictures. */
const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
/** Of the console and around the account only the pages that the guides show. */
const shown: ReadonlySet<string> = new Set([
  'admin-home',
  'admin-units-reform',
  'admin-unit-event',
  'admin-people',
  'admin-person',
  'admin-roles',
  'admin-import',
  'admin-import-ready',
  'admin-keys',
  'admin-webhook',
  'admin-audit',
  'admin-audit-entry',
  'admin-settings',
  'admin-mail',
  'admin-privacy',
  'admin-health',
  'account',
  'parent',
]);
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

mkdirSync(folder, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'diemcau-pictures-'));
const system = await startSystem({ dataDir, demo: true, durable: false, env: receiversHere });
const browser = await chromium.launch(browserLaunch);
try {
  for (const size of sizes) {
    await visitAll(
      browser,
      system,
      { language: 'vi', slug: 'thanh-hoa', ...size },
      (place, page) => take(page, `${place}-${size.width}`),
      paintCamera,
    );
    for (const walk of [visitAdmin, visitConsole, visitAccount]) {
      await walk(browser, system, { language: 'vi', ...size }, async (place, page) => {
        if (shown.has(place)) await take(page, `${place}-${size.width}`);
      });
    }
  }
} finally {
  await browser.close();
  await system.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function take(page: Page, name: string): Promise<void> {
  // Tips belong to the pointer, and whatever was moving has arrived.
  await page.mouse.move(2, 2);
  await page.waitForTimeout(500);
  await page.screenshot({
    path: join(folder, `${name}.png`),
    fullPage: !/^(room|admin-unit|admin-webhook|admin-audit|admin-mail)/.test(name),
  });
  process.stdout.write(`${name}.png\n`);
}
