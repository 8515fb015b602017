import type { Caller } from '@diemcau/contracts/core/caller';
import type { MissedCause, MissedDates, MissedDatesQuery } from '@diemcau/contracts/meetings/open-dates';
import { scopeOf, withinScope } from '@diemcau/service/auth/scope';
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
  readonly foundAt: Date;
  readonly cause: MissedCause;
  readonly total: number;
}

/** A choice made before a standstill says nothing: it is the one that was missed. To leave a date open decides nothing. */
const decided = `
  SELECT FROM series_choices choice
  WHERE choice.series_id = missed.series_id AND choice.nominal = missed.nominal_date
    AND (choice.choice = 'skip'
      OR (choice.day + coalesce(choice.starts_at, series.starts_at)) AT TIME ZONE series.zone > missed.starts_at)`;

/** What fell into a standstill of the system, or passed before anybody decided about it (HB-7.1). */
@Injectable()
export class MissedDatesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The latest first, of series that the caller may read. */
  async list({ seriesId }: MissedDatesQuery, caller: Caller): Promise<MissedDates> {
    const scope = scopeOf(caller, 'meetings.read');
    const rows = await this.database.query<Row[]>(
      `SELECT series.id AS "seriesId", series.title, series.unit_name AS "unitName", missed.nominal_date::text AS nominal,
         missed.starts_at AS "startsAt", missed.found_at AS "foundAt", missed.cause,
         (count(*) OVER ())::int AS total
       FROM missed_dates missed JOIN series ON series.id = missed.series_id
       WHERE ${withinScope('series', 1)} AND ($3::uuid IS NULL OR series.id = $3)
         AND NOT EXISTS (SELECT FROM occurrences made
           WHERE made.series_id = missed.series_id AND made.nominal_date = missed.nominal_date
             AND NOT (made.state = 'postponed' AND made.by_series))
         AND NOT EXISTS (${decided})
       ORDER BY missed.starts_at DESC, series.id LIMIT ${most}`,
      [scope.exactly, scope.below, seriesId ?? null],
    );
    return {
      items: rows.map(({ total: _all, startsAt, foundAt, ...row }) => ({
        ...row,
        startsAt: startsAt.toISOString(),
        foundAt: foundAt.toISOString(),
      })),
      total: rows[0]?.total ?? 0,
    };
  }
}
