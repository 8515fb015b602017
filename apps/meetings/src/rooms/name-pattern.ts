import { createContext, Script } from 'node:vm';

/**
 * A pattern is written by people, and some regular expressions take hours on a short text. V8 can be interrupted while it
 * backtracks, so every use has a limit in ms, and a pattern that reaches it on hard texts is refused when it is saved.
 */
const perNameMs = 100;
const trialMs = 300;

/** Longest name a pattern meets. */
const longestName = 120;

const everyText = new Script('for (const text of texts) expression.test(text)');
const oneText = new Script('expression.test(text)');

/** Does the pattern compile, and is it quick on texts that trap careless ones? */
export function isUsablePattern(pattern: string, exampleName: string): boolean {
  const expression = compiled(pattern);
  if (!expression) return false;
  return runs(everyText, { expression, texts: hardTexts(pattern, exampleName) }, trialMs) !== 'too much';
}

/** Flags `iu`, anywhere in the name unless the pattern has anchors. A pattern that takes too long does not match. */
export function matchesPattern(pattern: string, name: string): boolean {
  const expression = compiled(pattern);
  return expression !== null && runs(oneText, { expression, text: name }, perNameMs) === true;
}

function compiled(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern.normalize('NFC'), 'iu');
  } catch {
    return null;
  }
}

function runs(script: Script, world: Record<string, unknown>, limitMs: number): unknown {
  try {
    return script.runInContext(createContext(world), { timeout: limitMs });
  } catch {
    // Out of time, or of memory or stack: some patterns are too big only once they run.
    return 'too much';
  }
}

/** Long repetitions of what the pattern and usual names are made of, with ends that do not fit what came before. */
function hardTexts(pattern: string, exampleName: string): string[] {
  const letters = [...new Set([...pattern, ...exampleName, ...'aàâ0 -.'])];
  const words = pattern.match(/[\p{L}\p{N}]+/gu) ?? [];
  const pieces = [...letters, ...letters.map((letter) => `${letter} `), ...words, `${exampleName} `];
  const ends = ['\u0001', ...[...pattern.matchAll(/\[\^(.)/gu)].map(([, excluded]) => excluded)];
  return pieces.flatMap((piece) => {
    const long = piece.repeat(longestName).slice(0, longestName - 1);
    return ends.map((end) => long + end);
  });
}
