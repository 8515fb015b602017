/** The server sends a viewer nine cameras at once: more tiles on a page would stay empty. */
const mostPerPage = 9;
const leastTilePx = 130;
const gapPx = 8;

/** A phone held upright; the style sheet says the same. */
export const portraitQuery = '(max-aspect-ratio: 3/4)';

const bounded = (count: number): number => Math.min(mostPerPage, Math.max(2, count));

/** How many tiles stand side by side. */
export const fitsRow = (width: number): number => bounded(Math.floor(width / (leastTilePx + gapPx)));

/** How many tiles stand two by two in the height there is. */
export function fitsPortrait(width: number, height: number): number {
  const tileHeight = ((width - gapPx) / 2) * (9 / 16);
  return bounded(2 * Math.floor((height + gapPx) / (tileHeight + gapPx)));
}
