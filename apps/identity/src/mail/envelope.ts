import MailComposer from 'nodemailer/lib/mail-composer/index.js';

/** A mail as it goes out. */
export interface Envelope {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly date: Date;
}

const optionsOf = ({ id, from, to, subject, text, date }: Envelope) => ({
  from,
  to,
  subject,
  text,
  date,
  // The same at every attempt, so that a mail sent twice is shown once.
  messageId: `<${id}@diemcau>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});

export const messageOf = optionsOf;

/** RFC 5322. */
export const emlOf = async (envelope: Envelope): Promise<string> =>
  (await new MailComposer(optionsOf(envelope)).compile().build()).toString('utf8');
