import { Failure } from '@diemcau/contracts/core/failure';
import { recurrenceErrors } from '@diemcau/contracts/meetings/recurrence';
import { exists } from './days.js';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** A rule, read. What it does not say is not there. */
export interface Rule {
  readonly freq: Frequency;
  readonly interval: number;
  readonly count?: number;
  /** As written: `20271224`, `20271224T000000Z` or `20271224T000000`. */
  readonly until?: string;
  readonly byDay?: string[];
  readonly byMonth?: number[];
  readonly byMonthDay?: number[];
  readonly byYearDay?: number[];
  readonly byWeekNo?: number[];
  readonly bySetPos?: number[];
  readonly wkst?: string;
}

const unreadable = (part: string): Failure => new Failure(recurrenceErrors.unreadable, { part });
const apart = new Set(['DTSTART', 'RDATE', 'EXDATE', 'EXRULE', 'DTEND', 'TZID']);
const ofTime = new Set(['BYHOUR', 'BYMINUTE', 'BYSECOND']);
const known = new Set(
  'FREQ INTERVAL COUNT UNTIL WKST BYDAY BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYSETPOS'.split(' '),
);

/**
 * Reads a rule strictly, as RFC 5545, 3.3.10 writes it: libraries take what they do not understand for nothing said.
 * @throws Failure `recurrence.unreadable`, `startInRule`, `timeInRule`, `tooOften`, `noSuchDay`
 */
export function parseRule(text: string): Rule {
  const parts = partsOf(text);
  const freq = parts.get('FREQ') ?? '';
  if (['SECONDLY', 'MINUTELY', 'HOURLY'].includes(freq))
    throw new Failure(recurrenceErrors.tooOften, { freq });
  if (!isFrequency(freq)) throw unreadable('FREQ');
  const rule: Rule = {
    freq,
    interval: numberIn(parts, 'INTERVAL', 1, 1000) ?? 1,
    ...given('count', numberIn(parts, 'COUNT', 1, 10_000)),
    ...given('until', untilIn(parts.get('UNTIL'))),
    ...given('byDay', byDayIn(parts.get('BYDAY'), freq, parts.has('BYWEEKNO'))),
    ...given('byMonth', numbersIn(parts, 'BYMONTH', 12, false)),
    ...given('byMonthDay', numbersIn(parts, 'BYMONTHDAY', 31)),
    ...given('byYearDay', numbersIn(parts, 'BYYEARDAY', 366)),
    ...given('byWeekNo', numbersIn(parts, 'BYWEEKNO', 53)),
    ...given('bySetPos', numbersIn(parts, 'BYSETPOS', 366)),
    ...given('wkst', weekStartIn(parts.get('WKST'))),
  };
  refuseImpossible(rule);
  return rule;
}

const given = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);
const isFrequency = (value: string): value is Frequency => frequencies.some((one) => one === value);

function partsOf(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  if (/\r|\n|^\s*(DTSTART|RDATE|EXDATE|EXRULE)\b/i.test(text))
    throw new Failure(recurrenceErrors.startInRule);
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [, name = '', value = ''] = /^([A-Z]+)=([A-Z0-9+,-]+)$/.exec(part) ?? [];
    if (apart.has(name)) throw new Failure(recurrenceErrors.startInRule, { part });
    if (ofTime.has(name)) throw new Failure(recurrenceErrors.timeInRule, { part });
    if (!known.has(name) || parts.has(name)) throw unreadable(part.slice(0, 60));
    parts.set(name, value);
  }
  return parts;
}

function numberIn(parts: Map<string, string>, name: string, min: number, max: number): number | undefined {
  const value = parts.get(name);
  if (value === undefined) return undefined;
  const number = /^\d{1,6}$/.test(value) ? Number(value) : NaN;
  if (!(number >= min && number <= max)) throw unreadable(name);
  return number;
}

function numbersIn(
  parts: Map<string, string>,
  name: string,
  most: number,
  signed = true,
): number[] | undefined {
  const value = parts.get(name);
  if (value === undefined) return undefined;
  return value.split(',').map((text) => {
    const number = /^[+-]?\d{1,3}$/.test(text) ? Number(text) : 0;
    if (number === 0 || (!signed && number < 0)) throw unreadable(name);
    if (Math.abs(number) > most) throw new Failure(recurrenceErrors.noSuchDay, { part: `${name}=${text}` });
    return number;
  });
}

function byDayIn(value: string | undefined, freq: Frequency, byWeek: boolean): string[] | undefined {
  return value?.split(',').map((text) => {
    const [, ordinal, weekday] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
    if (!weekdays.some((one) => one === weekday)) throw unreadable('BYDAY');
    if (ordinal === undefined) return text;
    const most = freq === 'MONTHLY' ? 5 : freq === 'YEARLY' && !byWeek ? 53 : 0;
    if (Number(ordinal) === 0 || most === 0) throw unreadable('BYDAY');
    if (Math.abs(Number(ordinal)) > most)
      throw new Failure(recurrenceErrors.noSuchDay, { part: `BYDAY=${text}` });
    return text;
  });
}

function weekStartIn(value: string | undefined): string | undefined {
  if (value !== undefined && !weekdays.some((one) => one === value)) throw unreadable('WKST');
  return value;
}

function untilIn(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const [, year, month, day] =
    /^(\d{4})(\d{2})(\d{2})(?:T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/.exec(value) ?? [];
  if (year === undefined) throw unreadable('UNTIL');
  if (!exists(`${year}-${month}-${day}`))
    throw new Failure(recurrenceErrors.noSuchDay, { part: `UNTIL=${value}` });
  return value;
}

/** What RFC 5545 forbids together, and days that no month has. */
function refuseImpossible({
  freq,
  count,
  until,
  byDay,
  byMonth,
  byMonthDay,
  byYearDay,
  byWeekNo,
  bySetPos,
}: Rule): void {
  if (count !== undefined && until !== undefined) throw unreadable('COUNT, UNTIL');
  if (byWeekNo && freq !== 'YEARLY') throw unreadable('BYWEEKNO');
  if (byYearDay && freq !== 'YEARLY') throw unreadable('BYYEARDAY');
  if (byMonthDay && freq === 'WEEKLY') throw unreadable('BYMONTHDAY');
  const others = [byDay, byMonth, byMonthDay, byYearDay, byWeekNo];
  if (bySetPos && others.every((part) => part === undefined)) throw unreadable('BYSETPOS');
  if (!byMonth || !byMonthDay) return;
  // 29 February exists now and then.
  const longest = Math.max(
    ...byMonth.map((month) => (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31)),
  );
  if (byMonthDay.every((day) => Math.abs(day) > longest)) {
    throw new Failure(recurrenceErrors.noSuchDay, { part: `BYMONTH=${byMonth};BYMONTHDAY=${byMonthDay}` });
  }
}
