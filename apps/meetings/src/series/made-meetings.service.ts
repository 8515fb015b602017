import { Failure } from '@diemcau/contracts/core/failure';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import { Jobs } from '@diemcau/service/jobs/jobs';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { jobNames } from '../job-names.js';
import { type Day, plusDays } from '../recurrence/days.js';
import { dayIn } from '../recurrence/zones.js';
import { SeriesDatesService } from './dates.service.js';
import { heldMeetings, type MadeMeeting } from './made-meeting.js';
import { RemakingService } from './remaking.service.js';
import { seriesColumns, type SeriesRow, seriesTables } from './series-row.js';

/** Meetings that exist already follow their series; those that people changed by hand, or that have begun, do not (I11). */
@Injectable()
export class MadeMeetingsService {
  constructor(
    private readonly dates: SeriesDatesService,
    private readonly remaking: RemakingService,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** @param from nominal dates from here on; null: all that have not begun */
  async align(manager: EntityManager, seriesId: string, from: Day | null): Promise<void> {
    const series = await seriesOf(manager, seriesId);
    const now = this.clock.now();
    const begin = from ?? plusDays(dayIn(series.zone, now), -60);
    const meetings = await heldMeetings(manager, seriesId, begin, null, now, false);
    await this.follow(manager, series, meetings);
    // Dates that were not there before are made by whoever makes meetings, from here on.
    await manager.query(`UPDATE series SET made_until = least(made_until, $2::date) WHERE id = $1`, [
      seriesId,
      plusDays(from ?? dayIn(series.zone, now), -1),
    ]);
    this.jobs.soon(jobNames.make);
  }

  /** As {@link align}, for one date, also when the meeting was changed by hand: it is this one that was decided about. */
  async alignDate(manager: EntityManager, seriesId: string, nominal: Day): Promise<void> {
    const series = await seriesOf(manager, seriesId);
    const [made] = await manager.query<object[]>(
      `SELECT FROM occurrences WHERE series_id = $1 AND nominal_date = $2 AND state NOT IN ('cancelled', 'aborted')`,
      [seriesId, nominal],
    );
    const meetings = await heldMeetings(manager, seriesId, nominal, nominal, this.clock.now(), true);
    if (made && meetings.length === 0) throw new Failure(seriesErrors.past, { nominal });
    if (made) await this.refuseInThePast(manager, series, nominal);
    await this.follow(manager, series, meetings);
    // Also of what is made: whoever makes meetings notes what is left open. A day back at least, so that they look at the
    // series at all: the date may have been moved to before the last day that is made, from far beyond it.
    await manager.query(`UPDATE series SET made_until = least(made_until - 1, $2::date) WHERE id = $1`, [
      seriesId,
      plusDays(nominal, -1),
    ]);
    this.jobs.soon(jobNames.make);
  }

  /** A meeting cannot be put where it would have begun already. */
  private async refuseInThePast(manager: EntityManager, series: SeriesRow, nominal: Day): Promise<void> {
    const [date] = await this.dates.datesOf(series, nominal, nominal, manager);
    if (date?.startsAt && Date.parse(date.startsAt) <= this.clock.now().getTime()) {
      throw new Failure(seriesErrors.past, { nominal });
    }
  }

  private async follow(
    manager: EntityManager,
    series: SeriesRow,
    meetings: readonly MadeMeeting[],
  ): Promise<void> {
    const [first, last] = [meetings[0]?.nominal, meetings.at(-1)?.nominal];
    if (first === undefined || last === undefined) return;
    const nominals = meetings.map(({ nominal }) => nominal).sort();
    const dates = await this.dates.datesOf(series, nominals[0] ?? first, nominals.at(-1) ?? last, manager);
    const byNominal = new Map(dates.map((date) => [date.nominal, date]));
    for (const meeting of meetings) await this.one(manager, series, meeting, byNominal.get(meeting.nominal));
  }

  private async one(
    manager: EntityManager,
    series: SeriesRow,
    meeting: MadeMeeting,
    date: PlannedDate | undefined,
  ): Promise<void> {
    const because = date?.reason?.nameVi ?? '';
    switch (date?.outcome) {
      case 'asPlanned':
      case 'shifted':
      case 'moved':
        return this.remaking.remake(manager, meeting, series, date);
      case 'waiting':
        return this.remaking.giveUp(manager, meeting, 'postponed', because);
      case 'skipped':
      case undefined:
        return this.remaking.giveUp(manager, meeting, 'cancelled', because);
    }
  }
}

async function seriesOf(manager: EntityManager, seriesId: string): Promise<SeriesRow> {
  const [row] = await manager.query<SeriesRow[]>(
    `SELECT ${seriesColumns} FROM ${seriesTables} WHERE series.id = $1`,
    [seriesId],
  );
  if (!row) throw new Failure(seriesErrors.notFound, { seriesId });
  return row;
}
