import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import type { ConflictKind, DateConflict, PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** What meetings of a series need. */
export interface Needs {
  /** Null while it is not saved. */
  readonly seriesId: string | null;
  /** The plan that it is a line of. */
  readonly planId: string | null;
  readonly provinceId: string;
  readonly roomId: string | null;
  readonly siteIds: readonly string[];
}

/** Series that are in nobody's way here: itself, and what it takes the place of. */
export type Except = readonly string[];

export interface FoundConflict {
  /** Which of the dates. */
  readonly at: number;
  readonly conflict: DateConflict;
}

interface Taken {
  readonly at: number;
  readonly kind: ConflictKind;
  readonly id: string;
  readonly name: string;
  readonly occurrenceId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly unitPath: string[];
  /** Of the site or room: who may read meetings there sees what takes it. */
  readonly placePath: string[];
}

/** Meetings that have a site or the room at the same time (I9), before anything is saved. */
@Injectable()
export class BookedService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async of(
    needs: Needs,
    except: Except,
    dates: readonly PlannedDate[],
    caller: Caller,
  ): Promise<FoundConflict[]> {
    const rows = await this.database.query<Taken[]>(
      `WITH wanted AS (
         SELECT (at - 1)::int AS at, tstzrange(starts, ends) AS during
         FROM unnest($1::timestamptz[], $2::timestamptz[]) WITH ORDINALITY AS one (starts, ends, at)
         WHERE starts IS NOT NULL)
       SELECT wanted.at, 'site' AS kind, site.id, site.name, o.id AS "occurrenceId", o.title,
         o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.unit_path AS "unitPath", site.unit_path AS "placePath"
       FROM wanted
       JOIN occurrence_sites taken ON taken.site_id = ANY ($3::uuid[]) AND taken.booked AND taken.during && wanted.during
       JOIN occurrences o ON o.id = taken.occurrence_id AND (o.series_id = ANY ($5::uuid[])) IS NOT TRUE
       JOIN sites site ON site.id = taken.site_id
       UNION ALL
       SELECT wanted.at, 'room', room.id, room.name, o.id, o.title, o.starts_at, o.ends_at, o.unit_path,
         room.owner_unit_path
       FROM wanted
       JOIN rooms room ON room.id = $4::uuid
       JOIN occurrences o ON o.room_id = room.id AND o.booked AND o.during && wanted.during
         AND (o.series_id = ANY ($5::uuid[])) IS NOT TRUE
       ORDER BY at, kind, name`,
      [
        dates.map(({ startsAt }) => startsAt),
        dates.map(({ endsAt }) => endsAt),
        needs.siteIds,
        needs.roomId,
        except,
      ],
    );
    return rows.map((row) => ({ at: row.at, conflict: toDto(row, caller) }));
  }
}

function toDto(row: Taken, caller: Caller): DateConflict {
  const seen = mayOn(caller, 'meetings.read', row.unitPath) || mayOn(caller, 'meetings.read', row.placePath);
  return {
    kind: row.kind,
    id: row.id,
    name: row.name,
    occurrenceId: seen ? row.occurrenceId : null,
    title: seen ? row.title : null,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    planned: false,
    own: false,
  };
}
