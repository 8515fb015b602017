export interface Pasted {
  readonly name: string;
  readonly unitName: string | null;
}

const nameMax = 200;
/** `1.`, `2)`: numbers of a list that was copied along. */
const numbering = /^\s*\d{1,4}\s*[.)]\s+/;
const onlyNumber = /^\d{1,4}$/;

/**
 * People from text that was copied from a sheet (columns by tab) or typed (columns by semicolon): name, then unit. A first
 * column of numbers is left out. A comma divides nothing: names and units have them.
 */
export function pastedPeople(text: string): Pasted[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const cells = line
      .replace(numbering, '')
      .split(/[\t;]/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
    const [name, unitName] = onlyNumber.test(cells[0] ?? '') ? cells.slice(1) : cells;
    if (name === undefined) return [];
    return [{ name: name.slice(0, nameMax), unitName: unitName?.slice(0, nameMax) ?? null }];
  });
}

/** Marks and capitals tell nobody apart: lists are typed by many hands. */
const keyOf = ({ name, unitName }: Pasted): string =>
  `${name} ; ${unitName ?? ''}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ');

/** Those who are not in the list yet, each once. */
export function newOnes(people: readonly Pasted[], there: readonly Pasted[]): Pasted[] {
  const known = new Set(there.map(keyOf));
  return people.filter((one) => {
    const key = keyOf(one);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
