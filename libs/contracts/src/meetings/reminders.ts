import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, SomeOf, Text } from '../core/fields.js';

/**
 * What a reminder reminds of. `start`: the meeting begins. `agenda`: an agenda item is due at its responsible unit.
 * `answer`: an invitation has not been answered. `closing`: a site has not been closed after the meeting (HB-9.2f).
 */
export const reminderAbouts = ['start', 'agenda', 'answer', 'closing'] as const;
export type ReminderAbout = (typeof reminderAbouts)[number];

/** `operators`: those who run the sites of the meeting. */
export const reminderRecipients = ['operators', 'chair', 'director', 'secretary'] as const;
export type ReminderRecipient = (typeof reminderRecipients)[number];

export class ReminderRule {
  @OneOf(reminderAbouts, { example: 'start' }) about: ReminderAbout;
  /**
   * Minutes, 5–86,400 (60 days): before the start; before the agenda item is due; for `answer` after the invitation went out, for
   * `closing` after the meeting ended.
   * No two rules have the same `about` and minutes.
   */
  @Int({ min: 5, max: 86_400, example: 1440 }) minutes: number;
  /** Of `start` at least one. Of the others it is empty: they go to the operators of the unit or site that owes something. */
  @SomeOf(reminderRecipients, { example: ['operators', 'chair'] }) to: ReminderRecipient[];
}

/** Who is reminded of what, and when, by the decision of a province. */
export class ReminderPolicy {
  @Id() provinceId: string;
  /** 0 while the province has decided nothing and the defaults hold; raised by every change. */
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
  /** By what they are about, the earliest first. None: nobody is reminded. */
  @ListOf(() => ReminderRule, { max: 20 }) rules: ReminderRule[];
  /** The caller may change it. */
  @Flag() changeable: boolean;
}

export class ReminderPolicyQuery {
  /** The caller's own unless given. */
  @Id({ optional: true }) provinceId?: string;
}

export class ChangeReminderPolicy extends ReminderPolicyQuery {
  /** The version the change was made from; another in between gives 412. */
  @Int({ min: 0, max: 2_000_000_000, example: 0 }) version: number;
  /** All of them: what is not here holds no more. */
  @ListOf(() => ReminderRule, { max: 20 }) rules: ReminderRule[];
}

/**
 * `planned`: due later. `sent`: a mail to each recipient was given to the post. `missed`: it came too late to be of use, after
 * the system was down. `superseded`: a later one of the same meeting was due by then too, and went out instead.
 * `dropped`: what it reminds of was moved, cancelled or done before.
 */
export const reminderStates = ['planned', 'sent', 'missed', 'superseded', 'dropped'] as const;
export type ReminderState = (typeof reminderStates)[number];

export class Reminder {
  /** Null while it is only a rule that says so: rows are made two days before they are due. */
  @Id({ nullable: true }) id: string | null;
  @OneOf(reminderAbouts) about: ReminderAbout;
  /** As in {@link ReminderRule}. */
  @Int({ min: 5, max: 86_400 }) minutes: number;
  /** Of which version of the meeting's time and sites (I15). */
  @Int({ min: 0, max: 2_000_000_000 }) sequence: number;
  @Instant() dueAt: string;
  @OneOf(reminderStates) state: ReminderState;
  /** When it was sent or given up; null while it is planned. */
  @Instant({ nullable: true }) decidedAt: string | null;
  /** How many people got a mail. */
  @Int({ min: 0, max: 1_000_000 }) people: number;
  /** Of `start`: to whom, as the province's rule says now. Of the others empty. */
  @SomeOf(reminderRecipients) to: ReminderRecipient[];
  /** What is owed: an agenda item's title, the name of the site invited or not closed. Null of `start`, and where it is gone. */
  @Text({ max: 300, nullable: true }) subject: string | null;
  /** Whose operators are told what they owe. */
  @Text({ max: 200, nullable: true }) unitName: string | null;
  /** Who is told by name: somebody invited who has not answered. */
  @Text({ max: 120, nullable: true }) personName: string | null;
}

export class RemindersOf {
  @Id() occurrenceId: string;
}
export class ReminderList {
  /** By time; what is still to come as rules and the meeting are now. */
  @ListOf(() => Reminder, { max: 500 }) items: Reminder[];
}

/** Reminders by mail (HB-8.1, HB-8.3), each sent exactly once whatever was down meanwhile. */
export const Reminders = contract('meetings.reminders', {
  /** Needs `meetings.read` anywhere in the province. */
  policy: takes(ReminderPolicyQuery).gives(ReminderPolicy),
  /** Needs `meetings.configure` over the province. Reminders that are planned already follow. */
  changePolicy: takes(ChangeReminderPolicy).gives(ReminderPolicy),
  /** Of one meeting, past and planned ones. Needs `meetings.write` on it: it says who owes what. */
  list: takes(RemindersOf).gives(ReminderList),
});
export class RemindersClient extends ClientOf(Reminders) {}

export const reminderErrors = failures('reminders', {
  twice: {
    status: 400,
    vi: 'Có hai quy tắc nhắc cùng việc, cùng lúc',
    en: 'Two rules remind of the same at the same time',
  },
  recipients: {
    status: 400,
    vi: 'Nhắc giờ họp cần ít nhất một người nhận; hai loại kia luôn gửi cho nơi còn nợ việc',
    en: 'A reminder of the start needs a recipient; the other kinds always go to who owes something',
  },
  changed: {
    status: 412,
    vi: 'Chính sách nhắc vừa được người khác sửa; xin tải lại rồi sửa tiếp',
    en: 'Somebody else has just changed the policy; please reload and change again',
  },
});
