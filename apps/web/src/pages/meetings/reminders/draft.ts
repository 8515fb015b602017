import type { ReminderAbout, ReminderRule } from '@diemcau/contracts/meetings/reminders';

export const abouts = ['start', 'agenda', 'answer', 'closing'] as const satisfies readonly ReminderAbout[];
export const recipients = [
  'operators',
  'chair',
  'director',
  'secretary',
] as const satisfies readonly ReminderRule['to'][number][];

/** How people say how long. */
export const spans = { days: 1440, hours: 60, minutes: 1 } as const;
export type Span = keyof typeof spans;
export const spanNames = ['days', 'hours', 'minutes'] as const satisfies readonly Span[];

const [shortest, longest] = [5, 86_400];

/** A rule while it is being written. */
export interface DraftRule {
  /** Of this page only. */
  readonly key: number;
  readonly about: ReminderAbout;
  readonly amount: number;
  readonly span: Span;
  readonly to: ReminderRule['to'];
}

/** In the largest span that needs no fraction: 1,440 minutes are a day. */
export function draftOf(rules: readonly ReminderRule[]): DraftRule[] {
  return rules.map(({ about, minutes, to }, key) => {
    const span = spanNames.find((name) => minutes % spans[name] === 0) ?? 'minutes';
    return { key, about, amount: minutes / spans[span], span, to };
  });
}

const minutesOf = ({ amount, span }: DraftRule): number => amount * spans[span];

/** As they are sent. */
export const rulesOf = (draft: readonly DraftRule[]): ReminderRule[] =>
  draft.map((rule) => ({ about: rule.about, minutes: minutesOf(rule), to: rule.to }));

/** One more, at a time that none has yet. */
export function withOneMore(draft: readonly DraftRule[], about: ReminderAbout): DraftRule[] {
  const taken = new Set(draft.filter((rule) => rule.about === about).map(minutesOf));
  const amount = [1, 2, 3, 5, 7, 10, 14, 21].find((days) => !taken.has(days * spans.days)) ?? 30;
  const key = Math.max(-1, ...draft.map((rule) => rule.key)) + 1;
  return [
    ...draft,
    { key, about, amount, span: 'days', to: about === 'start' ? ['operators', 'chair'] : [] },
  ];
}

export type Fault = 'range' | 'twice' | 'nobody';

/** What the server would refuse, said beside the rule it is about. */
export function faultOf(rule: DraftRule, draft: readonly DraftRule[]): Fault | null {
  const minutes = minutesOf(rule);
  if (!Number.isInteger(minutes) || minutes < shortest || minutes > longest) return 'range';
  const same = (one: DraftRule) => one.about === rule.about && minutesOf(one) === minutes;
  if (draft.filter(same).length > 1) return 'twice';
  return rule.about === 'start' && rule.to.length === 0 ? 'nobody' : null;
}
