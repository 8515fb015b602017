import type { CalendarMethod } from '@diemcau/contracts/identity/mail';
import type { SecretBox } from '@diemcau/service/secrets/secret-box';

/** Binds a sealed text to its mail. */
export const purposeOf = (mailId: string): string => `mail ${mailId}`;
export const calendarPurposeOf = (mailId: string): string => `mail calendar ${mailId}`;

interface WithCalendar {
  readonly id: string;
  readonly sealedCalendar: Buffer | null;
  readonly method: CalendarMethod | null;
}

export const calendarIn = (box: SecretBox, { id, sealedCalendar, method }: WithCalendar) =>
  sealedCalendar && method && { method, ics: box.open(calendarPurposeOf(id), sealedCalendar) };
