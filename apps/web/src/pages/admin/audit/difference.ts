export interface Line {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly changed: boolean;
}

/** Names and values of two states side by side, what changed first. */
export function linesOf(before: object | null, after: object | null): Line[] {
  const [old, next] = [flat(before), flat(after)];
  const names = [...new Set([...old.keys(), ...next.keys()])];
  const lines = names.map((name): Line => {
    const [was, is] = [old.get(name) ?? null, next.get(name) ?? null];
    return { name, before: was, after: is, changed: was !== is };
  });
  return [...lines.filter(({ changed }) => changed), ...lines.filter(({ changed }) => !changed)];
}

/** `{ a: { b: 1 } }` as `a.b: 1`; lists as they are. */
function flat(value: object | null, path = ''): Map<string, string> {
  const entries = Object.entries(value ?? {}).flatMap(([key, inner]: [string, unknown]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) return [...flat(inner, name)];
    return inner === null || inner === undefined ? [] : [[name, wordsOf(inner)] as const];
  });
  return new Map(entries);
}

const wordsOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(wordsOf).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
