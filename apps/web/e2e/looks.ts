import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Visit } from './places';
import { stillness } from './settled';

export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** At a place as it is: axe finds nothing serious, and the page says which language it speaks. */
export const axe =
  (language: 'vi' | 'en'): Visit =>
  async (place, page) => {
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
    expect.soft(said, `${place}: axe`).toEqual([]);
    expect.soft(await page.locator('html').getAttribute('lang'), `${place}: language`).toBe(language);
    expect.soft(page.frames(), `${place}: frames, which axe would have to be sent into`).toHaveLength(1);
  };

/** At a place as a phone shows it: it fits. Then a desk's width, for axe, and back for who walks on. */
export const fitsPhoneThenAxe: Visit = async (place, page) => {
  expect.soft(await widthOf(page), `${place}: width on a phone`).toBeLessThanOrEqual(phone.width);
  await resize(page, desk);
  await axe('vi')(place, page);
  await resize(page, phone);
};

async function resize(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction((width) => innerWidth === width, size.width);
  await stillness(page);
}

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
