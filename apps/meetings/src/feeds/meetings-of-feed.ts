import type { MeetingOfFeed } from './feed-row.js';

/** Days shown before and after today, and meetings at most. */
export const [daysBack, daysAhead, mostMeetings] = [90, 400, 1000];

/** Whose meetings a calendar shows. */
export interface Shown {
  /** Who is invited, or holds an office. */
  readonly userId: string | null;
  /** Units whose sites take part. */
  readonly siteUnitIds: readonly string[];
  /** The unit that holds them. */
  readonly ownerUnitId: string | null;
}

/** The ones nearest to now, when there are too many. Values: see {@link valuesOf}. */
export const meetingsOfFeed = `
  WITH shown AS (
    SELECT occurrence_id AS id FROM invitations WHERE user_id = $1 AND (state <> 'revoked' OR revoked_with_meeting)
    UNION SELECT occurrence_id FROM occurrence_sites
      WHERE unit_id = ANY ($2) AND during && tstzrange($4::timestamptz - make_interval(days => ${daysBack}),
                                                     $4::timestamptz + make_interval(days => ${daysAhead}))
    UNION SELECT id FROM occurrences
      WHERE (unit_id = $3 OR $1 IN (chair_id, director_id, secretary_id))
        AND starts_at BETWEEN $4::timestamptz - make_interval(days => ${daysBack + 1})
                          AND $4::timestamptz + make_interval(days => ${daysAhead})
  )
  SELECT o.id, o.title, o.state, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.zone, o.unit_name AS "unitName",
    r.slug AS "roomSlug", main.name AS place, greatest(o.sequence, m.sequence) AS sequence,
    coalesce(m.changed_at, o.created_at) AS "changedAt", o.nominal_date::text AS "nominalDay",
    s.id AS "seriesId", s.title AS "seriesTitle", s.rule, s.first_day::text AS "firstDay",
    left(s.starts_at::text, 5) AS "seriesStartsAt", s.duration_min AS "durationMin", s.zone AS "seriesZone",
    s.version, s.created_at AS "createdAt"
  FROM shown JOIN occurrences o ON o.id = shown.id
    LEFT JOIN invited_meetings m ON m.occurrence_id = o.id
    LEFT JOIN rooms r ON r.id = o.room_id LEFT JOIN series s ON s.id = o.series_id
    LEFT JOIN occurrence_sites os ON os.occurrence_id = o.id AND os.role = 'main'
    LEFT JOIN sites main ON main.id = os.site_id
  WHERE o.state NOT IN ('draft', 'pendingApproval', 'rejected')
    AND o.ends_at > $4::timestamptz - make_interval(days => ${daysBack})
    AND o.starts_at < $4::timestamptz + make_interval(days => ${daysAhead})
  ORDER BY o.ends_at < $4, abs(extract(epoch FROM o.starts_at - $4::timestamptz)), o.id LIMIT ${mostMeetings}`;

export const valuesOf = ({ userId, siteUnitIds, ownerUnitId }: Shown, now: Date) => [
  userId,
  siteUnitIds,
  ownerUnitId,
  now,
];

export interface MeetingRow extends Omit<MeetingOfFeed, 'series'> {
  readonly seriesId: string | null;
  readonly seriesTitle: string;
  readonly rule: string;
  readonly firstDay: string;
  readonly seriesStartsAt: string;
  readonly durationMin: number;
  readonly seriesZone: string;
  readonly version: number;
  readonly createdAt: Date;
}

export function toMeeting(row: MeetingRow): MeetingOfFeed {
  const {
    seriesId,
    seriesTitle,
    rule,
    firstDay,
    seriesStartsAt,
    durationMin,
    seriesZone,
    version,
    createdAt,
  } = row;
  return {
    ...row,
    series:
      seriesId === null
        ? null
        : {
            id: seriesId,
            title: seriesTitle,
            rule,
            firstDay,
            startsAt: seriesStartsAt,
            durationMin,
            zone: seriesZone,
            version,
            createdAt,
          },
  };
}
