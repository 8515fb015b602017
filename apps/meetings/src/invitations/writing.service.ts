import type { CalendarMethod, SendMail } from '@diemcau/contracts/identity/mail';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { MeetingsConfig } from '../config.js';
import { IcalService } from '../ical/ical.service.js';
import { addressedTo } from '../mails/operators.service.js';
import { letterOf } from './letter.js';
import { LinksService } from './links.service.js';
import { mailEvent } from './mail-event.js';
import type { Recipient } from './recipients.service.js';
import type { TellingRow } from './telling-row.js';

/** Composes the mails of an invitation: words for people, iCalendar for their calendars. */
@Injectable()
export class WritingService {
  constructor(
    private readonly config: MeetingsConfig,
    private readonly links: LinksService,
    private readonly ical: IcalService,
    private readonly clock: Clock,
  ) {}

  mail(row: TellingRow, method: CalendarMethod, to: Recipient, again: boolean): SendMail {
    const { id: recipientId, name } = to;
    const { origin } = new URL(this.config.publicUrl);
    const roomLink = row.roomSlug === null ? null : `${origin}/r/${row.roomSlug}`;
    const replyLink = this.links.addressOf({ invitationId: row.id, recipientId, round: row.round });
    const event = mailEvent(row, method, {
      name,
      stamp: this.clock.now(),
      link: roomLink ?? (to.account ? `${origin}/work/invitations` : replyLink),
      replyLink,
    });
    return {
      key: `invitation:${row.id}:${row.revision}:${recipientId}:${method}`,
      ...addressedTo(to),
      ...letterOf({ ...row, method, again, name, roomLink, replyLink }),
      calendar: { method, ics: this.ical.write({ method, name: null, events: [event] }) },
    };
  }
}
