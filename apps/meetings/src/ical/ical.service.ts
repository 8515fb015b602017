import { Injectable } from '@nestjs/common';
import { type Calendar, calendarText } from './calendar.js';

/** Writes iCalendar, for mails and for calendars that are subscribed to. */
@Injectable()
export class IcalService {
  write(calendar: Calendar): string {
    return calendarText(calendar);
  }
}
