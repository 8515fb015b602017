import { reviewErrors, ReviewsClient } from '@diemcau/contracts/meetings/reviews';
import type { Question } from '@diemcau/contracts/meetings/reviews-questions';
import type { TestBed } from '@diemcau/testing/service';
import { ReviewLettersJob } from '../src/reviews/letters.job.js';
import { SetTime } from './checks.js';
import { makeProvince, type Province } from './equipment.js';
import { holding, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let home: Province;
let reviews: ReviewsClient;
let time: SetTime;
let job: ReviewLettersJob;
/** Of the first school, by the role of a secretary; of the second, by running its site. */
let secretary: string;
let operator: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  home = await makeProvince(bed, make);
  [reviews, time, job] = [bed.client(ReviewsClient), new SetTime(bed), bed.part(ReviewLettersJob)];
  secretary = await granted('secretary', home.schools[0]);
  await granted('siteOperator', home.schools[0]);
  operator = await granted('siteOperator', home.schools[1]);
}, 60_000);
afterAll(() => bed.stop());

async function granted(role: string, unitId: string): Promise<string> {
  const userId = await make.user('Cán bộ Mẫu', unitId);
  await bed.sql(
    `INSERT INTO identity.role_grants (id, user_id, role, unit_id, subtree, valid_from)
     VALUES (gen_random_uuid(), $1, $2, $3, false, '2020-01-01')`,
    [userId, role, unitId],
  );
  return userId;
}
const question = (text: string): Question => ({ key: 'y-kien', kind: 'text', text, required: false });
const inDays = (days: number): string =>
  new Date(time.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

async function opened(deadline: string) {
  const { id, version } = await reviews.make(
    {
      unitId: home.department,
      year: 2026,
      title: 'Rà soát 2026',
      questions: [question('Ý kiến?')],
      deadline,
    },
    home.admin,
  );
  return reviews.open({ reviewId: id, version }, home.admin);
}
/** Who got which letters about the review, the first first. */
const lettersOf = async (reviewId: string, name: 'opening' | 'reminder') =>
  (
    await bed.sql<{ userId: string }>(
      `SELECT m.user_id AS "userId" FROM meetings.outgoing_mails m
       JOIN meetings.review_answers a ON m.key LIKE 'review:' || a.id || $2 WHERE a.review_id = $1 ORDER BY 1`,
      [reviewId, `:${name}:%`],
    )
  ).map(({ userId }) => userId);
const both = () => [secretary, operator].sort();

test('who completes a unit’s reports is told of a review, else who runs its sites; each once (HB-10.2)', async () => {
  const { id } = await opened(inDays(20));
  await Promise.all([job.look(), job.look()]);
  await job.look();
  expect(await lettersOf(id, 'opening')).toEqual(both());
  expect(await lettersOf(id, 'reminder')).toEqual([]);
});

test('three days before the end who has not handed in is reminded once, and again for a deadline that was moved', async () => {
  const deadline = inDays(10);
  const review = await opened(deadline);
  await job.look();
  const mine = holding('secretary', home.schools[0], secretary);
  const [sheet] = (await reviews.answers({ reviewId: review.id }, mine)).items;
  await reviews.save({ answerId: sheet?.id ?? '', version: 1, values: [], training: [], submit: true }, mine);
  time.on(8 * 24);
  await job.look();
  await job.look();
  expect(await lettersOf(review.id, 'reminder')).toEqual([operator]);
  const later = inDays(10);
  await reviews.change({ reviewId: review.id, version: review.version, deadline: later }, home.admin);
  await job.look();
  expect(await lettersOf(review.id, 'reminder')).toEqual([operator]);
  time.on(8 * 24);
  await job.look();
  expect(await lettersOf(review.id, 'reminder')).toEqual([operator, operator]);
});

test('an open review is changed until the first unit saves an answer; of both at once one waits for the other', async () => {
  const review = await opened(inDays(30));
  const act = { reviewId: review.id, version: review.version };
  const changed = await reviews.change({ ...act, questions: [question('Khác?')], title: 'Khác' }, home.admin);
  expect(changed).toMatchObject({ title: 'Khác', begun: 0 });
  const mine = holding('secretary', home.schools[0], secretary);
  const [sheet] = (await reviews.answers({ reviewId: review.id }, mine)).items;
  const values = [{ key: 'y-kien', value: 'Tốt' }];
  const save = { answerId: sheet?.id ?? '', version: 1, values, training: [], submit: false };
  const newQuestions = [{ ...question('Mới?'), key: 'moi' }];
  const [changing, saving] = await Promise.allSettled([
    reviews.change({ ...act, version: changed.version, questions: newQuestions }, home.admin),
    reviews.save(save, mine),
  ]);
  // Whoever came second found what the first had done: never an answer to a question that is gone.
  expect([changing.status, saving.status].sort()).toEqual(['fulfilled', 'rejected']);
  const now = await reviews.find({ reviewId: review.id }, home.admin);
  const after = reviews.change({ ...act, version: now.version, title: 'Nữa' }, home.admin);
  await (now.begun > 0
    ? expect(after).rejects.toThrow(reviewErrors.answeredAlready.code)
    : expect(after).resolves.toMatchObject({ title: 'Nữa' }));
});
