import type { CalendarMethod } from '@diemcau/contracts/identity/mail';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';

/** A mail as it goes out. */
export interface Envelope {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly date: Date;
  readonly calendar: { readonly method: CalendarMethod; readonly ics: string } | null;
}

/** RFC 6047: mail programs take the `text/calendar` alternative with its method; those that do not, the attached file. */
const calendarOf = ({ method, ics }: { method: CalendarMethod; ics: string }) => ({
  method,
  filename: method === 'CANCEL' ? 'huy.ics' : 'moi.ics',
  content: ics,
});

const optionsOf = ({ id, from, to, subject, text, date, calendar }: Envelope) => ({
  from,
  to,
  subject,
  text,
  date,
  ...(calendar && { icalEvent: calendarOf(calendar) }),
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
