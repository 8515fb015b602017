import type { Caller } from '@diemcau/contracts/core/caller';
import {
  mostShown,
  type OverviewMeeting,
  type OverviewMeetings,
  type OverviewState,
} from '@diemcau/contracts/meetings/overview';
import { scopeOf } from '@diemcau/service/auth/scope';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { visibleMeeting } from '../occurrences/occurrences.service.js';
import { checksOfSites, standingFigures } from './standing.sql.js';

interface Span {
  /** In Vietnam. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly now: Date;
  readonly unitId: string | null;
}

type Row = Omit<OverviewMeeting, 'startsAt' | 'endsAt'> & {
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/**
 * Meetings of the days from $3 to $4 in Vietnam that the caller ($1, $2) sees, of unit $5 or below. None is longer than a day.
 */
const meetings = `
  SELECT o.* FROM occurrences o
  WHERE o.state NOT IN ('rejected', 'postponed', 'cancelled')
    AND o.ends_at > $3::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
    AND o.starts_at > ($3::timestamp - interval '1 day') AT TIME ZONE 'Asia/Ho_Chi_Minh'
    AND o.starts_at < ($4::timestamp + interval '1 day') AT TIME ZONE 'Asia/Ho_Chi_Minh'
    AND ${visibleMeeting(1)}
    AND ($5::uuid IS NULL OR o.unit_path @> ARRAY[$5::uuid] OR o.requesting_unit_path @> ARRAY[$5::uuid]
      OR EXISTS (SELECT FROM occurrence_sites os JOIN sites s ON s.id = os.site_id
                 WHERE os.occurrence_id = o.id AND s.unit_path @> ARRAY[$5::uuid]))`;

const isToday = `starts_at < ($3::timestamp + interval '1 day') AT TIME ZONE 'Asia/Ho_Chi_Minh'`;

const replies = `SELECT to_jsonb(r) AS replies FROM (
  SELECT count(*)::int AS invited, (count(*) FILTER (WHERE i.state = 'accepted'))::int AS accepted,
    (count(*) FILTER (WHERE i.state = 'declined'))::int AS declined,
    (count(*) FILTER (WHERE i.state IN ('queued', 'sent', 'viewed')))::int AS silent
  FROM invitations i WHERE i.occurrence_id = o.id AND i.state NOT IN ('revoked', 'delegated')) r`;

const preparation = `SELECT to_jsonb(p) AS preparation FROM (
  SELECT count(*)::int AS tasks, count(i.done_at)::int AS done,
    (count(*) FILTER (WHERE i.done_at IS NULL AND i.due_at < $6))::int AS late
  FROM checklist_items i WHERE i.occurrence_id = o.id) p`;

const checks = `SELECT to_jsonb(s) AS checks FROM (
  SELECT ${standingFigures} FROM occurrence_sites os ${checksOfSites} WHERE os.occurrence_id = o.id) s`;

/** What takes place today and in the days after, and how far it is prepared. */
@Injectable()
export class MeetingsOfWeekService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async of({ firstDay, lastDay, now, unitId }: Span, caller: Caller): Promise<OverviewMeetings> {
    const { exactly, below } = scopeOf(caller, 'meetings.read');
    const values = [exactly, below, firstDay, lastDay, unitId];
    const [states, items] = await Promise.all([
      this.database.query<OverviewState[]>(
        `SELECT state, (count(*) FILTER (WHERE ${isToday}))::int AS today, count(*)::int AS week
         FROM (${meetings}) o GROUP BY state ORDER BY min(starts_at), state`,
        values,
      ),
      // What is counted for each is counted of those that are shown alone.
      this.database.query<Row[]>(
        `SELECT o.id AS "occurrenceId", o.title, o.unit_name AS "unitName", o.state, o.starts_at AS "startsAt",
           o.ends_at AS "endsAt",
           EXISTS (SELECT FROM check_campaigns k WHERE k.occurrence_id = o.id) AS "checksOpened", r.replies, p.preparation, s.checks
         FROM (${meetings} ORDER BY o.starts_at, o.id LIMIT ${mostShown.meetings}) o,
           LATERAL (${replies}) r, LATERAL (${preparation}) p, LATERAL (${checks}) s
         ORDER BY o.starts_at, o.id`,
        [...values, now],
      ),
    ]);
    return {
      states,
      today: states.reduce((sum, one) => sum + one.today, 0),
      week: states.reduce((sum, one) => sum + one.week, 0),
      items: items.map((row) => ({
        ...row,
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
      })),
    };
  }
}
