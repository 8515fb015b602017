import { InvalidArgumentError } from 'commander';
import type { Say } from './language.js';

/** A whole number from 1 to 100,000. */
export const numberOf =
  (say: Say) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= 100_000) return value;
    throw new InvalidArgumentError(
      say('Phải là số nguyên từ 1 đến 100000.', 'Must be a whole number from 1 to 100000.'),
    );
  };

/** Given several times, or separated by commas. */
export const listOf = (text: string, before: string[] = []): string[] => [
  ...before,
  ...text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
];

/** `90d` from now, or an instant as it is. */
export const instantOf =
  (say: Say) =>
  (text: string): string => {
    const days = /^(\d{1,3})d$/.exec(text)?.[1];
    if (days !== undefined) return new Date(Date.now() + Number(days) * 86_400_000).toISOString();
    if (!Number.isNaN(Date.parse(text))) return new Date(text).toISOString();
    throw new InvalidArgumentError(say('Ví dụ: 90d hoặc 2027-06-30.', 'For example: 90d or 2027-06-30.'));
  };

/** `a.b=1 c=x` as `{a: {b: 1}, c: 'x'}`: a value that is no JSON is a text. */
export const valuesOf =
  (say: Say) =>
  (pairs: readonly string[]): Record<string, unknown> => {
    const values: Record<string, unknown> = {};
    for (const pair of pairs) {
      const [, path, text] = /^([\w.]+)=(.*)$/s.exec(pair) ?? [];
      if (path === undefined || text === undefined) {
        throw new InvalidArgumentError(say(`Viết tên=giá trị: «${pair}».`, `Write name=value: "${pair}".`));
      }
      put(values, path.split('.'), jsonOr(text));
    }
    return values;
  };

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function put(
  into: Record<string, unknown>,
  [name = '', ...further]: readonly string[],
  value: unknown,
): void {
  if (further.length === 0) return void Object.assign(into, { [name]: value });
  const inner = into[name];
  const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
  into[name] = next;
  put(next, further, value);
}
