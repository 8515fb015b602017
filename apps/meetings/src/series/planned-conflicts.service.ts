import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import type { DateConflict, PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { plusDays } from '../recurrence/days.js';
import type { FoundConflict, Needs } from './booked.service.js';
import { SeriesDatesService } from './dates.service.js';
import { type SeriesTimesRow, timesColumns } from './series-times.js';

interface Other extends SeriesTimesRow {
  readonly title: string;
  readonly unitPath: string[];
  readonly template: SeriesTemplate;
  /** What is made is known as meetings already. */
  readonly madeUntil: string | null;
}
interface Place {
  readonly name: string;
  readonly path: string[];
}

/** Other series that are looked at; a site that more of them want is no longer planned by looking at a preview. */
const most = 100;

/** What other series will have made by then: most of a preview lies beyond the meetings that exist already. */
@Injectable()
export class PlannedConflictsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly dates: SeriesDatesService,
  ) {}

  async of(needs: Needs, dates: readonly PlannedDate[], caller: Caller): Promise<FoundConflict[]> {
    const [first, last] = [dates[0]?.nominal, dates.at(-1)?.nominal];
    const others = await this.others(needs);
    if (first === undefined || last === undefined || others.length === 0) return [];
    const [begin, end] = [plusDays(first, -31), plusDays(last, 31)];
    const known = await this.dates.datesOfMany(others, begin, end);
    const places = await this.places(needs);
    return others.flatMap((other) => {
      const ahead = (known.get(other.id) ?? []).filter(({ nominal }) => nominal > (other.madeUntil ?? ''));
      return meetings(dates, ahead).flatMap(({ at, date }) =>
        shared(needs, other).flatMap(({ kind, id }) => {
          const place = places.get(id);
          return place ? [{ at, conflict: toDto(kind, id, place, other, date, caller) }] : [];
        }),
      );
    });
  }

  private others({ seriesId, provinceId, roomId, siteIds }: Needs): Promise<Other[]> {
    return this.database.query<Other[]>(
      `SELECT ${timesColumns}, series.title, series.unit_path AS "unitPath", series.template,
         series.made_until::text AS "madeUntil"
       FROM series
       WHERE series.state = 'active' AND series.unit_path[1] = $1 AND series.id IS DISTINCT FROM $2::uuid
         AND (series.template->>'roomId' = $3
           OR jsonb_path_query_array(series.template, '$.sites[*].siteId') ?| $4::text[])
       ORDER BY series.created_at DESC LIMIT ${most}`,
      [provinceId, seriesId, roomId, siteIds],
    );
  }

  private async places({ roomId, siteIds }: Needs): Promise<Map<string, Place>> {
    const rows = await this.database.query<(Place & { id: string })[]>(
      `SELECT id, name, unit_path AS path FROM sites WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, name, owner_unit_path FROM rooms WHERE id = $2::uuid`,
      [siteIds, roomId],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** Which dates overlap in time with which. */
function meetings(
  dates: readonly PlannedDate[],
  others: readonly PlannedDate[],
): { at: number; date: PlannedDate }[] {
  return dates.flatMap(({ startsAt, endsAt }, at) => {
    if (startsAt === null || endsAt === null) return [];
    return others
      .filter((date) => date.startsAt !== null && date.startsAt < endsAt && (date.endsAt ?? '') > startsAt)
      .map((date) => ({ at, date }));
  });
}

function shared({ roomId, siteIds }: Needs, { template }: Other): { kind: 'room' | 'site'; id: string }[] {
  const sites = template.sites.filter(({ siteId }) => siteIds.includes(siteId));
  return [
    ...(roomId !== null && template.roomId === roomId ? [{ kind: 'room' as const, id: roomId }] : []),
    ...sites.map(({ siteId }) => ({ kind: 'site' as const, id: siteId })),
  ];
}

function toDto(
  kind: 'room' | 'site',
  id: string,
  { name, path }: Place,
  other: Other,
  { startsAt, endsAt }: PlannedDate,
  caller: Caller,
): DateConflict {
  const seen = mayOn(caller, 'meetings.read', other.unitPath) || mayOn(caller, 'meetings.read', path);
  return {
    kind,
    id,
    name,
    occurrenceId: null,
    title: seen ? other.title : null,
    startsAt: startsAt ?? '',
    endsAt: endsAt ?? '',
    planned: true,
  };
}
