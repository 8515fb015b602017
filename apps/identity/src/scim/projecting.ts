import type { Resource } from './patching.js';

const always: ReadonlySet<string> = new Set(['schemas', 'id', 'meta']);

const namesOf = (list: string | undefined): string[] =>
  (list ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');

/** `attributes` and `excludedAttributes` of RFC 7644 3.9, for whole attributes. */
export function projected(
  resource: Resource,
  { attributes, excludedAttributes }: { attributes?: string; excludedAttributes?: string },
): Resource {
  const wanted = new Set(namesOf(attributes).map((name) => name.split('.')[0] ?? ''));
  const unwanted = new Set(namesOf(excludedAttributes));
  const kept = Object.entries(resource).filter(([name]) => {
    const small = name.toLowerCase();
    if (always.has(name)) return true;
    return wanted.size > 0 ? wanted.has(small) : !unwanted.has(small);
  });
  return Object.fromEntries(kept);
}
