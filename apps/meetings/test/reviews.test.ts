import { reviewErrors, ReviewsClient } from '@diemcau/contracts/meetings/reviews';
import type { Question } from '@diemcau/contracts/meetings/reviews-questions';
import type { TestBed } from '@diemcau/testing/service';
import { makeProvince, type Province } from './equipment.js';
import { holding, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let home: Province;
let reviews: ReviewsClient;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  home = await makeProvince(bed, make);
  reviews = bed.client(ReviewsClient);
}, 60_000);
afterAll(() => bed.stop());

const failing = (kind: { code: string }) => ({
  kind: expect.objectContaining({ code: kind.code }) as unknown,
});
const questions: Question[] = [
  { key: 'line', kind: 'scale', text: 'Đường truyền?', required: true, min: 1, max: 5 },
  { key: 'upgrade', kind: 'choice', text: 'Cần nâng cấp?', required: true, choices: ['Có', 'Không'] },
  { key: 'staff', kind: 'number', text: 'Số cán bộ?', required: false, min: 0, max: 50 },
  { key: 'words', kind: 'text', text: 'Ý kiến?', required: false },
];
const plan = { year: 2026, title: 'Rà soát 2026', questions, deadline: '2999-12-31' };
const secretaryOf = (unitId: string) => holding('secretary', unitId);

async function opened(deadline = plan.deadline) {
  const { id, version } = await reviews.make({ ...plan, unitId: home.department, deadline }, home.admin);
  return reviews.open({ reviewId: id, version }, home.admin);
}

test('a review goes to the units with a site and comes back as one report with counts (HB-10.2)', async () => {
  const review = await opened();
  expect(review).toMatchObject({ state: 'open', asked: 2, answered: 0 });
  for (const [i, unitId] of home.schools.entries()) {
    const { items } = await reviews.answers({ reviewId: review.id }, secretaryOf(unitId));
    expect(items).toHaveLength(1);
    const answerId = items[0]?.id ?? '';
    const values = [
      { key: 'line', value: String(3 + i) },
      { key: 'upgrade', value: 'Có' },
      { key: 'staff', value: '2' },
      { key: 'words', value: `Ý kiến ${i}` },
    ];
    const training = [{ course: 'Vận hành', people: 2, month: 8, note: null }];
    await reviews.save({ answerId, version: 1, values, training, submit: i === 0 }, secretaryOf(unitId));
  }
  const half = await reviews.collected({ reviewId: review.id }, home.admin);
  expect(half.review).toMatchObject({ asked: 2, answered: 1 });
  expect(half.missing).toEqual(['Trường Mẫu Hai']);
  const [second] = (await reviews.answers({ state: 'draft' }, secretaryOf(home.schools[1]))).items;
  const sheet = await reviews.answer({ answerId: second?.id ?? '' }, secretaryOf(home.schools[1]));
  const { values, training, version } = sheet;
  await reviews.save(
    { answerId: sheet.id, version, values, training, submit: true },
    secretaryOf(home.schools[1]),
  );
  const whole = await reviews.collected({ reviewId: review.id }, home.admin);
  expect(whole.questions).toMatchObject([
    {
      key: 'line',
      count: 2,
      mean: 3.5,
      tallies: [{}, {}, { value: '3', count: 1 }, { value: '4', count: 1 }, {}],
    },
    {
      key: 'upgrade',
      tallies: [
        { value: 'Có', count: 2 },
        { value: 'Không', count: 0 },
      ],
    },
    { key: 'staff', sum: 4 },
    { key: 'words', texts: [{ unitName: 'Trường Mẫu Hai', value: 'Ý kiến 1' }, { value: 'Ý kiến 0' }] },
  ]);
  expect(whole.training).toHaveLength(2);
  expect(whole.plan).toEqual([{ course: 'Vận hành', month: 8, people: 4, units: 2 }]);
});

test('answers fit their questions, are complete when handed in, and end with the deadline', async () => {
  const review = await opened();
  const secretary = secretaryOf(home.schools[0]);
  const [line] = (await reviews.answers({ reviewId: review.id }, secretary)).items;
  const sheet = { answerId: line?.id ?? '', version: 1, training: [], submit: false };
  const bad = [
    { key: 'line', value: '6' },
    { key: 'line', value: '2.5' },
    { key: 'upgrade', value: 'Có lẽ' },
    { key: 'staff', value: 'hai' },
    { key: 'none', value: 'x' },
  ];
  for (const value of bad) {
    await expect(reviews.save({ ...sheet, values: [value] }, secretary)).rejects.toMatchObject(
      failing(reviewErrors.badAnswer),
    );
  }
  const values = [{ key: 'line', value: '5' }];
  await expect(reviews.save({ ...sheet, values, submit: true }, secretary)).rejects.toMatchObject(
    failing(reviewErrors.incomplete),
  );
  await expect(reviews.save({ ...sheet, values }, secretaryOf(home.schools[1]))).rejects.toMatchObject(
    failing(reviewErrors.noAnswer),
  );
  const saving = [1, 2, 3].map(() => reviews.save({ ...sheet, values }, secretary));
  const outcomes = await Promise.allSettled(saving);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);

  const past = await opened('2020-01-01');
  const [late] = (await reviews.answers({ reviewId: past.id }, secretary)).items;
  await expect(reviews.save({ ...sheet, answerId: late?.id ?? '', values }, secretary)).rejects.toMatchObject(
    failing(reviewErrors.deadlinePassed),
  );
});

test('questions are sound, fixed once somebody answers, and nobody’s but the asker’s', async () => {
  const unitId = home.department;
  const broken: Question[][] = [
    [],
    [{ key: 'a', kind: 'choice', text: '?', required: true, choices: ['Một'] }],
    [{ key: 'a', kind: 'scale', text: '?', required: true, min: 5, max: 1 }],
    [questions[3] as Question, questions[3] as Question],
  ];
  for (const faulty of broken) {
    await expect(reviews.make({ ...plan, unitId, questions: faulty }, home.admin)).rejects.toMatchObject(
      failing(reviewErrors.badQuestions),
    );
  }
  const review = await opened();
  const act = { reviewId: review.id, version: review.version };
  const secretary = secretaryOf(home.schools[0]);
  const [line] = (await reviews.answers({ reviewId: review.id }, secretary)).items;
  const begun = { answerId: line?.id ?? '', version: 1, values: [], training: [], submit: false };
  await reviews.save(begun, secretary);
  await expect(reviews.change({ ...act, title: 'Khác' }, home.admin)).rejects.toMatchObject(
    failing(reviewErrors.answeredAlready),
  );
  const moved = await reviews.change({ ...act, deadline: '2999-01-01' }, home.admin);
  expect(moved.deadline).toBe('2999-01-01');
  const other = holding('departmentAdmin', home.schools[0]);
  await expect(reviews.collected({ reviewId: review.id }, other)).rejects.toMatchObject(
    failing(reviewErrors.notFound),
  );
  const closed = await reviews.close({ ...act, version: moved.version }, home.admin);
  await expect(reviews.open({ ...act, version: closed.version }, home.admin)).rejects.toMatchObject(
    failing(reviewErrors.notNow),
  );
});

test('a review that nobody would be asked is not opened, and stays a draft', async () => {
  const unitId = await make.unit('Sở chưa có điểm cầu');
  const admin = holding('departmentAdmin', unitId);
  const { id: reviewId, version } = await reviews.make({ ...plan, unitId }, admin);
  await expect(reviews.open({ reviewId, version }, admin)).rejects.toMatchObject(
    failing(reviewErrors.nobodyAsked),
  );
  await expect(reviews.find({ reviewId }, admin)).resolves.toMatchObject({ state: 'draft', asked: 0 });
});
