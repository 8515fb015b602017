import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { CertificatesClient } from '@diemcau/contracts/meetings/certificates';
import { TrainingsClient } from '@diemcau/contracts/meetings/trainings';
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
let province: string;
let boss: UserCaller;
let school: string;
let operator: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [put, time] = [new MeetingMaker(bed), new SetTime(bed)];
  trainings = bed.client(TrainingsClient);
  people = bed.client(RegistrationsClient);
  certificates = bed.client(CertificatesClient);
  province = await make.unit('Sở mẫu');
  school = await make.unit('Trường mẫu', province);
  boss = holding('secretary', province);
  operator = holding('siteOperator', school);
}, 60_000);
afterAll(() => bed.stop());

const teachers = (count: number, unitId = school) =>
  Promise.all(Array.from({ length: count }, (_, i) => make.user(`Giáo viên Mẫu ${i}`, unitId)));

/** An event on one meeting in so many hours, with one place. */
async function event({ hours = 48, capacity = 40 } = {}) {
  const siteId = await put.site([province, school]);
  const occurrenceId = await put.meeting([province], hoursAfter(time.now, hours), {
    kind: 'training',
    sites: [siteId],
  });
  const wish = { occurrenceId, title: 'Bảng tương tác', places: [{ siteId, capacity }], requiredPercent: 80 };
  const training = await trainings.plan(wish, boss);
  return { ...training, siteId, occurrenceId, hours };
}

/** Registered, held, marked present. */
async function attended(count: number) {
  const made = await event({ hours: 24 });
  const userIds = await teachers(count);
  await people.register({ trainingId: made.id, siteId: made.siteId, userIds }, operator);
  time.on(27);
  const marks = userIds.map((userId, i) => ({ userId, present: i > 0 }));
  await people.mark({ trainingId: made.id, occurrenceId: made.occurrenceId, marks }, boss);
  return { ...made, userIds };
}

test('of schools that race for the last seats, as many get in as fit', async () => {
  const { id, siteId } = await event({ capacity: 3 });
  const userIds = await teachers(8);
  const results = await Promise.allSettled(
    userIds.map((userId) => people.register({ trainingId: id, siteId, userIds: [userId] }, operator)),
  );
  expect(codesOf(results).filter((code) => code === 'fine')).toHaveLength(3);
  expect(codesOf(results).filter((code) => code === 'trainings.full')).toHaveLength(5);
  const found = await trainings.find({ trainingId: id }, boss);
  expect(found.places).toMatchObject([{ capacity: 3, taken: 3 }]);
});

test('a list that does not fit registers nobody; a seat given back is free', async () => {
  const { id, siteId } = await event({ capacity: 2 });
  const userIds = await teachers(3);
  const all = people.register({ trainingId: id, siteId, userIds }, operator);
  await expect(all).rejects.toThrow('trainings.full');
  expect((await people.list({ trainingId: id }, boss)).total).toBe(0);
  const [first = '', second = '', third = ''] = userIds;
  await people.register({ trainingId: id, siteId, userIds: [first, second] }, operator);
  await expect(people.register({ trainingId: id, siteId, userIds: [first] }, operator)).resolves.toEqual({
    added: 0,
  });
  await people.withdraw({ trainingId: id, userId: first }, operator);
  await expect(people.register({ trainingId: id, siteId, userIds: [third] }, operator)).resolves.toEqual({
    added: 1,
  });
});

test('a school registers its own people alone, and sees them alone', async () => {
  const { id, siteId } = await event();
  const other = await make.unit('Trường khác', province);
  const [own, foreign] = [await teachers(1), await teachers(1, other)];
  const both = people.register({ trainingId: id, siteId, userIds: [...own, ...foreign] }, operator);
  await expect(both).rejects.toThrow('trainings.personUnknown');
  await people.register({ trainingId: id, siteId, userIds: own }, operator);
  await people.register({ trainingId: id, siteId, userIds: foreign }, holding('siteOperator', other));
  expect((await people.list({ trainingId: id }, operator)).items.map(({ userId }) => userId)).toEqual(own);
  expect((await people.list({ trainingId: id }, boss)).total).toBe(2);
});

test('seats never become fewer than are taken, and are at sites of the province', async () => {
  const { id, siteId, version } = await event({ capacity: 3 });
  await people.register({ trainingId: id, siteId, userIds: await teachers(2) }, operator);
  const change = (places: { siteId: string; capacity: number }[]) =>
    trainings.change({ trainingId: id, version, places }, boss);
  const foreign = await put.site([await make.unit('Sở tỉnh khác')]);
  await expect(change([{ siteId, capacity: 1 }])).rejects.toThrow('trainings.belowTaken');
  await expect(change([])).rejects.toThrow('trainings.belowTaken');
  const abroad = [siteId, foreign].map((one) => ({ siteId: one, capacity: 3 }));
  await expect(change(abroad)).rejects.toThrow('trainings.placesUnknown');
  expect((await trainings.find({ trainingId: id }, boss)).places).toMatchObject([{ capacity: 3, taken: 2 }]);
  const fewer = await change([{ siteId, capacity: 2 }]);
  expect(fewer.places).toMatchObject([{ capacity: 2, taken: 2 }]);
});

test('nobody registers when it has begun, nothing is marked before', async () => {
  const { id, siteId, occurrenceId } = await event({ hours: 2 });
  const [userId = '', late = ''] = await teachers(2);
  await people.register({ trainingId: id, siteId, userIds: [userId] }, operator);
  const mark = { trainingId: id, occurrenceId, marks: [{ userId, present: true }] };
  await expect(people.mark(mark, boss)).rejects.toThrow('trainings.notHeld');
  time.on(2);
  await people.mark(mark, boss);
  const register = people.register({ trainingId: id, siteId, userIds: [late] }, operator);
  await expect(register).rejects.toThrow('trainings.closed');
});

test('who attended enough gets one certificate, whoever asks how often; numbers have no gaps', async () => {
  const { id, userIds } = await attended(4);
  await Promise.all([1, 2, 3].map(() => certificates.issue({ trainingId: id }, boss)));
  const { items } = await certificates.list({ trainingId: id }, boss);
  expect(items.map(({ userId }) => userId).sort()).toEqual(userIds.slice(1).sort());
  const numbers = items.map(({ number }) => Number(number.split('/')[0]));
  expect(numbers).toEqual([numbers[0], numbers[0]! + 1, numbers[0]! + 2]);
  expect(new Set(items.map(({ code }) => code)).size).toBe(3);
});

test('no certificates before the last session is over', async () => {
  const { id } = await event({ hours: 1 });
  time.on(2);
  await expect(certificates.issue({ trainingId: id }, boss)).rejects.toThrow('certificates.notOver');
});

test('anybody with the code sees what is printed; revoked is said so, and another may be issued', async () => {
  const { id, occurrenceId, userIds } = await attended(2);
  await certificates.issue({ trainingId: id }, boss);
  const [made] = (await certificates.list({ trainingId: id }, boss)).items;
  const typed = made!.code.toLowerCase().replaceAll('-', ' ');
  const face = await certificates.verify({ code: typed }, anonymous);
  expect(face).toMatchObject({ number: made!.number, name: 'Giáo viên Mẫu 1', state: 'valid', sessions: 1 });
  expect(face).not.toHaveProperty('userId');
  const mark = { trainingId: id, occurrenceId, marks: [{ userId: userIds[1]!, present: false }] };
  await expect(people.mark(mark, boss)).rejects.toThrow('trainings.certified');
  const revoke = () => certificates.revoke({ certificateId: made!.id, reason: 'Cấp nhầm' }, boss);
  await revoke();
  await expect(revoke()).rejects.toThrow('certificates.revoked');
  await expect(certificates.verify({ code: made!.code }, anonymous)).resolves.toMatchObject({
    state: 'revoked',
  });
  await expect(certificates.issue({ trainingId: id }, boss)).resolves.toEqual({ issued: 1 });
  await expect(certificates.verify({ code: '2222-2222-2222' }, anonymous)).rejects.toThrow(
    'certificates.notFound',
  );
});

test('a meeting of another kind, or of somebody else, is no training', async () => {
  const briefing = await put.meeting([province], hoursAfter(time.now, 24));
  const plan = (occurrenceId: string, by: UserCaller) =>
    trainings.plan({ occurrenceId, title: 'Thử', places: [], requiredPercent: 80 }, by);
  await expect(plan(briefing, boss)).rejects.toThrow('trainings.sessionsUnknown');
  const { occurrenceId } = await event();
  await expect(plan(occurrenceId, boss)).rejects.toThrow('trainings.taken');
  await expect(plan(occurrenceId, holding('secretary', school))).rejects.toThrow('trainings.sessionsUnknown');
});

test('another province does not see it', async () => {
  const { id } = await event();
  const abroad = holding('departmentAdmin', await make.unit('Sở khác'));
  await expect(trainings.find({ trainingId: id }, abroad)).rejects.toThrow('trainings.notFound');
  expect((await trainings.list({}, abroad)).items).toEqual([]);
});
