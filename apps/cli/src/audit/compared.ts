/** What identifies an exported entry, and all of it that must never change. */
export interface Mark {
  readonly id: string;
  readonly at: string;
  readonly content: string;
}

/** Names are told as they are now, and the chain takes an entry up only a moment later; the rest stands for ever. */
const mayChange: ReadonlySet<string> = new Set(['actorName', 'unitName', 'objectName', 'position', 'hash']);

/** @param line of an export. @throws SyntaxError when it is none */
export function markOf(line: string): Mark {
  const entry = JSON.parse(line) as Record<string, unknown>;
  const { id, at } = entry;
  if (typeof id !== 'string' || typeof at !== 'string') throw new SyntaxError('not an exported entry');
  const lasting = Object.entries(entry).filter(([name]) => !mayChange.has(name));
  return { id, at, content: JSON.stringify(lasting.toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

/** @param now content by id, as the log is today */
export function compared(kept: readonly Mark[], now: ReadonlyMap<string, string>) {
  const changed = kept.filter(({ id, content }) => now.has(id) && now.get(id) !== content);
  const gone = kept.filter(({ id }) => !now.has(id));
  const idsOf = (marks: readonly Mark[]): string[] => marks.map(({ id }) => id);
  return { entries: kept.length, changed: idsOf(changed), gone: idsOf(gone) };
}
