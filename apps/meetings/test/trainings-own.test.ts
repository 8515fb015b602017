import type { UserCaller } from '@diemcau/contracts/core/caller';
import { CertificatesClient } from '@diemcau/contracts/meetings/certificates';
import { TrainingsClient } from '@diemcau/contracts/meetings/trainings';
import { OwnTrainingsClient } from '@diemcau/contracts/meetings/trainings-own';
import { RegistrationsClient } from '@diemcau/contracts/meetings/trainings-people';
import type { TestBed } from '@diemcau/testing/service';
import { hoursAfter, MeetingMaker, SetTime } from './checks.js';
import { codesOf } from './door.js';
import { holding, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let time: SetTime;
let trainings: TrainingsClient;
let people: RegistrationsClient;
let certificates: CertificatesClient;
let own: OwnTrainingsClient;
let province: string;
let school: string;
let boss: UserCaller;
let operator: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [put, time] = [new MeetingMaker(bed), new SetTime(bed)];
  [trainings, people] = [bed.client(TrainingsClient), bed.client(RegistrationsClient)];
  [certificates, own] = [bed.client(CertificatesClient), bed.client(OwnTrainingsClient)];
  province = await make.unit('Sở mẫu');
  school = await make.unit('Trường mẫu', province);
  boss = holding('secretary', province);
  operator = holding('siteOperator', school);
}, 60_000);
afterAll(() => bed.stop());

const teacher = async (name = 'Giáo viên Mẫu', unitId = school) =>
  holding('teacher', unitId, await make.user(name, unitId));

async function event({ hours = 48, capacity = 40, selfRegistration = true } = {}) {
  const siteId = await put.site([province, school]);
  const occurrenceId = await put.meeting([province], hoursAfter(time.now, hours), {
    kind: 'training',
    sites: [siteId],
  });
  const places = [{ siteId, capacity }];
  const training = await trainings.plan(
    { occurrenceId, title: 'Bảng tương tác', places, requiredPercent: 80, selfRegistration },
    boss,
  );
  return { ...training, siteId, occurrenceId };
}
const lettersOf = (trainingId: string) =>
  bed.sql<{ userId: string }>(
    `SELECT user_id AS "userId" FROM meetings.outgoing_mails WHERE key LIKE $1 ORDER BY user_id`,
    [`training:${trainingId}:cancelled:%`],
  );

test('a teacher comes on their own to an open event, sees it, and takes it back; not to one for schools alone', async () => {
  const [open, closed, me] = [await event(), await event({ selfRegistration: false }), await teacher()];
  const offered = async () => (await own.open({}, me)).items.map(({ id }) => id);
  expect(await offered()).toContain(open.id);
  expect(await offered()).not.toContain(closed.id);
  await own.register({ trainingId: open.id, siteId: open.siteId }, me);
  expect(await offered()).not.toContain(open.id);
  expect((await own.list({}, me)).items).toMatchObject([
    { trainingId: open.id, attended: 0, certificate: null, withdrawable: true },
  ]);
  await own.withdraw({ trainingId: open.id }, me);
  expect((await own.list({}, me)).items).toEqual([]);
  const wrong = own.register({ trainingId: closed.id, siteId: closed.siteId }, me);
  await expect(wrong).rejects.toThrow('trainings.notOpen');
});

test('teachers on their own race for the last seats like schools do, until registration closes', async () => {
  const { id: trainingId, siteId, version } = await event({ capacity: 2 });
  const all = await Promise.all([1, 2, 3, 4].map((n) => teacher(`Giáo viên ${n}`)));
  const results = await Promise.allSettled(all.map((one) => own.register({ trainingId, siteId }, one)));
  expect(codesOf(results)).toEqual(['fine', 'fine', 'trainings.full', 'trainings.full']);
  const registerUntil = hoursAfter(time.now, 1).toISOString();
  await trainings.change({ trainingId, version, places: [{ siteId, capacity: 9 }], registerUntil }, boss);
  time.on(2);
  await expect(own.register({ trainingId, siteId }, await teacher())).rejects.toThrow('trainings.closed');
});

test('whom the school registered, the school takes back', async () => {
  const [{ id: trainingId, siteId }, me] = [await event(), await teacher()];
  await people.register({ trainingId, siteId, userIds: [me.userId] }, operator);
  expect((await own.list({}, me)).items).toMatchObject([{ withdrawable: false }]);
  await expect(own.withdraw({ trainingId }, me)).rejects.toThrow('trainings.notRegistered');
});

test('a teacher reads the own certificate, and nobody else’s', async () => {
  const [{ id: trainingId, siteId, occurrenceId }, me, other] = [
    await event({ hours: 1 }),
    await teacher('Nguyễn Thị Thí Dụ'),
    await teacher(),
  ];
  await own.register({ trainingId, siteId }, me);
  time.on(4);
  await people.mark({ trainingId, occurrenceId, marks: [{ userId: me.userId, present: true }] }, boss);
  await certificates.issue({ trainingId }, boss);
  const [mine] = (await own.list({}, me)).items;
  expect(mine).toMatchObject({ attended: 1, complete: true, certificate: { state: 'valid' } });
  const certificateId = mine!.certificate!.id;
  await expect(own.certificate({ certificateId }, me)).resolves.toMatchObject({ name: 'Nguyễn Thị Thí Dụ' });
  await expect(own.certificate({ certificateId }, other)).rejects.toThrow('certificates.notFound');
  await expect(certificates.list({ trainingId }, boss)).resolves.toMatchObject({ total: 1, standing: 1 });
  const printed = await certificates.toPrint({ trainingId, part: 1 }, boss);
  expect(printed.items.map(({ name }) => name)).toEqual(['Nguyễn Thị Thí Dụ']);
  expect((await certificates.toPrint({ trainingId, part: 2 }, boss)).items).toEqual([]);
});

test('a school sees the staff of all its divisions by name with who is registered, and nobody of another unit', async () => {
  const { id: trainingId, siteId } = await event();
  const small = await make.unit('Trường nhỏ', province);
  const division = await make.unit('Tổ Toán', small);
  const [first, second] = [await make.user('An Văn Một', small), await make.user('Bùi Văn Hai', division)];
  const clerk = holding('siteOperator', small);
  await people.register({ trainingId, siteId, userIds: [first] }, clerk);
  const { items } = await people.candidates({ trainingId, unitId: small }, clerk);
  expect(items).toMatchObject([
    { userId: first, registered: true },
    { userId: second, unitName: 'Tổ Toán', registered: false },
  ]);
  await expect(people.candidates({ trainingId, unitId: school }, clerk)).rejects.toThrow(
    'trainings.personUnknown',
  );
});

test('who is registered is told of a cancelled event, each once; with certificates it is not cancelled', async () => {
  const { id: trainingId, siteId, occurrenceId, version } = await event({ hours: 1 });
  const [me, another] = [await teacher(), await teacher()];
  await own.register({ trainingId, siteId }, me);
  await people.register({ trainingId, siteId, userIds: [another.userId] }, operator);
  const cancel = { trainingId, version, state: 'cancelled' as const, reason: 'Giảng viên ốm' };
  const both = await Promise.allSettled([trainings.change(cancel, boss), trainings.change(cancel, boss)]);
  expect(codesOf(both)).toEqual(['fine', 'trainings.changedMeanwhile']);
  expect((await lettersOf(trainingId)).map(({ userId }) => userId)).toEqual(
    [me.userId, another.userId].sort(),
  );
  const opened = await trainings.change({ trainingId, version: version + 1, state: 'open' }, boss);
  time.on(4);
  await people.mark({ trainingId, occurrenceId, marks: [{ userId: me.userId, present: true }] }, boss);
  await certificates.issue({ trainingId }, boss);
  const late = trainings.change({ ...cancel, version: opened.version + 1 }, boss);
  await expect(late).rejects.toThrow('trainings.certificatesStand');
});
