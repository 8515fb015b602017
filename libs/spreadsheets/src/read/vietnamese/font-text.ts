import { hasOrdinaryCase, isSyllable } from './syllable.js';
import { fromTcvn3 } from './tcvn3.js';
import { fromVni } from './vni.js';

/** How the text of a cell is to be understood. */
export type Writing = 'unicode' | 'tcvn3' | 'vni';

const latin1 = /[\u00A1-\u00FF]/;
const beyondLatin1 = /[\u0100-\u{10FFFF}]/u;
const between = /[\s,.;:()/\\\-"'0-9_&+]+/;

const converters = { tcvn3: fromTcvn3, vni: fromVni } as const;

/** Words come again and again in a table of people. */
const judged = new Map<string, readonly Writing[]>();
const mostJudged = 20_000;

/** Cells that say something about their writing: those with characters that old fonts use for others. */
export const isTelling = (text: string): boolean => latin1.test(text) && !beyondLatin1.test(text);

/** In which writings the cell would be Vietnamese. Those not {@link isTelling} are Unicode. */
export function writingsOf(text: string): readonly Writing[] {
  const words = text.split(between).filter((word) => latin1.test(word));
  return words
    .map(writingsOfWord)
    .reduce((all, some) => all.filter((writing) => some.includes(writing)), [
      'unicode',
      'tcvn3',
      'vni',
    ] as readonly Writing[]);
}

function writingsOfWord(word: string): readonly Writing[] {
  const known = judged.get(word);
  if (known) return known;
  const found: Writing[] = [];
  if (hasOrdinaryCase(word) && isSyllable(word)) found.push('unicode');
  for (const writing of ['tcvn3', 'vni'] as const) {
    const converted = converters[writing](word);
    if (converted !== null && isSyllable(converted)) found.push(writing);
  }
  if (judged.size >= mostJudged) judged.clear();
  judged.set(word, found);
  return found;
}

export const converted = (text: string, writing: Writing): string =>
  writing === 'unicode' ? text : (converters[writing](text) ?? text);
