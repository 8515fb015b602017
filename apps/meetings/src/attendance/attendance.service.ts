import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import {
  type Attendance,
  attendanceErrors,
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
import { type MeetingSite, MeetingSitesService } from './meeting-sites.service.js';
import { PeopleService } from './people.service.js';
import { speaksFor } from './speaks-for.js';

interface Session {
  readonly roomId: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}
type Person = PersonAttendance & { readonly stays: Span[] };

/** A meeting's attendance, put together from what rooms told and sites declared. */
@Injectable()
export class AttendanceService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly meetings: MeetingsSeenService,
    private readonly sites: MeetingSitesService,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `attendance.notFound` */
  async find(occurrenceId: string, caller: Caller): Promise<Attendance> {
    const meeting = await this.meetings.visible(caller, occurrenceId, attendanceErrors.notFound);
    const sites = await this.sites.of(occurrenceId);
    const rows = sites.map(({ row }) => row);
    const [session] = await this.database.query<Session[]>(
      `SELECT room_id AS "roomId", started_at AS "startedAt", ended_at AS "endedAt" FROM live_sessions
       WHERE occurrence_id = $1`,
      [occurrenceId],
    );
    const live = session && { from: session.startedAt.getTime(), until: session.endedAt?.getTime() ?? null };
    const everybody = live && session.roomId ? await this.visitors(session.roomId, live, sites) : [];
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
      people: people.map(({ stays: _stays, ...person }) => person),
    };
  }

  private async visitors(roomId: string, live: Live, sites: readonly MeetingSite[]): Promise<Person[]> {
    const now = this.clock.now().getTime();
    const seats = sites.map(({ seat }) => seat);
    const visitors = await this.people.throughDoor(this.database.manager, roomId, live);
    return visitors
      .map(({ passages, nameKey, unitPath, ...who }) => ({
        ...who,
        siteId: speaksFor({ userId: who.guest ? null : who.peerId, nameKey, unitPath }, seats),
        stays: staysOf(passages, live),
      }))
      .filter(({ stays }) => stays.length > 0)
      .map((who) => ({
        ...who,
        intervals: who.stays.map(toInterval),
        presentS: secondsOf(who.stays, now),
      }))
      .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'vi') || (a.peerId < b.peerId ? -1 : 1));
  }

  private siteOf(
    row: MeetingSite['row'],
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
