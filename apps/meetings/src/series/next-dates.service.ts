import type { Gap, PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import type { DateChoice } from '@diemcau/contracts/meetings/series';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { CalendarsService } from '../calendar/calendars.service.js';
import { type Day, plusDays } from '../recurrence/days.js';
import { gapsBetween } from '../recurrence/gaps.js';
import { dayIn } from '../recurrence/zones.js';
import { datesWith } from './dates.service.js';
import type { SeriesTimesRow } from './series-times.js';

/** Dates that a preview shows. */
const shown = 24;
/** A little more than a year is looked through at a time, for at most thirty years. */
const stride = 400;
const strides = 28;

export interface NextDates {
  readonly dates: PlannedDate[];
  readonly gaps: Gap[];
  /** There are further dates. */
  readonly more: boolean;
}

/** The dates that come next, with the reasons of those that are not as planned, and what is missing between them. */
@Injectable()
export class NextDatesService {
  constructor(
    private readonly calendars: CalendarsService,
    private readonly clock: Clock,
  ) {}

  /** @param wanted the first nominal date; undefined: today where the meetings are, or later if they begin later */
  async next(
    series: Omit<SeriesTimesRow, 'id'>,
    wanted: Day | undefined,
    choices: readonly DateChoice[],
  ): Promise<NextDates> {
    const dates: PlannedDate[] = [];
    const from = wanted ?? this.begin(series);
    let begin = from;
    for (let at = 0; at < strides && dates.length <= shown; at++) {
      const end = plusDays(begin, stride - 1);
      const calendar = await this.calendars.of(series.provinceId, begin, end);
      dates.push(...datesWith(series, begin, end, calendar, choices));
      begin = plusDays(end, 1);
      if (series.untilDay && begin > series.untilDay) break;
    }
    const next = dates.slice(0, shown);
    const last = next.at(-1)?.nominal;
    return {
      dates: next,
      gaps: last === undefined ? [] : gapsBetween(series, from, last),
      more: dates.length > shown,
    };
  }
  private begin({ fromDay, firstDay, zone }: Omit<SeriesTimesRow, 'id'>): Day {
    const first = fromDay ?? firstDay;
    const today = dayIn(zone, this.clock.now());
    return first > today ? first : today;
  }
}
