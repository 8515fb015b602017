import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import type { ConflictKind, DateConflict, PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { plusDays } from '../recurrence/days.js';
import type { Except, FoundConflict, Needs } from './booked.service.js';
import { SeriesDatesService } from './dates.service.js';
import { overlaps } from './overlaps.js';
import { type SeriesTimesRow, timesColumns } from './series-times.js';

interface Other extends SeriesTimesRow {
  readonly title: string;
  readonly unitPath: string[];
  readonly template: SeriesTemplate;
  /** What is made is known as meetings already. */
  readonly madeUntil: string | null;
}
interface Place {
  readonly kind: ConflictKind;
  readonly id: string;
  readonly name: string;
  readonly path: string[];
}

/** Other series that are looked at; a site that more of them want is no longer planned by looking at a preview. */
const most = 100;

/** What will be made by then: most of a preview lies beyond the meetings that exist already. */
@Injectable()
export class PlannedConflictsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly dates: SeriesDatesService,
  ) {}

  /** With other series, and of the dates with each other: moved ones may meet. */
  async of(
    needs: Needs,
    except: Except,
    dates: readonly PlannedDate[],
    caller: Caller,
  ): Promise<FoundConflict[]> {
    const [first, last] = [dates[0]?.nominal, dates.at(-1)?.nominal];
    if (first === undefined || last === undefined) return [];
    const [places, others] = await Promise.all([this.places(needs), this.others(needs, except)]);
    const own = overlaps(dates, dates).flatMap(({ at, date }) =>
      places.map((place) => ({ at, conflict: toDto(place, null, date, true) })),
    );
    if (others.length === 0) return own;
    const known = await this.dates.datesOfMany(others, plusDays(first, -31), plusDays(last, 31));
    const found = others.flatMap((other) => {
      const ahead = (known.get(other.id) ?? []).filter(({ nominal }) => nominal > (other.madeUntil ?? ''));
      const both = places.filter((place) => wants(other, place));
      return overlaps(dates, ahead).flatMap(({ at, date }) =>
        both.map((place) => ({ at, conflict: toDto(place, titleOf(other, place, caller), date, false) })),
      );
    });
    return [...own, ...found];
  }

  /** Active ones, each found by the index of its place; and the lines of the same plan, found by the plan's. */
  private others({ planId, provinceId, roomId, siteIds }: Needs, except: Except): Promise<Other[]> {
    const columns = `${timesColumns}, series.title, series.unit_path AS "unitPath", series.template,
         series.made_until::text AS "madeUntil"`;
    const alsoWants = `series.unit_path[1] = $1 AND series.id <> ALL ($2::uuid[])
         AND (series.template->>'roomId' = $3
           OR jsonb_path_query_array(series.template, '$.sites[*].siteId') ?| $4::text[])`;
    return this.database.query<Other[]>(
      `(SELECT ${columns} FROM series WHERE series.plan_id = $5::uuid AND series.state = 'draft' AND ${alsoWants}
        ORDER BY series.created_at DESC LIMIT ${most})
       UNION ALL
       (SELECT ${columns} FROM series WHERE series.state = 'active' AND ${alsoWants}
        ORDER BY series.created_at DESC LIMIT ${most})`,
      [provinceId, except, roomId, siteIds, planId],
    );
  }

  private places({ roomId, siteIds }: Needs): Promise<Place[]> {
    return this.database.query<Place[]>(
      `SELECT 'room' AS kind, id, name, owner_unit_path AS path FROM rooms WHERE id = $2::uuid
       UNION ALL SELECT 'site', id, name, unit_path FROM sites WHERE id = ANY ($1::uuid[])`,
      [siteIds, roomId],
    );
  }
}

const wants = ({ template }: Other, { kind, id }: Place): boolean =>
  kind === 'room' ? template.roomId === id : template.sites.some(({ siteId }) => siteId === id);

/** Null where the caller may neither see the other series nor what takes the place. */
const titleOf = ({ title, unitPath }: Other, { path }: Place, caller: Caller): string | null =>
  mayOn(caller, 'meetings.read', unitPath) || mayOn(caller, 'meetings.read', path) ? title : null;

const toDto = (
  { kind, id, name }: Place,
  title: string | null,
  { startsAt, endsAt }: PlannedDate,
  own: boolean,
): DateConflict => ({
  kind,
  id,
  name,
  occurrenceId: null,
  title,
  startsAt: startsAt ?? '',
  endsAt: endsAt ?? '',
  planned: true,
  own,
});
