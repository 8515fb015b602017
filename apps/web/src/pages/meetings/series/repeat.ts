/** As RFC 5545 names them; Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export const repeatKinds = ['monthDay', 'monthWeekday', 'weekly', 'rule'] as const;
export type RepeatKind = (typeof repeatKinds)[number];

/** A rule as people say it; what cannot be said so stays a rule. */
export interface Repeat {
  readonly kind: RepeatKind;
  /** Every so many months or weeks; 0 while the field is empty. */
  readonly interval: number;
  /** 1–31, or −1 for the last day of the month. */
  readonly monthDay: number;
  /** 1–4, or −1 for the last one. */
  readonly nth: number;
  readonly weekdays: readonly Weekday[];
  /** 1–12; none: every month. */
  readonly months: readonly number[];
  /** The last day, `YYYY-MM-DD`. */
  readonly until: string | null;
  /** Of `rule`, as it is written. */
  readonly text: string;
}

export const plainRepeat: Repeat = {
  kind: 'monthDay',
  interval: 1,
  monthDay: 25,
  nth: 1,
  weekdays: ['MO'],
  months: [],
  until: null,
  text: '',
};

/** RFC 5545, 3.3.10. */
export function ruleOf(repeat: Repeat): string {
  const { kind, interval, monthDay, nth, weekdays: days, months, until, text } = repeat;
  if (kind === 'rule') return text.trim();
  const parts = [
    `FREQ=${kind === 'weekly' ? 'WEEKLY' : 'MONTHLY'}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(months.length > 0 ? [`BYMONTH=${[...months].sort((a, b) => a - b).join(',')}`] : []),
    kind === 'monthDay'
      ? `BYMONTHDAY=${monthDay}`
      : `BYDAY=${kind === 'weekly' ? inOrder(days).join(',') : `${nth}${days[0] ?? 'MO'}`}`,
    ...(until === null ? [] : [`UNTIL=${until.replaceAll('-', '')}`]),
  ];
  return parts.join(';');
}

const inOrder = (days: readonly Weekday[]): Weekday[] => weekdays.filter((day) => days.includes(day));

const shapes =
  /^FREQ=(?<freq>WEEKLY|MONTHLY)(;INTERVAL=(?<interval>\d{1,2}))?(;BYMONTH=(?<months>[\d,]+))?;(BYMONTHDAY=(?<monthDay>-1|\d{1,2})|BYDAY=(?<nth>-1|[1-4])?(?<days>[A-Z,]+))(;UNTIL=(?<until>\d{8}))?$/;

/** The other way round; what it does not know by sight is kept as it is. */
export function repeatOf(rule: string): Repeat {
  const found = shapes.exec(rule)?.groups;
  const days = (found?.['days']?.split(',') ?? []).filter((day): day is Weekday =>
    weekdays.some((one) => one === day),
  );
  const { freq, interval, months, monthDay, nth, until } = found ?? {};
  const common = {
    ...plainRepeat,
    interval: Number(interval ?? 1),
    months: months?.split(',').map(Number) ?? [],
    until: until ? `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}` : null,
  };
  const said: Repeat =
    freq === 'WEEKLY'
      ? { ...common, kind: 'weekly', weekdays: days }
      : monthDay !== undefined
        ? { ...common, kind: 'monthDay', monthDay: Number(monthDay) }
        : { ...common, kind: 'monthWeekday', nth: Number(nth), weekdays: days };
  return found && ruleOf(said) === rule ? said : { ...plainRepeat, kind: 'rule', text: rule };
}

/** The earlier of the day that is wanted and the one by which it ends anyhow. */
export const untilOf = (wanted: string | null, lastDay: string | null): string | null =>
  wanted === null || (lastDay !== null && lastDay < wanted) ? lastDay : wanted;
