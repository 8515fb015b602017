import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { PageQuery } from '../core/page.js';

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
] as const;
export type MailKind = (typeof mailKinds)[number];

export class Mail {
  @Id() id: string;
  @OneOf(mailKinds) kind: MailKind;
  @OneOf(mailStates) state: MailState;
  /** The person it goes to. */
  @Id() userId: string;
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
  @Text({ max: 100_000, nullable: true, multiline: true }) eml: string | null;
}

export class MailQuery extends PageQuery {
  @OneOf(mailStates, { optional: true }) state?: MailState;
}
export class MailPage {
  @ListOf(() => Mail, { max: 200 }) items: Mail[];
  @Text({ max: 300, nullable: true }) nextCursor: string | null;
}
export class MailRef {
  @Id() mailId: string;
}

/** Mails to people of the province, newest first. */
export const Mails = contract('identity.mails', {
  /** Needs `settings.read` over the whole province. */
  list: takes(MailQuery).gives(MailPage),
  /** As {@link list}; a mail to somebody with more rights than the caller is not shown: its link would be theirs. */
  read: takes(MailRef).gives(MailWhole),
});
export class MailsClient extends ClientOf(Mails) {}

export const mailErrors = failures('mails', {
  notFound: { status: 404, vi: 'Không tìm thấy thư', en: 'There is no such mail' },
});
