import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Instant, Int, ListOf, OneOf, Part, Secret, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';

export const mailStates = ['kept', 'queued', 'sent', 'failed', 'purged'] as const;
/**
 * `kept`: there is no mail server, it can be read here. `queued`: goes out within a minute, again after a failure.
 * `failed`: given up after eight attempts. `purged`: text and address are gone, 7 days after.
 */
export type MailState = (typeof mailStates)[number];

export const mailKinds = [
  'passwordReset',
  'passwordChanged',
  'factorChanged',
  'emailConfirmation',
  'emailChanged',
  /** What another part of the system wrote: invitations, reminders. */
  'meeting',
] as const;
export type MailKind = (typeof mailKinds)[number];

export class Mail {
  @Id() id: string;
  @OneOf(mailKinds) kind: MailKind;
  @OneOf(mailStates) state: MailState;
  /** The account it goes to; null for somebody of the roster without one. */
  @Id({ nullable: true }) userId: string | null;
  /** Null once purged. */
  @Text({ max: 300, nullable: true }) to: string | null;
  @Text({ max: 300, nullable: true }) subject: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) sentAt: string | null;
  @Int({ min: 0, max: 100 }) attempts: number;
  /** What the mail server said at the last attempt. */
  @Text({ max: 500, nullable: true }) problem: string | null;
}

export class MailWhole extends Mail {
  /** The message as it goes out (RFC 5322, `.eml`); null once purged. */
  @Text({ max: 400_000, nullable: true, multiline: true }) eml: string | null;
}

export class MailQuery extends PageQuery {
  @OneOf(mailStates, { optional: true }) state?: MailState;
}
export class MailPage {
  @ListOf(() => Mail, { max: 200 }) items: Mail[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}
export class MailRef {
  @Id() mailId: string;
}

/** RFC 5546: an invitation or its update; the end of one. */
export const calendarMethods = ['REQUEST', 'CANCEL'] as const;
export type CalendarMethod = (typeof calendarMethods)[number];

/**
 * Stand in a calendar part for the addresses of who organises (the sender of mails) and who is invited (the recipient):
 * only identity knows them, and fills them in.
 */
export const addressesToFill = {
  organizer: 'mailto:organizer@diemcau.invalid',
  attendee: 'mailto:attendee@diemcau.invalid',
} as const;

/** What calendars of mail programs read (RFC 6047). */
export class CalendarPart {
  @OneOf(calendarMethods) method: CalendarMethod;
  /** iCalendar (RFC 5545) with {@link addressesToFill} in it. */
  @Secret({ max: 50_000 }) ics: string;
}

export class SendMail {
  /** The same key is the same mail: sent once, however often it is asked for. */
  @Text({ max: 200 }) key: string;
  /** The account it goes to; either this or {@link entryId}. */
  @Id({ optional: true }) userId?: string;
  /** Of the roster: somebody without an account who runs a site today. */
  @Id({ optional: true }) entryId?: string;
  @Text({ max: 200 }) subject: string;
  @Text({ max: 20_000, multiline: true }) text: string;
  @Part(() => CalendarPart, { optional: true }) calendar?: CalendarPart;
}
export class MailTaken {
  /** Null for somebody without an address, or who is there no longer: nothing is sent. */
  @Id({ nullable: true }) mailId: string | null;
}

/** Mails to people of the province, newest first. */
export const Mails = contract('identity.mails', {
  /** Needs `settings.read` over the whole province. */
  list: takes(MailQuery).gives(MailPage),
  /** As {@link list}; a mail to somebody with more rights than the caller is not shown: its link would be theirs. */
  read: takes(MailRef).gives(MailWhole),
  /** For services: what the mail says is theirs; address and sending are identity's. */
  send: takes(SendMail).gives(MailTaken),
});
export class MailsClient extends ClientOf(Mails) {}

export const mailErrors = failures('mails', {
  notFound: { status: 404, vi: 'Không tìm thấy thư', en: 'There is no such mail' },
});
