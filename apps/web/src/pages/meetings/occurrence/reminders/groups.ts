import type { Reminder } from '@diemcau/contracts/meetings/reminders';
import { type Span, spanNames, spans } from '../../reminders/draft';

/** Reminders of one rule that go out at one time: thirty sites that have not answered are one line. */
export interface Group {
  readonly key: string;
  readonly of: readonly [Reminder, ...Reminder[]];
  /** Who got a mail, all together. */
  readonly people: number;
}

const minuteOf = (instant: string): string => instant.slice(0, 16);

/** In the order they come in. */
export function grouped(items: readonly Reminder[]): Group[] {
  const groups = new Map<string, [Reminder, ...Reminder[]]>();
  for (const item of items) {
    const { about, minutes, sequence, state, dueAt } = item;
    const key = [about, minutes, sequence, state, minuteOf(dueAt)].join(' ');
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([key, of]) => ({
    key,
    of,
    people: of.reduce((sum, { people }) => sum + people, 0),
  }));
}

/** 2,880 minutes are two days: the largest span without a fraction. */
export function spanOf(minutes: number): { readonly span: Span; readonly n: number } {
  const span = spanNames.find((name) => minutes % spans[name] === 0) ?? 'minutes';
  return { span, n: minutes / spans[span] };
}
