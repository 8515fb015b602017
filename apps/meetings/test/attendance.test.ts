import type { UserCaller } from '@diemcau/contracts/core/caller';
import { LiveRoomFacts } from '@diemcau/contracts/media/room';
import { AttendancesClient } from '@diemcau/contracts/meetings/attendance';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { hoursAfter, MeetingMaker, SetTime } from './checks.js';
import { codesOf } from './door.js';
import { holding, type MadeRoom, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let time: SetTime;
let attendance: AttendancesClient;
let province: string;
let school: string;
let room: MadeRoom;
let siteId: string;
let boss: UserCaller;
let operator: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [put, time, attendance] = [new MeetingMaker(bed), new SetTime(bed), bed.client(AttendancesClient)];
  province = await make.unit('Sở mẫu');
  school = await make.unit('Trường mẫu', province);
  boss = holding('secretary', province);
  operator = holding('siteOperator', school);
}, 60_000);
afterAll(() => bed.stop());

/** Live from now on for two hours. */
async function live() {
  room = await make.room([province], { invited: { [school]: 'Trường mẫu' } });
  siteId = await put.site([province, school]);
  const from = time.now;
  const id = await put.meeting([province], from, { sites: [siteId], roomId: room.id, state: 'live' });
  await bed.sql(
    `INSERT INTO meetings.live_sessions (occurrence_id, id, room_id, started_at, ended_at)
     VALUES ($1, gen_random_uuid(), $2, $3, $4)`,
    [id, room.id, from, hoursAfter(from, 2)],
  );
  return { id, from };
}
const sessionId = randomUUID();
let version = 0;
const passes = (entered: boolean, peerId: string, at: Date) =>
  bed.tell(entered ? LiveRoomFacts.peerEntered : LiveRoomFacts.peerLeft, {
    roomId: room.id,
    sessionId,
    version: (version += 1),
    peerId,
    at: at.toISOString(),
  });
const headcount = (id: string, count: number, known = 0, reason?: string) =>
  attendance.declare(
    { occurrenceId: id, siteId, headcount: count, version: known, ...(reason && { reason }) },
    operator,
  );

test('who was in the room, and when, follows from what the room told, cut to the live time (I19)', async () => {
  const { id, from } = await live();
  const teacher = await make.user('Giáo viên Mẫu', school);
  const minute = (n: number) => hoursAfter(from, n / 60);
  await passes(true, teacher, minute(-10));
  await passes(false, teacher, minute(30));
  await passes(true, teacher, minute(60));
  await passes(true, teacher, minute(70));
  const found = await eventually(
    () => attendance.find({ occurrenceId: id }, boss),
    ({ people }) => people[0]?.intervals.length === 2,
  );
  const intervals = [
    { from: from.toISOString(), until: minute(30).toISOString() },
    { from: minute(60).toISOString(), until: minute(120).toISOString() },
  ];
  expect(found.people).toMatchObject([
    { name: 'Giáo viên Mẫu', siteId, guest: false, intervals, presentS: 5400 },
  ]);
  expect(found.sites).toMatchObject([{ siteId, intervals, presentS: 5400, headcount: null }]);
});

test('a division counts for its school, a site’s operator for the site, a guest for the site it is called by', async () => {
  const { id, from } = await live();
  const hall = await put.site([province, school], 'Hội trường lớn');
  const main = await put.site([province], 'Phòng họp Sở');
  for (const one of [hall, main]) {
    await put.run(
      `INSERT INTO meetings.occurrence_sites (occurrence_id, site_id, role, expected) VALUES ($1, $2, 'member', 5)`,
      [id, one],
    );
  }
  const division = await make.unit('Tổ Toán', school);
  const [teacher, technician] = [
    await make.user('Giáo viên Toán', division),
    await make.user('Kỹ thuật Sở', province),
  ];
  await put.run(
    `INSERT INTO meetings.site_operators (site_id, entry_id, user_id, name, duties, position)
     VALUES ($1, gen_random_uuid(), $2, 'Kỹ thuật Sở', 'Trực', 0)`,
    [hall, technician],
  );
  const entryId = randomUUID();
  await put.run(
    `INSERT INTO meetings.lobby_entries (id, room_id, full_name, name_key, search, unit_id, state, token_hash, decided_at)
     VALUES ($1, $2, 'Phòng họp Sở', 'phong hop so', 'phong hop so', NULL, 'admitted', '\\x00', now())`,
    [entryId, room.id],
  );
  for (const peerId of [teacher, technician, entryId]) await passes(true, peerId, from);
  const { people } = await eventually(
    () => attendance.find({ occurrenceId: id }, boss),
    (found) => found.people.length === 3,
  );
  const siteOf = new Map(people.map((one) => [one.peerId, one.siteId]));
  expect(siteOf).toEqual(
    new Map([
      [teacher, siteId],
      [technician, hall],
      [entryId, main],
    ]),
  );
});

test('a site declares at most what it may hold (I20), corrects with a reason, and both stay', async () => {
  const { id } = await live();
  await expect(headcount(id, 41)).rejects.toThrow('attendance.tooManyPeople');
  await headcount(id, 40);
  await expect(headcount(id, 38, 1)).rejects.toThrow('attendance.reasonNeeded');
  const found = await headcount(id, 38, 1, 'Đếm lại');
  expect(found.sites[0]).toMatchObject({
    headcount: 38,
    headcounts: [
      { version: 1, headcount: 40, reason: null },
      { version: 2, headcount: 38, reason: 'Đếm lại' },
    ],
  });
  await expect(bed.sql('UPDATE meetings.headcounts SET headcount = 1')).rejects.toThrow('not changed');
});

test('of two first declarations that race, one counts', async () => {
  const { id } = await live();
  const results = await Promise.allSettled([headcount(id, 30), headcount(id, 31)]);
  expect(codesOf(results)).toEqual(['attendance.changedMeanwhile', 'fine']);
});

test('nobody attended a meeting that has not begun; a site of others is not declared for', async () => {
  room = await make.room([province]);
  siteId = await put.site([province, school]);
  const id = await put.meeting([province], hoursAfter(time.now, 24), { sites: [siteId] });
  await expect(headcount(id, 10)).rejects.toThrow('attendance.notYet');
  const other = holding('siteOperator', await make.unit('Trường khác', province));
  await expect(attendance.find({ occurrenceId: id }, other)).rejects.toThrow('attendance.notFound');
});
