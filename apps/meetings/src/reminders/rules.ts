import { Failure } from '@diemcau/contracts/core/failure';
import {
  reminderAbouts,
  reminderErrors,
  reminderRecipients,
  type ReminderRule,
} from '@diemcau/contracts/meetings/reminders';

const [hour, day] = [60, 24 * 60];

/** What holds in a province that has decided nothing. */
export const defaultRules: readonly ReminderRule[] = [
  { about: 'start', minutes: 7 * day, to: ['operators', 'chair'] },
  { about: 'start', minutes: day, to: ['operators', 'chair'] },
  { about: 'start', minutes: hour, to: ['operators', 'chair'] },
  { about: 'agenda', minutes: 2 * day, to: [] },
  { about: 'answer', minutes: 3 * day, to: [] },
  { about: 'closing', minutes: 2 * hour, to: [] },
];

/**
 * As they are kept: by what they are about, the earliest first.
 * @throws Failure `reminders.twice`, `reminders.recipients`
 */
export function orderedRules(rules: readonly ReminderRule[]): ReminderRule[] {
  const names = new Set(rules.map(({ about, minutes }) => `${about} ${minutes}`));
  if (names.size < rules.length) throw new Failure(reminderErrors.twice);
  if (rules.some(({ about, to }) => (about === 'start') !== to.length > 0))
    throw new Failure(reminderErrors.recipients);
  return rules
    .map(({ about, minutes, to }) => ({
      about,
      minutes,
      to: reminderRecipients.filter((one) => to.includes(one)),
    }))
    .sort(
      (a, b) => reminderAbouts.indexOf(a.about) - reminderAbouts.indexOf(b.about) || b.minutes - a.minutes,
    );
}
