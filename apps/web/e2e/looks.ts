import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Visit } from './places';
import { stillness } from './settled';

type Language = 'vi' | 'en';

export const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** At a place as it is: axe finds nothing serious, and the page says which language it speaks. */
async function accessible(place: string, page: Page, language: Language): Promise<void> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // Half a megabyte of script: once for a page is enough.
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    // No page here has a frame of its own: what axe does for those, a blank page for every look, is left out; and so
    // is the detail about everything that is in order. Both together take three times as long.
    .setLegacyMode()
    .options({ runOnly: rules, resultTypes: ['violations'] })
    .analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const said = serious.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  expect.soft(said, `${place}: axe (${language})`).toEqual([]);
  expect.soft(await page.locator('html').getAttribute('lang'), `${place}: language`).toBe(language);
  expect.soft(page.frames(), `${place}: frames, which axe would have to be sent into`).toHaveLength(1);
}

/**
 * At a place as a phone shows it: it fits in either language. Then a desk's width, for axe in either language, and back
 * for who walks on.
 */
export const fitsAndIsAccessible: Visit = async (place, page) => {
  await fits(place, page, 'vi');
  await speak(page, 'en');
  await fits(place, page, 'en');
  await resize(page, desk);
  // Wherever the phone had scrolled to, a row would lie half below the head that stays.
  await page.evaluate(() => scrollTo(0, 0));
  await accessible(place, page, 'en');
  await speak(page, 'vi');
  await accessible(place, page, 'vi');
  await resize(page, phone);
};

async function fits(place: string, page: Page, language: Language): Promise<void> {
  const tooWide = await page.evaluate((width) => {
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width,
    );
    return ['the page', ...out.map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`)];
  }, phone.width);
  expect.soft(tooWide, `${place}: wider than a phone (${language})`).toEqual([]);
}

/** As if the language was chosen in another tab: what stands on the page stays there. */
async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((chosen) => {
    localStorage.setItem('diemcau.language', chosen);
    dispatchEvent(new StorageEvent('storage', { key: 'diemcau.language', newValue: chosen }));
  }, language);
  await page.waitForFunction((spoken) => document.documentElement.lang === spoken, language);
  await stillness(page);
}

async function resize(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction((width) => innerWidth === width, size.width);
  await stillness(page);
}
