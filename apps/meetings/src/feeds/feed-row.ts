import type { Feed } from '@diemcau/contracts/meetings/feeds';
import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';

export interface FeedRow {
  readonly id: string;
  readonly userId: string;
  readonly unitId: string | null;
  readonly unitPath: string[] | null;
  readonly unitName: string | null;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
}

export const feedColumns = `id, user_id AS "userId", unit_id AS "unitId", unit_path AS "unitPath",
  unit_name AS "unitName", name, created_at AS "createdAt", last_read_at AS "lastReadAt"`;

export const toFeed = ({ id, unitId, unitName, name, createdAt, lastReadAt }: FeedRow): Feed => ({
  id,
  kind: unitId === null ? 'person' : 'unit',
  unitId,
  unitName,
  name,
  createdAt: createdAt.toISOString(),
  lastReadAt: lastReadAt?.toISOString() ?? null,
});

/** A series as far as calendars need it. */
export interface SeriesOfFeed {
  readonly id: string;
  readonly title: string;
  /** RFC 5545, 3.3.10. */
  readonly rule: string;
  readonly firstDay: string;
  /** `08:00` */
  readonly startsAt: string;
  readonly durationMin: number;
  readonly zone: string;
  readonly version: number;
  readonly createdAt: Date;
}

/** A meeting of a calendar. */
export interface MeetingOfFeed {
  readonly id: string;
  readonly title: string;
  readonly state: OccurrenceState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly unitName: string;
  readonly roomSlug: string | null;
  /** Name of the main site. */
  readonly place: string | null;
  readonly sequence: number;
  readonly changedAt: Date;
  readonly nominalDay: string | null;
  readonly series: SeriesOfFeed | null;
}
