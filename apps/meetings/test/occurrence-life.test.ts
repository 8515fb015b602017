import { AuditFacts } from '@diemcau/contracts/core/audit';
import { commonFailures } from '@diemcau/contracts/core/failure';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { Clock } from '@diemcau/service/time/clock';
import { eventually } from '@diemcau/testing/service';
import { RoomOpeningJob } from '../src/occurrences/room-opening.job.js';
import { holding } from './meetings.js';
import { type Meetings, scheduled, site, startOccurrences } from './occurrences.js';

let meetings: Meetings;
let mainSite: string;
let now: Date | undefined;

beforeAll(async () => {
  meetings = await startOccurrences();
  const clock = meetings.bed.part(Clock);
  clock.now = () => now ?? new Date();
  mainSite = await site(meetings, [meetings.province], 'Điểm cầu Sở');
}, 60_000);
afterAll(() => meetings.bed.stop());
afterEach(() => {
  now = undefined;
});

const minutes = (of: Occurrence, add: number): Date => new Date(Date.parse(of.startsAt) + add * 60_000);
const at = ({ id, version }: Occurrence) => ({ occurrenceId: id, version });
const override = { reason: 'Đã kiểm tra qua điện thoại' };

/** Started at its time, in spite of checks that nobody made. */
async function live(): Promise<Occurrence> {
  const { occurrences, chair } = meetings;
  const meeting = await scheduled(meetings, mainSite);
  now = minutes(meeting, 0);
  return occurrences.start({ ...at(meeting), override }, chair);
}

describe('going live', () => {
  test('with a missing check needs the logged reason of the chair; who else presides is told who must decide (I14)', async () => {
    const { occurrences, chair, officer, bed } = meetings;
    const noted = bed.listen(AuditFacts.noted);
    const { id: roomId } = await meetings.make.room([meetings.province]);
    const meeting = await scheduled(meetings, mainSite, { roomId });
    now = minutes(meeting, -10);
    await expect(occurrences.start(at(meeting), chair)).rejects.toMatchObject({
      kind: { code: occurrenceErrors.checksMissing.code },
      details: { siteIds: [mainSite], chairId: chair.userId, mayOverride: true },
    });
    await expect(occurrences.start(at(meeting), officer)).rejects.toMatchObject({
      kind: { code: occurrenceErrors.checksMissing.code },
      details: { mayOverride: false },
    });
    await expect(occurrences.start({ ...at(meeting), override }, officer)).rejects.toMatchObject({
      kind: { code: occurrenceErrors.chairMustDecide.code },
      details: { siteIds: [mainSite], chairId: chair.userId },
    });
    const begun = await occurrences.start({ ...at(meeting), override }, chair);
    expect(begun).toMatchObject({ state: 'live', live: { overrideReason: override.reason, endedAt: null } });
    const entry = await eventually(
      () => noted.find(({ action, objectId }) => action === 'occurrences.start' && objectId === meeting.id),
      (found) => found !== undefined,
    );
    expect(entry).toMatchObject({
      actorId: chair.userId,
      after: { missingChecks: 1, override: override.reason },
    });
    await occurrences.end(at(begun), officer);
  });

  test('needs nothing more when every site passed', async () => {
    const { occurrences, chair, bed } = meetings;
    const meeting = await scheduled(meetings, mainSite);
    const testId = '00000000-0000-4000-8000-000000000001';
    await bed.sql(
      `INSERT INTO meetings.device_tests (id, line_test_id, occurrence_id, site_id, up_mbps, down_mbps, round_trip_ms,
         jitter_ms, loss_percent, required_mbps, sound, picture, items, reasons, at)
       VALUES ($1, gen_random_uuid(), $2, $3, 20, 20, 10, 1, 0, 10, '{}', '{}', '{}', '{}', now())`,
      [testId, meeting.id, mainSite],
    );
    await bed.sql(
      `INSERT INTO meetings.connection_checks (occurrence_id, site_id, state, attempt, finished_at, test_id)
       VALUES ($1, $2, 'pass', 1, now(), $3)`,
      [meeting.id, mainSite, testId],
    );
    now = minutes(meeting, 0);
    const begun = await occurrences.start(at(meeting), chair);
    expect(begun.live).toMatchObject({ overrideReason: null });
    await occurrences.end(at(begun), chair);
  });

  test('happens once, however many press (I16), and not before the room opens', async () => {
    const { occurrences, chair, officer, bed } = meetings;
    const meeting = await scheduled(meetings, mainSite);
    now = minutes(meeting, -16);
    await expect(occurrences.start({ ...at(meeting), override }, chair)).rejects.toThrow(
      occurrenceErrors.tooEarly.code,
    );
    now = minutes(meeting, 0);
    const presses = Array.from({ length: 8 }, (_, index) =>
      occurrences.start({ ...at(meeting), override }, index % 2 ? chair : officer),
    );
    const results = await Promise.allSettled(presses);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const sessions = await bed.sql('SELECT 1 FROM meetings.live_sessions WHERE occurrence_id = $1', [
      meeting.id,
    ]);
    expect(sessions).toHaveLength(1);
  });

  test('waits until the meeting before it in the same room has ended', async () => {
    const { occurrences, chair, make, province } = meetings;
    const { id: roomId } = await make.room([province]);
    const before = await scheduled(meetings, mainSite, { roomId });
    const startsAt = before.endsAt;
    const endsAt = minutes(before, 120).toISOString();
    const next = await scheduled(meetings, mainSite, { roomId, startsAt, endsAt });
    now = minutes(before, 0);
    const first = await occurrences.start({ ...at(before), override }, chair);
    now = minutes(next, 0);
    const start = () => occurrences.start({ ...at(next), override }, chair);
    await expect(start()).rejects.toThrow(occurrenceErrors.roomBusy.code);
    await occurrences.end(at(first), chair);
    await expect(start()).resolves.toMatchObject({ state: 'live' });
  });

  test('is for who presides there', async () => {
    const { occurrences, leader, school } = meetings;
    const meeting = await scheduled(meetings, mainSite);
    now = minutes(meeting, 0);
    await expect(occurrences.start({ ...at(meeting), override }, leader)).rejects.toThrow(
      commonFailures.notAllowed.code,
    );
    await expect(occurrences.start({ ...at(meeting), override }, holding('chair', school))).rejects.toThrow(
      occurrenceErrors.notFound.code,
    );
  });
});

describe('a meeting that goes on', () => {
  test('is paused, resumed and ended; nobody changes it meanwhile', async () => {
    const { occurrences, chair, officer } = meetings;
    const begun = await live();
    const paused = await occurrences.pause(at(begun), chair);
    expect(paused).toMatchObject({ state: 'paused', live: { paused: true } });
    const change = occurrences.change({ ...at(paused), title: 'Khác' }, officer);
    await expect(change).rejects.toThrow(occurrenceErrors.live.code);
    const resumed = await occurrences.resume(at(paused), chair);
    const ended = await occurrences.end(at(resumed), chair);
    expect(ended).toMatchObject({ state: 'ended', live: { paused: false } });
    await expect(occurrences.cancel({ ...at(ended), reason: 'Thôi' }, officer)).rejects.toThrow(
      occurrenceErrors.wrongState.code,
    );
  });

  test('is aborted with a reason', async () => {
    const { occurrences, chair } = meetings;
    const begun = await live();
    const aborted = await occurrences.abort({ ...at(begun), reason: 'Mất điện diện rộng' }, chair);
    expect(aborted).toMatchObject({ state: 'aborted', reason: 'Mất điện diện rộng' });
    expect(aborted.live?.endedAt).not.toBeNull();
  });
});

describe('a reported meeting (I17)', () => {
  let reported: Occurrence;
  beforeAll(async () => {
    const begun = await live();
    const ended = await meetings.occurrences.end(at(begun), meetings.chair);
    reported = await meetings.occurrences.report(at(ended), meetings.officer);
  });

  test('is changed by nobody, not even in the database', async () => {
    const { occurrences, officer, bed } = meetings;
    await expect(occurrences.change({ ...at(reported), title: 'Khác' }, officer)).rejects.toThrow(
      occurrenceErrors.reported.code,
    );
    for (const sql of [
      `UPDATE meetings.occurrences SET title = 'Khác' WHERE id = $1`,
      'DELETE FROM meetings.occurrences WHERE id = $1',
      'DELETE FROM meetings.occurrence_sites WHERE occurrence_id = $1',
      `UPDATE meetings.occurrence_sites SET expected = 1 WHERE occurrence_id = $1`,
      'DELETE FROM meetings.agenda_items WHERE occurrence_id = $1',
    ]) {
      await expect(bed.sql(sql, [reported.id])).rejects.toThrow('immutable');
    }
  });

  test('still follows what its unit is called and where it lies', async () => {
    const { bed } = meetings;
    await bed.sql(`UPDATE meetings.occurrences SET unit_name = 'Sở mới' WHERE id = $1`, [reported.id]);
    await bed.sql(`UPDATE meetings.occurrences SET unit_name = $2 WHERE id = $1`, [
      reported.id,
      reported.unitName,
    ]);
  });

  test('has corrections appended, which stay', async () => {
    const { occurrences, officer, bed } = meetings;
    const text = 'Số người dự tại điểm cầu Sở là 38';
    const corrected = await occurrences.correct({ occurrenceId: reported.id, text }, officer);
    expect(corrected.corrections).toMatchObject([{ text, authorId: officer.userId }]);
    const change = bed.sql(`UPDATE meetings.occurrence_corrections SET text = 'x' WHERE occurrence_id = $1`, [
      reported.id,
    ]);
    await expect(change).rejects.toThrow('appended only');
  });
});

describe('a postponed meeting', () => {
  test('frees its sites until it has a new time', async () => {
    const { occurrences, officer } = meetings;
    const meeting = await scheduled(meetings, mainSite);
    const postponed = await occurrences.postpone({ ...at(meeting), reason: 'Bão số 5' }, officer);
    const { startsAt, endsAt } = meeting;
    const other = await scheduled(meetings, mainSite, { startsAt, endsAt });
    await expect(
      occurrences.reschedule({ ...at(postponed), startsAt, endsAt }, officer),
    ).rejects.toMatchObject({
      kind: { code: occurrenceErrors.siteTaken.code },
      details: { by: [{ objectId: mainSite, occurrenceId: other.id, startsAt, endsAt }] },
    });
    const later = { startsAt: endsAt, endsAt: new Date(Date.parse(endsAt) + 3_600_000).toISOString() };
    const again = await occurrences.reschedule({ ...at(postponed), ...later }, officer);
    expect(again).toMatchObject({ state: 'scheduled', sequence: 1, ...later });
  });
});

describe('the room of a meeting', () => {
  test('opens by itself a quarter of an hour before, for the units of its sites, and is locked afterwards', async () => {
    const { bed, make, province, chair, occurrences } = meetings;
    const room = await make.room([province]);
    await bed.sql('UPDATE meetings.rooms SET locked = true WHERE id = $1', [room.id]);
    const locked = async () => {
      const [row] = await bed.sql<{ locked: boolean }>('SELECT locked FROM meetings.rooms WHERE id = $1', [
        room.id,
      ]);
      return row?.locked;
    };
    const meeting = await scheduled(meetings, mainSite, { roomId: room.id });
    const job = bed.part(RoomOpeningJob);
    now = minutes(meeting, -16);
    await job.run();
    expect(await locked()).toBe(true);
    now = minutes(meeting, -15);
    await Promise.all([job.run(), job.run(), job.run()]);
    expect(await locked()).toBe(false);
    const invited = await bed.sql<{ id: string }>(
      'SELECT unit_id AS id FROM meetings.invited_units WHERE room_id = $1',
      [room.id],
    );
    expect(invited).toEqual([{ id: province }]);
    now = minutes(meeting, 0);
    const opened = await occurrences.find({ occurrenceId: meeting.id }, chair);
    expect(opened.openedAt).toBe(minutes(meeting, -15).toISOString());
    const begun = await occurrences.start({ ...at(opened), override }, chair);
    await job.run();
    expect(await locked()).toBe(false);
    await occurrences.end(at(begun), chair);
    await job.run();
    expect(await locked()).toBe(true);
  });
});
