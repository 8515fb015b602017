import { type AskForMeeting, RequestsClient } from '@diemcau/contracts/meetings/requests';
import { RequestLettersService } from '../src/occurrences/request-letters.service.js';
import { granted, lettersOf } from './letters.js';
import { holding } from './meetings.js';
import { complete, type Meetings, site, startOccurrences } from './occurrences.js';

let meetings: Meetings;
let requests: RequestsClient;
let letters: RequestLettersService;
let mainSite: string;

beforeAll(async () => {
  meetings = await startOccurrences();
  requests = meetings.bed.client(RequestsClient);
  letters = meetings.bed.part(RequestLettersService);
  mainSite = await site(meetings, [meetings.province]);
  await granted(meetings.bed, meetings.leader.userId, 'leader', meetings.province);
}, 60_000);
afterAll(() => meetings.bed.stop());

const somebody = async (role: 'leader', unitId: string) =>
  holding(role, unitId, await meetings.make.user('Đỗ Thị Mẫu', unitId));
const wanted = (more: Partial<AskForMeeting> = {}): AskForMeeting => ({
  ...complete(meetings, mainSite),
  unitId: meetings.school,
  urgent: true,
  reason: 'Bão đổ bộ đêm nay',
  ...more,
});
const at = ({ id, version }: { id: string; version: number }) => ({ occurrenceId: id, version });

/** To whom, with the subject, by their order. */
const told = (occurrenceId: string, about: 'asked' | 'decided') =>
  lettersOf(meetings.bed, `request:${occurrenceId}:${about}:%`);

test('who may approve for the department is written to about an urgent request, once, but not its author (HB-7.2)', async () => {
  const { leader, province, school } = meetings;
  const author = await somebody('leader', school);
  await granted(meetings.bed, author.userId, 'leader', province);
  const asked = await requests.ask(wanted(), author);
  await Promise.all([letters.tell(), letters.tell()]);
  await letters.tell();
  const [letter, ...more] = await told(asked.id, 'asked');
  expect(more).toEqual([]);
  expect(letter?.userId).toBe(leader.userId);
  expect(letter?.subject).toMatch(/^KHẨN · Chờ duyệt họp: /);
  expect(letter?.text).toContain('Lý do: Bão đổ bộ đêm nay');
  expect(letter?.text).toContain('/work/requests');
});

test('who asked is told that it was refused, with the reason; submitted anew it is told anew; then that it was approved', async () => {
  const { leader, school, occurrences } = meetings;
  const author = await somebody('leader', school);
  const asked = await requests.ask(wanted({ urgent: false }), author);
  await letters.tell();
  const refused = await requests.reject({ ...at(asked), reason: 'Chưa cần' }, leader);
  const [refusal] = await told(asked.id, 'decided');
  expect(refusal).toMatchObject({
    userId: author.userId,
    subject: expect.stringMatching(/^Không duyệt họp: /) as string,
    text: expect.stringContaining('Lý do: Chưa cần') as string,
  });
  const draft = await requests.takeBack({ occurrenceId: refused.id }, author);
  const again = await occurrences.submit(at(draft), author);
  await letters.tell();
  const anew = (await told(asked.id, 'asked')).filter(({ userId }) => userId === leader.userId);
  expect(anew.map(({ subject }) => subject.split(':')[0])).toEqual(['Chờ duyệt họp', 'Chờ duyệt họp']);
  await requests.approve(at(again), leader);
  const subjects = (await told(asked.id, 'decided')).map(({ subject }) => subject.split(':')[0]);
  expect(subjects.sort()).toEqual(['Không duyệt họp', 'Đã duyệt họp']);
});

test('nobody is written to about what was decided or taken back before', async () => {
  const { leader, school } = meetings;
  const author = await somebody('leader', school);
  const [approved, withdrawn] = [await requests.ask(wanted(), author), await requests.ask(wanted(), author)];
  await requests.approve(at(approved), leader);
  await requests.takeBack({ occurrenceId: withdrawn.id }, author);
  await letters.tell();
  expect(await told(approved.id, 'asked')).toEqual([]);
  expect(await told(withdrawn.id, 'asked')).toEqual([]);
});

test('a request that nobody may approve yet is told to whoever may later', async () => {
  const { make, bed } = meetings;
  const province = await make.unit('Sở chưa có lãnh đạo');
  const room = await site({ bed }, [province]);
  const author = await somebody('leader', province);
  const chair = holding('chair', province, await make.user('Chủ Toạ Mẫu', province));
  const asked = await requests.ask({ ...wanted(), ...complete({ province, chair }, room) }, author);
  await letters.tell();
  expect(await told(asked.id, 'asked')).toEqual([]);
  const head = await somebody('leader', province);
  await granted(meetings.bed, head.userId, 'leader', province);
  await letters.tell();
  expect((await told(asked.id, 'asked')).map(({ userId }) => userId)).toEqual([head.userId]);
});
