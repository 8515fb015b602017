import { folded } from '@diemcau/contracts/core/folded';
import type { FaultCode } from '../faults.js';

/** What the text of a cell means, or what is wrong with it. */
export type Parsed =
  { readonly value: string } | { readonly fault: FaultCode; readonly details?: readonly string[] };
export type Parse = (text: string) => Parsed;

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

export const text =
  (max: number): Parse =>
  (typed) => {
    const value = tidy(typed);
    return value.length > max ? { fault: 'tooLong', details: [String(max)] } : { value };
  };

const code_ = /^[\p{L}\p{N}][\p{L}\p{N}._\-/]*$/u;

/** Of people and units: letters, digits and `. _ - /`. */
export const code: Parse = (typed) => {
  const value = tidy(typed);
  if (value.length > 60) return { fault: 'tooLong', details: ['60'] };
  return code_.test(value) ? { value } : { fault: 'badCode' };
};

const written = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})(?: .*)?$/;
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?: .*)?$/;

/** `YYYY-MM-DD` from how people write dates, and from a spreadsheet's own. @param latest not after this day */
export const day =
  (latest: () => Date): Parse =>
  (typed) => {
    const value = tidy(typed);
    const [, d, m, y] = written.exec(value) ?? swapped(iso.exec(value)) ?? [];
    const at = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
    const isReal = at.getUTCDate() === Number(d) && at.getUTCMonth() === Number(m) - 1;
    if (!isReal || at.getUTCFullYear() < 1900 || at > latest()) return { fault: 'notADate' };
    return { value: at.toISOString().slice(0, 10) };
  };

const swapped = (match: RegExpExecArray | null) => match && [match[0], match[3], match[2], match[1]];

/** Ten or eleven digits from a Vietnamese number however written; a zero that a spreadsheet ate is put back. */
export const phone: Parse = (typed) => {
  const bare = tidy(typed)
    .replace(/[ .()-]/g, '')
    .replace(/^(\+84|0084)0?/, '0');
  const digits = /^[2-9]\d{8,9}$/.test(bare) ? `0${bare}` : bare;
  return /^0[2-9]\d{8,9}$/.test(digits) ? { value: digits } : { fault: 'badPhone' };
};

const address = /^[\w.+%'-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;

export const email: Parse = (typed) => {
  const value = tidy(typed).toLowerCase();
  return value.length <= 254 && address.test(value) ? { value } : { fault: 'badEmail' };
};

/** `2026-2027` */
export const schoolYear: Parse = (typed) => {
  const [, from, to] = /^(20\d\d)\s*[-–—/]\s*(20\d\d)$/.exec(tidy(typed)) ?? [];
  return from !== undefined && Number(to) === Number(from) + 1
    ? { value: `${from}-${to}` }
    : { fault: 'badSchoolYear' };
};

/** One of a fixed set, by any of its names. */
export const named =
  (names: ReadonlyMap<string, string>, fault: FaultCode): Parse =>
  (typed) => {
    const value = names.get(folded(tidy(typed)));
    return value === undefined ? { fault } : { value };
  };
