import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Language, languages, picturesDir, shownIn } from '@diemcau/infra/guides';
import { startSystem } from '@diemcau/infra/system';
import { chromium, type Page } from '@playwright/test';
import { browserLaunch } from './browser-launch.ts';
import { paintCamera } from './painted-camera.ts';
import { visitAll } from './places.ts';
import { stillness } from './settled.ts';
import { signedInWalks, type Walk } from './walks.ts';
import { receiversHere } from './webhook-receiver.ts';

/**
 * `npm run pictures`: the pictures that the guides show, with the demo data, into docs/pictures; others there are removed.
 * `npm run pictures -- --all [word]…`: every place in its whole length into a folder outside, to be looked at; with words,
 * only of the walks that are called so, such as `sites` or `room`.
 */
const [all, ...words] = process.argv.slice(2);
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const inTheRoom: Walk = (browser, system, view, visit) =>
  visitAll(browser, system, { ...view, slug: 'thanh-hoa' }, visit, paintCamera);
const walks = ([['in the room', inTheRoom], ...signedInWalks] as const).filter(
  ([where]) => words.length === 0 || words.some((word) => where.includes(word)),
);

if (all === undefined) await takeShown();
else if (all === '--all') await takeAll();
else throw new Error(`npm run pictures knows --all, and no ${all}`);

async function takeAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'diemcau-places-'));
  process.stdout.write(`${folder}\n`);
  for (const language of languages) {
    mkdirSync(join(folder, language));
    for (const size of sizes) {
      await walk(language, size, async (place, page) => {
        await keep(page, join(folder, language, `${place}-${size.width}.png`), !place.startsWith('room'));
        return true;
      });
    }
  }
}

async function takeShown(): Promise<void> {
  for (const language of languages) {
    mkdirSync(join(picturesDir, language), { recursive: true });
    const missing = new Set(shownIn(language).map(({ file }) => file));
    for (const size of sizes) {
      const wanting = () => [...missing].some((file) => file.endsWith(`-${size.width}.png`));
      if (!wanting()) continue;
      await walk(language, size, async (place, page) => {
        const file = join(language, `${place}-${size.width}.png`);
        if (missing.delete(file)) await keep(page, join(picturesDir, file), false);
        return wanting();
      });
    }
    if (missing.size > 0) throw new Error(`no place is called so: ${[...missing].join(', ')}`);
  }
  const shown = new Set(languages.flatMap(shownIn).map(({ file }) => file));
  for (const file of readdirSync(picturesDir, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.png') && !shown.has(file)) rmSync(join(picturesDir, file));
  }
}

/** Through a province of its own, as nobody has left it yet. @param visit says whether more is wanted */
async function walk(
  language: Language,
  size: (typeof sizes)[number],
  visit: (place: string, page: Page) => Promise<boolean>,
): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'diemcau-pictures-'));
  const system = await startSystem({ dataDir, demo: true, durable: false, env: receiversHere });
  const browser = await chromium.launch({
    ...browserLaunch,
    // Its own fields for days and times speak the language that the browser is started in.
    env: { ...process.env, LANGUAGE: language === 'vi' ? 'vi' : 'en_GB' },
  });
  try {
    let more = true;
    for (const [, go] of walks) {
      if (!more) break;
      await go(browser, system, { language, ...size }, async (place, page) => {
        more = await visit(place, page);
      });
    }
  } finally {
    await browser.close();
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function keep(page: Page, path: string, fullPage: boolean): Promise<void> {
  // Tips belong to the pointer, and whatever was moving has arrived.
  await page.mouse.move(2, 2);
  await page.waitForTimeout(500);
  await stillness(page);
  // Where the head stays, it would stand in the middle of a long page.
  if (fullPage) await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path, fullPage });
  process.stdout.write(`${path}\n`);
}
