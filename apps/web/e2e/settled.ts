import type { Page } from '@playwright/test';
import type { Visit } from './places.ts';

/** Looks only once what opened has arrived: half faded in, nothing has the contrast it will have. */
export const settled =
  (visit: Visit): Visit =>
  async (place, page) => {
    await stillness(page);
    await visit(place, page);
  };

/** Nothing moves any more; what moves for ever, as a camera's picture does, is not waited for. */
export async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ effect, playState }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
      ),
  );
}
