import type { Doubt, Row } from '../row.js';
import { converted, isTelling, type Writing, writingsOf } from './font-text.js';

/** Rows looked at before the first one is given: most files are settled by a handful. */
const lookedAt = 200;
/** Among the columns, all of them. */
const wholeFile = -1;

/**
 * Converts cells in old fonts to Unicode. A file is seldom mixed, a column hardly ever: what a column's first rows are
 * written in decides where a cell alone could be read in two ways. A cell that its column's writing does not fit gets a
 * doubt.
 */
export async function* settleWriting(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  const votes = new Map<number, Map<Writing, number>>();
  let waiting: Row[] | null = [];
  for await (const row of rows) {
    if (!waiting) {
      yield settled(row, votes);
      continue;
    }
    waiting.push(row);
    vote(row, votes);
    if (waiting.length < lookedAt) continue;
    for (const held of waiting) yield settled(held, votes);
    waiting = null;
  }
  for (const held of waiting ?? []) yield settled(held, votes);
}

/** Only a cell that can be read in one way has a vote. */
function vote({ cells }: Row, votes: Map<number, Map<Writing, number>>): void {
  for (const [i, text] of cells.entries()) {
    if (text === '' || !/[\u0080-\u{10FFFF}]/u.test(text)) continue;
    const [writing, other] = isTelling(text) ? writingsOf(text) : (['unicode'] as const);
    if (writing === undefined || other !== undefined) continue;
    for (const key of [i, wholeFile]) {
      const column = votes.get(key) ?? new Map<Writing, number>();
      votes.set(key, column.set(writing, (column.get(writing) ?? 0) + 1));
    }
  }
}

/** Of the column, or of the file where the column does not say. */
function usual(votes: ReadonlyMap<number, ReadonlyMap<Writing, number>>, column: number): Writing {
  const counts = votes.get(column) ?? votes.get(wholeFile) ?? [];
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? 'unicode';
}

function settled(row: Row, votes: ReadonlyMap<number, ReadonlyMap<Writing, number>>): Row {
  if (!row.cells.some(isTelling)) return row;
  const doubts: Doubt[] = [...row.doubts];
  const cells = row.cells.map((text, i) => {
    if (!isTelling(text)) return text;
    const possible = writingsOf(text);
    const expected = usual(votes, i);
    if (possible.includes(expected)) return converted(text, expected);
    const [only, another] = possible;
    if (only !== undefined && another === undefined) return converted(text, only);
    // In Unicode columns it is a foreign name; in others nobody can say what it was meant to be.
    if (expected !== 'unicode') doubts.push({ column: i + 1, code: 'encoding' });
    return text;
  });
  return { ...row, cells, doubts };
}
