import { addressesToFill, type CalendarMethod } from '@diemcau/contracts/identity/mail';
import type { InvitationState } from '@diemcau/contracts/meetings/invitations';
import type { CalendarEvent, PartStat } from '../ical/event.js';
import type { TellingRow } from './telling-row.js';

const answers: Readonly<Record<InvitationState, PartStat>> = {
  queued: 'NEEDS-ACTION',
  sent: 'NEEDS-ACTION',
  viewed: 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  delegated: 'DELEGATED',
  revoked: 'NEEDS-ACTION',
};

/** Minutes before a meeting at which calendars ring. */
export const alarmMinutes = 30;

/** What a mail's calendar part says to one recipient. */
export function mailEvent(
  row: TellingRow,
  method: CalendarMethod,
  { name, stamp, link, replyLink }: { name: string; stamp: Date; link: string; replyLink: string },
): CalendarEvent {
  return {
    uid: row.uid,
    recurrenceAt: row.recurrenceAt,
    recurrence: null,
    sequence: row.sequence,
    stamp,
    start: row.startsAt,
    end: row.endsAt,
    zone: row.zone,
    status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    summary: row.title,
    description: [row.ownerUnitName, row.dispatchNumber, link, ...whereToAnswer(method, replyLink)]
      .filter((part) => part !== null)
      .join('\n'),
    location: row.siteName ?? link,
    url: link,
    organizer: { name: row.ownerUnitName, address: addressesToFill.organizer },
    attendee: { name, address: addressesToFill.attendee, answer: answers[row.state] },
    alarmMinutes,
  };
}

/** Calendars offer to accept; what they send reaches nobody (ADR 65), so the entry itself says where to answer. */
const whereToAnswer = (method: CalendarMethod, replyLink: string): string[] =>
  method === 'CANCEL' ? [] : [`Trả lời giấy mời tại · Answer the invitation at: ${replyLink}`];
