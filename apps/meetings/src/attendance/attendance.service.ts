import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import {
  type Attendance,
  attendanceErrors,
  type HeadcountLine,
  type Interval,
  type PersonAttendance,
  type SiteAttendance,
} from '@diemcau/contracts/meetings/attendance';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MeetingsSeenService, type SeenMeeting } from '../checks/meetings-seen.service.js';
import { type Live, merged, secondsOf, type Span, staysOf } from './intervals.js';
import { PeopleService } from './people.service.js';

interface SiteRow {
  readonly siteId: string;
  readonly siteName: string;
  readonly unitId: string;
  readonly unitPath: string[];
  readonly unitName: string;
  readonly role: SiteAttendance['role'];
  readonly expected: number;
  readonly limit: number;
  readonly headcounts: HeadcountLine[];
}
interface Session {
  readonly roomId: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}
type Person = PersonAttendance & { readonly unitId: string | null; readonly stays: Span[] };

/** A meeting's attendance, put together from what rooms told and sites declared. */
@Injectable()
export class AttendanceService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly meetings: MeetingsSeenService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `attendance.notFound` */
  async find(occurrenceId: string, caller: Caller): Promise<Attendance> {
    const meeting = await this.meetings.visible(caller, occurrenceId, attendanceErrors.notFound);
    const rows = await this.sites(occurrenceId);
    const [session] = await this.database.query<Session[]>(
      `SELECT room_id AS "roomId", started_at AS "startedAt", ended_at AS "endedAt" FROM live_sessions
       WHERE occurrence_id = $1`,
      [occurrenceId],
    );
    const live = session && { from: session.startedAt.getTime(), until: session.endedAt?.getTime() ?? null };
    const everybody = live && session.roomId ? await this.visitors(session.roomId, live, rows) : [];
    const seen = rows.filter(({ unitPath }) => mayOn(caller, 'meetings.read', unitPath));
    const whole = caller.kind === 'service' || mayOn(caller, 'meetings.read', meeting.unitPath);
    const shown = whole ? rows : seen;
    const people = whole
      ? everybody
      : everybody.filter(({ siteId }) => seen.some((site) => site.siteId === siteId));
    return {
      occurrenceId,
      title: meeting.title,
      startsAt: meeting.startsAt.toISOString(),
      endsAt: meeting.endsAt.toISOString(),
      zone: meeting.zone,
      liveFrom: session?.startedAt.toISOString() ?? null,
      liveUntil: session?.endedAt?.toISOString() ?? null,
      sites: shown.map((row) => this.siteOf(row, everybody, meeting, caller)),
      people: people.map(({ unitId: _unit, stays: _stays, ...person }) => person),
    };
  }

  private sites(occurrenceId: string): Promise<SiteRow[]> {
    return this.database.query<SiteRow[]>(
      `SELECT os.site_id AS "siteId", site.name AS "siteName", site.unit_id AS "unitId", site.unit_path AS "unitPath",
              site.unit_name AS "unitName", os.role, os.expected, os.headcount_limit AS "limit",
              coalesce((SELECT jsonb_agg(jsonb_build_object('version', h.version, 'headcount', h.headcount,
                  'reason', h.reason, 'byUserId', h.by_user_id, 'at', h.at) ORDER BY h.version)
                FROM headcounts h WHERE h.occurrence_id = os.occurrence_id AND h.site_id = os.site_id), '[]') AS headcounts
       FROM occurrence_sites os JOIN sites site ON site.id = os.site_id WHERE os.occurrence_id = $1
       ORDER BY array_position(ARRAY['main', 'standby', 'member'], os.role), site.unit_name, site.name`,
      [occurrenceId],
    );
  }

  private async visitors(roomId: string, live: Live, sites: readonly SiteRow[]): Promise<Person[]> {
    const now = this.clock.now().getTime();
    const visitors = await this.people.throughDoor(this.database.manager, roomId, live);
    return visitors
      .map(({ passages, ...who }) => ({ ...who, stays: staysOf(passages, live) }))
      .filter(({ stays }) => stays.length > 0)
      .map((who) => ({
        ...who,
        siteId: sites.find(({ unitId }) => unitId === who.unitId)?.siteId ?? null,
        intervals: who.stays.map(toInterval),
        presentS: secondsOf(who.stays, now),
      }))
      .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'vi') || (a.peerId < b.peerId ? -1 : 1));
  }

  private siteOf(
    row: SiteRow,
    people: readonly Person[],
    meeting: SeenMeeting,
    caller: Caller,
  ): SiteAttendance {
    const { unitPath, headcounts, ...site } = row;
    const spans = merged(people.filter(({ siteId }) => siteId === row.siteId).flatMap(({ stays }) => stays));
    return {
      ...site,
      headcount: headcounts.at(-1)?.headcount ?? null,
      headcounts: headcounts.map((line) => ({ ...line, at: new Date(line.at).toISOString() })),
      intervals: spans.map(toInterval),
      presentS: secondsOf(spans, this.clock.now().getTime()),
      declarable:
        mayOn(caller, 'meetings.answer', unitPath) || mayOn(caller, 'meetings.write', meeting.unitPath),
    };
  }
}

const toInterval = ({ from, until }: Span): Interval => ({
  from: new Date(from).toISOString(),
  until: until === null ? null : new Date(until).toISOString(),
});
