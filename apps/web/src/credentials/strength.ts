export type Strength = 'short' | 'weak' | 'fair' | 'good';

/** Characters as people count them: what the server counts too. */
export const lengthOf = (password: string): number => [...password.normalize('NFC')].length;

/**
 * How long a password is to guess, roughly. Only length and repetition count: no kind of character is demanded (NIST SP
 * 800-63B 3.1.1.2), a sentence is as good as signs.
 */
export function strengthOf(password: string, minLength: number): Strength {
  if (lengthOf(password) < minLength) return 'short';
  const worth = worthOf(password.normalize('NFC').toLowerCase());
  if (worth < 7) return 'weak';
  return worth < 13 ? 'fair' : 'good';
}

/** Characters that are neither repeated nor the next one of a run; each further time a character counts half of before. */
function worthOf(text: string): number {
  const seen = new Map<string, number>();
  let worth = 0;
  let before = Number.NaN;
  let stepBefore = Number.NaN;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const step = code - before;
    const inRun = Math.abs(step) <= 1 && step === stepBefore;
    const times = seen.get(character) ?? 0;
    if (step !== 0 && !inRun) worth += 1 / 2 ** Math.max(0, times - 1);
    seen.set(character, times + 1);
    before = code;
    stepBefore = step;
  }
  return worth;
}
