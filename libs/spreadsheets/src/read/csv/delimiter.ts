const candidates = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof candidates)[number];

/** Lines looked at. */
const lines = 30;

/** What Excel writes on top of some files: `sep=;` */
const told = /^sep=(.)\r?\n/i;

/** The delimiter that most lines agree on; a comma when none occurs. */
export function delimiterOf(text: string): { delimiter: Delimiter; skip: number } {
  const mark = told.exec(text);
  const named = candidates.find((candidate) => candidate === mark?.[1]);
  if (mark && named) return { delimiter: named, skip: mark[0].length };
  const counted = countsOf(text);
  const [best] = candidates
    .map((delimiter) => ({
      delimiter,
      agreement: agreement(counted.map((counts) => counts.get(delimiter) ?? 0)),
    }))
    .sort((a, b) => b.agreement - a.agreement);
  return { delimiter: best && best.agreement > 0 ? best.delimiter : ',', skip: 0 };
}

/** How often each candidate stands outside quotes, line by line. */
function countsOf(text: string): Map<string, number>[] {
  const counted: Map<string, number>[] = [];
  let counts = new Map<string, number>();
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (character === '\n' && !quoted) {
      counted.push(counts);
      if (counted.length === lines) return counted;
      counts = new Map();
    } else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counted, counts];
}

/** Lines that have the usual number of delimiters, weighed by it; titles above a table have none. */
function agreement(counts: readonly number[]): number {
  const some = counts.filter((count) => count > 0);
  const usual = some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0;
  return some.filter((count) => count === usual).length * usual;
}
