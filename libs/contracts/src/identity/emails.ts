import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Email, Secret, Text } from '../core/fields.js';

export class AskForEmail {
  @Email({ example: 'nvmau@truong.example' }) email: string;
}
export class ConfirmEmail {
  /** Of the link in the mail. */
  @Secret({ max: 1000 }) token: string;
}
export class EmailConfirmed {
  @Text({ max: 254 }) email: string;
}

/** One's own e-mail address: a mail with a link goes to it, and nothing changes until the link is opened. */
export const Emails = contract('identity.emails', {
  /** Needs a sign-in or confirmation of the last 10 minutes. */
  ask: takes(AskForEmail),
  /** By whoever has the link: 30 minutes, once. */
  confirm: takes(ConfirmEmail).gives(EmailConfirmed),
});
export class EmailsClient extends ClientOf(Emails) {}

export const emailErrors = failures('emails', {
  linkOver: {
    status: 401,
    vi: 'Liên kết xác nhận đã hết hạn hoặc đã dùng',
    en: 'The link has expired or was used already',
  },
});
