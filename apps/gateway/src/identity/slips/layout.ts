/** A4 in points (1/72 inch). */
const page = { width: 595.28, height: 841.89, margin: 28 };
/** What stands above the slips on every page. */
const headHeight = 66;

/** A class of the largest size that is allowed (45, circular 32/2020/TT-BGDĐT) fits on one sheet. */
export const grid = { columns: 3, rows: 15 };
export const perSheet = grid.columns * grid.rows;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const head: Box = {
  x: page.margin,
  y: page.margin,
  width: page.width - 2 * page.margin,
  height: headHeight,
};

const slip = {
  width: head.width / grid.columns,
  height: (page.height - 2 * page.margin - headHeight) / grid.rows,
};

/** Where the n-th slip of a sheet lies, from 0, row by row. */
export const slipBox = (n: number): Box => ({
  x: page.margin + (n % grid.columns) * slip.width,
  y: page.margin + headHeight + Math.floor(n / grid.columns) * slip.height,
  width: slip.width,
  height: slip.height,
});
