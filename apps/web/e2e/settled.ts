import type { Visit } from './places.ts';

/** Looks only once what opened has arrived: half faded in, nothing has the contrast it will have. */
export const settled =
  (visit: Visit): Visit =>
  async (place, page) => {
    await page.waitForFunction(() =>
      document
        .getAnimations()
        .every(
          ({ effect, playState }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
        ),
    );
    await visit(place, page);
  };
