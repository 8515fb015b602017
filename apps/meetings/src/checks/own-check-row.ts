import type { CheckState } from '@diemcau/contracts/meetings/checks';
import type { DeviceTest } from '@diemcau/contracts/meetings/checks-test';
import type { MeetingKind, OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';

/** One site of one meeting, with its check. */
export interface OwnCheckRow {
  readonly occurrenceId: string;
  readonly siteId: string;
  readonly sitePath: string[];
  readonly siteName: string;
  readonly requiredMbps: number;
  readonly title: string;
  readonly unitName: string;
  readonly unitPath: string[];
  readonly kind: MeetingKind;
  readonly meetingState: OccurrenceState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly roomId: string | null;
  readonly roomSlug: string | null;
  readonly state: CheckState;
  readonly attempt: number;
  readonly startedAt: Date | null;
  readonly reportedAt: Date | null;
  readonly test: DeviceTest | null;
}

/** Needs {@link testJson} put into its place. */
export const ownCheckSql = (test: string): string => `
  SELECT os.occurrence_id AS "occurrenceId", os.site_id AS "siteId", site.unit_path AS "sitePath",
         site.name AS "siteName", site.required_mbps AS "requiredMbps", o.title, o.unit_name AS "unitName",
         o.unit_path AS "unitPath", o.kind, o.state AS "meetingState", o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.zone,
         o.room_id AS "roomId", room.slug AS "roomSlug", coalesce(c.state, 'pending') AS state,
         coalesce(c.attempt, 0) AS attempt, c.started_at AS "startedAt", c.reported_at AS "reportedAt", ${test} AS test
  FROM occurrence_sites os JOIN occurrences o ON o.id = os.occurrence_id JOIN sites site ON site.id = os.site_id
  LEFT JOIN rooms room ON room.id = o.room_id
  LEFT JOIN connection_checks c ON c.occurrence_id = os.occurrence_id AND c.site_id = os.site_id
  LEFT JOIN device_tests t ON t.id = c.test_id`;
