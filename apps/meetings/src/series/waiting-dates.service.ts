import type { Caller } from '@diemcau/contracts/core/caller';
import type { WaitingDates, WaitingDatesQuery } from '@diemcau/contracts/meetings/open-dates';
import type { DateReason } from '@diemcau/contracts/meetings/recurrence';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const most = 200;

interface Row {
  readonly seriesId: string;
  readonly title: string;
  readonly unitName: string;
  readonly nominal: string;
  readonly startsAt: Date;
  readonly reason: DateReason | null;
  readonly total: number;
}

/** What its series leaves open and somebody is to decide before its time (HB-7.1). */
@Injectable()
export class WaitingDatesService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The next first, of series that the caller may decide about. What was decided a moment ago is not waited for until it is made. */
  async list({ seriesId }: WaitingDatesQuery, caller: Caller): Promise<WaitingDates> {
    const scope = scopeOf(caller, 'meetings.write');
    const rows = await this.database.query<Row[]>(
      `SELECT series.id AS "seriesId", series.title, series.unit_name AS "unitName", waiting.nominal_date::text AS nominal,
         waiting.starts_at AS "startsAt", waiting.reason, (count(*) OVER ())::int AS total
       FROM waiting_dates waiting JOIN series ON series.id = waiting.series_id
       WHERE ${withinScope('series', 1)} AND ($3::uuid IS NULL OR series.id = $3)
         AND series.state = 'active' AND waiting.nominal_date <= coalesce(series.until_day, waiting.nominal_date)
         AND waiting.starts_at > $4
         AND NOT EXISTS (SELECT FROM series_choices choice WHERE choice.series_id = waiting.series_id
           AND choice.nominal = waiting.nominal_date AND choice.choice <> 'ask')
       ORDER BY waiting.starts_at, series.id LIMIT ${most}`,
      [scope.exactly, scope.below, seriesId ?? null, this.clock.now()],
    );
    return {
      items: rows.map(({ total: _all, startsAt, ...row }) => ({ ...row, startsAt: startsAt.toISOString() })),
      total: rows[0]?.total ?? 0,
    };
  }
}
