import type { TestBed } from '@diemcau/testing/service';
import { PlanLettersService } from '../src/plans/letters.service.js';
import { granted, lettersOf } from './letters.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let letters: PlanLettersService;
let planning: Planning;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  letters = bed.part(PlanLettersService);
});
afterAll(() => bed.stop());
beforeEach(async () => {
  planning = await Planning.start(bed, make);
});

const leads = () => granted(bed, planning.leader.userId, 'leader', planning.province);
const submittedTo = (planId: string) => lettersOf(bed, `plan:${planId}:submitted:%`);
const decidedFor = (planId: string) => lettersOf(bed, `plan:${planId}:decided:%`);

async function submitted() {
  const { id: planId, version } = await planning.plan();
  await planning.make({ planId });
  const plan = await planning.plans.submit({ planId, version }, planning.writer);
  return { planId, version: plan.version };
}

test('who may approve a plan is written to when it is submitted, once, but not its author (HB-7.1)', async () => {
  const { leader, writer, province } = planning;
  await leads();
  await granted(bed, writer.userId, 'leader', province);
  const { planId } = await submitted();
  await Promise.all([letters.tell(), letters.tell()]);
  await letters.tell();
  const [letter, ...more] = await submittedTo(planId);
  expect(more).toEqual([]);
  expect(letter).toMatchObject({
    userId: leader.userId,
    subject: 'Chờ duyệt kế hoạch: Kế hoạch năm 2027',
    text: expect.stringContaining('gồm 1 chuỗi cuộc họp') as string,
  });
  expect(letter?.text).toContain(`/work/plans/${planId}`);
});

test('its author is told that it was returned, with what to change; submitted anew it is told anew; then that it was approved', async () => {
  const { leader, writer } = planning;
  await leads();
  const { planId, version } = await submitted();
  await letters.tell();
  const comment = 'Dời sang buổi chiều';
  const returned = await planning.plans.giveBack({ planId, version, comment }, leader);
  expect(await decidedFor(planId)).toEqual([
    {
      userId: writer.userId,
      subject: 'Kế hoạch bị trả lại: Kế hoạch năm 2027',
      text: expect.stringContaining(comment) as string,
    },
  ]);
  const again = await planning.plans.submit({ planId, version: returned.version }, writer);
  await letters.tell();
  expect((await submittedTo(planId)).map(({ userId }) => userId)).toEqual([leader.userId, leader.userId]);
  await planning.plans.approve({ planId, version: again.version }, leader);
  expect((await decidedFor(planId)).map(({ subject }) => subject.split(':')[0]).sort()).toEqual([
    'Kế hoạch bị trả lại',
    'Đã duyệt kế hoạch',
  ]);
});

test('nobody is written to about a plan that was decided before', async () => {
  await leads();
  const { planId, version } = await submitted();
  await planning.plans.giveBack({ planId, version, comment: 'Chưa đủ' }, planning.leader);
  await letters.tell();
  expect(await submittedTo(planId)).toEqual([]);
});

test('a plan that nobody may approve yet is told to whoever may later', async () => {
  const { planId } = await submitted();
  await letters.tell();
  expect(await submittedTo(planId)).toEqual([]);
  const head = holding('leader', planning.province, await make.user('Lãnh đạo đến sau', planning.province));
  await granted(bed, head.userId, 'leader', planning.province);
  await letters.tell();
  expect((await submittedTo(planId)).map(({ userId }) => userId)).toEqual([head.userId]);
});
