import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { Clock } from '@diemcau/service/time/clock';
import { RoomOpeningJob } from '../src/occurrences/room-opening.job.js';
import type { MadeRoom } from './meetings.js';
import { type Meetings, scheduled, site, startOccurrences } from './occurrences.js';

let meetings: Meetings;
let now: Date;
let room: MadeRoom;

beforeAll(async () => {
  meetings = await startOccurrences();
  meetings.bed.part(Clock).now = () => now;
}, 60_000);
afterAll(() => meetings.bed.stop());
beforeEach(async () => {
  now = new Date();
  room = await lockedRoom();
});

async function lockedRoom(): Promise<MadeRoom> {
  const made = await meetings.make.room([meetings.province]);
  await meetings.bed.sql('UPDATE meetings.rooms SET locked = true WHERE id = $1', [made.id]);
  return made;
}
const minutes = (of: { startsAt: string }, add: number): Date =>
  new Date(Date.parse(of.startsAt) + add * 60_000);
const isLocked = async ({ id }: MadeRoom): Promise<boolean | undefined> => {
  const [row] = await meetings.bed.sql<{ locked: boolean }>(
    'SELECT locked FROM meetings.rooms WHERE id = $1',
    [id],
  );
  return row?.locked;
};
const look = () => Promise.all([1, 2, 3].map(() => meetings.bed.part(RoomOpeningJob).run()));

/** Its room has opened, and it has not begun. */
async function opened(): Promise<Occurrence> {
  const own = await site(meetings, [meetings.province]);
  const meeting = await scheduled(meetings, own, { roomId: room.id });
  now = minutes(meeting, -10);
  await look();
  expect(await isLocked(room)).toBe(false);
  return meetings.occurrences.find({ occurrenceId: meeting.id }, meetings.officer);
}
const change = ({ id, version }: Occurrence, to: object): Promise<Occurrence> =>
  meetings.occurrences.change({ occurrenceId: id, version, ...to }, meetings.officer);

describe('a meeting whose room has opened already', () => {
  test('goes to another room: the one it leaves is locked, the other opens', async () => {
    const meeting = await opened();
    const other = await lockedRoom();
    await change(meeting, { roomId: other.id });
    await look();
    expect([await isLocked(room), await isLocked(other)]).toEqual([true, false]);
  });

  test('goes to another day: its room is locked, and opens then', async () => {
    const meeting = await opened();
    const day = 24 * 60;
    const moved = await change(meeting, {
      startsAt: minutes(meeting, day).toISOString(),
      endsAt: minutes(meeting, day + 60).toISOString(),
    });
    await look();
    expect(await isLocked(room)).toBe(true);
    now = minutes(moved, -10);
    await look();
    expect(await isLocked(room)).toBe(false);
  });

  test('begins a few minutes later: its room stays open, nobody is sent away', async () => {
    const meeting = await opened();
    const before = await meetings.bed.sql('SELECT locked FROM meetings.rooms WHERE id = $1', [room.id]);
    await change(meeting, {
      startsAt: minutes(meeting, 4).toISOString(),
      endsAt: minutes(meeting, 64).toISOString(),
    });
    await look();
    expect(await meetings.bed.sql('SELECT locked FROM meetings.rooms WHERE id = $1', [room.id])).toEqual(
      before,
    );
  });

  test('is without a room: the one it had is locked', async () => {
    const meeting = await opened();
    await change(meeting, { roomId: null });
    await look();
    expect(await isLocked(room)).toBe(true);
  });

  test('leaves a room in which another meeting is open: it stays open for that one', async () => {
    const meeting = await opened();
    const next = await scheduled(meetings, await site(meetings, [meetings.province]), {
      startsAt: minutes(meeting, 60).toISOString(),
      endsAt: minutes(meeting, 120).toISOString(),
      roomId: room.id,
    });
    await meetings.bed.sql('UPDATE meetings.occurrences SET opened_at = now() WHERE id = $1', [next.id]);
    await change(meeting, { roomId: (await lockedRoom()).id });
    await look();
    expect(await isLocked(room)).toBe(false);
  });
});
