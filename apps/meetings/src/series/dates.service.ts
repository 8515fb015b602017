import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import type { DateChoice } from '@diemcau/contracts/meetings/series';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CalendarsService } from '../calendar/calendars.service.js';
import type { Day } from '../recurrence/days.js';
import { occurrencesBetween } from '../recurrence/occurrences-between.js';
import type { WorkingCalendar } from '../recurrence/working-calendar.js';
import { byKey } from './by-key.js';
import { withChoices } from './choices.js';
import { type SeriesTimesRow, timesColumns } from './series-times.js';

interface ChoiceRow extends DateChoice {
  readonly seriesId: string;
}

/** When series take place, by rule, working calendar and what people decided about single dates (HB-7.1). */
@Injectable()
export class SeriesDatesService {
  /** What a question for series selects, of a table `series`, so that their dates can be asked for. */
  readonly columns = timesColumns;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly calendars: CalendarsService,
  ) {}

  /** Of one series the dates whose nominal date lies between two days, both included, sorted by it. */
  async datesOf(
    series: SeriesTimesRow,
    from: Day,
    to: Day,
    manager: EntityManager = this.database.manager,
  ): Promise<PlannedDate[]> {
    return (await this.datesOfMany([series], from, to, manager)).get(series.id) ?? [];
  }

  /** As {@link datesOf}, by the id of the series: one question for the choices, and one calendar per province. */
  async datesOfMany(
    series: readonly SeriesTimesRow[],
    from: Day,
    to: Day,
    manager: EntityManager = this.database.manager,
  ): Promise<Map<string, PlannedDate[]>> {
    const choices = await this.choicesOf(
      series.map(({ id }) => id),
      from,
      to,
      manager,
    );
    const calendars = new Map<string, WorkingCalendar>();
    for (const { provinceId } of series) {
      if (!calendars.has(provinceId)) {
        calendars.set(provinceId, await this.calendars.of(provinceId, from, to, manager));
      }
    }
    return new Map(
      series.map((one) => {
        const calendar = calendars.get(one.provinceId);
        if (!calendar) throw new Error(`no calendar of ${one.provinceId}`);
        return [one.id, datesWith(one, from, to, calendar, choices.get(one.id) ?? [])];
      }),
    );
  }

  private async choicesOf(
    seriesIds: readonly string[],
    from: Day,
    to: Day,
    manager: EntityManager,
  ): Promise<Map<string, ChoiceRow[]>> {
    const rows = await manager.query<ChoiceRow[]>(
      `SELECT series_id AS "seriesId", nominal::text, choice, day::text, to_char(starts_at, 'HH24:MI') AS "startsAt", note
       FROM series_choices WHERE series_id = ANY ($1::uuid[]) AND nominal BETWEEN $2 AND $3`,
      [seriesIds, from, to],
    );
    return byKey(rows, ({ seriesId }) => seriesId);
  }
}

/** Within the days of the series itself: "this and following" ends one and begins another. */
export function datesWith(
  series: Omit<SeriesTimesRow, 'id' | 'provinceId'>,
  from: Day,
  to: Day,
  calendar: WorkingCalendar,
  choices: readonly DateChoice[],
): PlannedDate[] {
  const first = series.fromDay && series.fromDay > from ? series.fromDay : from;
  const last = series.untilDay && series.untilDay < to ? series.untilDay : to;
  return withChoices(series, occurrencesBetween(series, first, last, calendar), choices);
}
