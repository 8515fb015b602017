import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { type SiteRole, siteRoles } from './vocabulary.js';

export class AttendanceRef {
  @Id() occurrenceId: string;
}
export class DeclareHeadcount extends AttendanceRef {
  @Id() siteId: string;
  /** People in the room of the site; at most the site's limit (I20). */
  @Int({ min: 0, max: 2000, example: 32 }) headcount: number;
  /** `headcounts` of the site as it was read: 0 the first time. 412 when somebody else was quicker. */
  @Int({ min: 0, max: 10_000 }) version: number;
  /** Needed for every figure after the first, and in the end kept with it (I17). */
  @Text({ max: 500, optional: true, example: 'Đếm lại theo danh sách ký' }) reason?: string;
}

export class Interval {
  @Instant() from: string;
  /** Null while it goes on. */
  @Instant({ nullable: true }) until: string | null;
}
export class HeadcountLine {
  @Int({ min: 1, max: 10_000 }) version: number;
  @Int({ min: 0, max: 2000 }) headcount: number;
  @Text({ max: 500, nullable: true }) reason: string | null;
  @Id({ nullable: true }) byUserId: string | null;
  @Instant() at: string;
}
export class SiteAttendance {
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(siteRoles) role: SiteRole;
  @Int({ min: 0, max: 2000 }) expected: number;
  @Int({ min: 0, max: 2000 }) limit: number;
  /** Null until somebody declared it. */
  @Int({ min: 0, max: 2000, nullable: true }) headcount: number | null;
  /** Everything declared, the first first. */
  @ListOf(() => HeadcountLine, { max: 100 }) headcounts: HeadcountLine[];
  /** When at least one of the site's people was in the room; never overlapping (I19). */
  @ListOf(() => Interval, { max: 1000 }) intervals: Interval[];
  /** Seconds of the intervals, at most the live time. */
  @Int({ min: 0, max: 2_000_000_000 }) presentS: number;
  /** May the caller declare for this site? */
  @Flag() declarable: boolean;
}
export class PersonAttendance {
  /** A lobby entry's id, or a user's. */
  @Id() peerId: string;
  /** A guest gave it at the door; null for an account that is gone. */
  @Text({ max: 120, nullable: true }) name: string | null;
  @Text({ max: 200, nullable: true }) unitName: string | null;
  /** The site it speaks for: run by it, called by its name, of its unit or of the nearest above; null for others. */
  @Id({ nullable: true }) siteId: string | null;
  @Flag() guest: boolean;
  @ListOf(() => Interval, { max: 1000 }) intervals: Interval[];
  @Int({ min: 0, max: 2_000_000_000 }) presentS: number;
}
export class Attendance extends AttendanceRef {
  @Text({ max: 300 }) title: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Text({ max: 60 }) zone: string;
  /** While intervals count: from going live to the end; null before. */
  @Instant({ nullable: true }) liveFrom: string | null;
  @Instant({ nullable: true }) liveUntil: string | null;
  @ListOf(() => SiteAttendance, { max: 1000 }) sites: SiteAttendance[];
  /** By name. Who may only see a site of the meeting sees the people of that site. */
  @ListOf(() => PersonAttendance, { max: 5000 }) people: PersonAttendance[];
}

/** Who was there: as the live room saw it, and as sites declare it (HB-4.3, I19, I20). */
export const Attendances = contract('meetings.attendance', {
  find: takes(AttendanceRef).gives(Attendance),
  /** With `meetings.answer` on the site's unit or `meetings.write` on the meeting's. */
  declare: takes(DeclareHeadcount).gives(Attendance),
});
export class AttendancesClient extends ClientOf(Attendances) {}

export const attendanceErrors = failures('attendance', {
  notFound: {
    status: 404,
    vi: 'Không tìm thấy cuộc họp hoặc điểm cầu',
    en: 'There is no such meeting or site',
  },
  tooManyPeople: {
    status: 422,
    vi: 'Số người vượt quá giới hạn của điểm cầu',
    en: 'More people than the site is allowed',
  },
  notYet: {
    status: 409,
    vi: 'Cuộc họp chưa diễn ra nên chưa khai số người dự',
    en: 'The meeting has not taken place, so nobody can have attended',
  },
  reasonNeeded: {
    status: 422,
    vi: 'Sửa số đã khai phải ghi lý do',
    en: 'Changing a declared figure needs a reason',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa khai trước; xin tải lại',
    en: 'Somebody else was quicker; please reload',
  },
});
