/** Longest code of a unit. */
const longest = 60;

/** The code with the suffix, and a number where that is taken as well: `thpt-1`, `thpt-1-hb`, `thpt-1-hb-2`. */
export function freeCode(code: string, suffix: string, isTaken: (code: string) => boolean): string {
  if (!isTaken(code)) return code;
  for (let number = 1; ; number++) {
    const tail = number === 1 ? `-${suffix}` : `-${suffix}-${number}`;
    const candidate = `${code.slice(0, longest - tail.length)}${tail}`;
    if (!isTaken(candidate)) return candidate;
  }
}
