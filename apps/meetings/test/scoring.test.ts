import { type ScoreSheet, ScoringClient, scoringErrors } from '@diemcau/contracts/meetings/scoring';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { Clock } from '@diemcau/service/time/clock';
import { holding } from './meetings.js';
import { type Meetings, scheduled, site, startOccurrences } from './occurrences.js';

let meetings: Meetings;
let scoring: ScoringClient;
let now: Date | undefined;

beforeAll(async () => {
  meetings = await startOccurrences();
  scoring = meetings.bed.client(ScoringClient);
  meetings.bed.part(Clock).now = () => now ?? new Date();
}, 60_000);
afterAll(() => meetings.bed.stop());

test('a meeting without contest has no score sheet', async () => {
  const { officer, province } = meetings;
  const { id } = await scheduled(meetings, await site(meetings, [province]));
  await expect(scoring.find({ occurrenceId: id }, officer)).rejects.toThrow(scoringErrors.notScored.code);
});

test('a jury scores a contest unseen by one another, ranks are shown at its end, and the report freezes them (I17)', async () => {
  const { occurrences, officer, chair, make, province, school } = meetings;
  const jurors = [
    holding('teacher', province, await make.user('Giám Khảo Một', province)),
    holding('teacher', province, await make.user('Giám Khảo Hai', province)),
  ] as const;
  const dispatch = { number: '12/SGDĐT', date: '2030-12-01', fileId: null };
  const meeting = await scheduled(meetings, await site(meetings, [province]), {
    kind: 'teacherContest',
    dispatch,
  });
  const of = { occurrenceId: meeting.id };
  const begin = await scoring.find(of, officer);
  expect(begin.criteria.length).toBeGreaterThan(0);

  const setting = {
    ...of,
    version: begin.version,
    criteria: [
      { title: 'Kiến thức', maxPoints: 10 },
      { title: 'Sư phạm', maxPoints: 10 },
    ],
    juryIds: jurors.map(({ userId }) => userId),
    contestants: [
      { name: 'Cô giáo Mẫu', unitName: 'Trường mẫu một' },
      { name: 'Thầy giáo Mẫu', unitName: null },
    ],
  };
  const sheet = await scoring.set(setting, officer);
  await expect(scoring.set(setting, officer)).rejects.toThrow(scoringErrors.changedMeanwhile.code);
  const points = (first: number, second: number) =>
    [first, second].map((given, index) => ({ criterionId: sheet.criteria[index]?.id ?? '', points: given }));
  const [one, two] = sheet.contestants.map(({ id }) => id);
  const give = (
    juror: number,
    contestantId: string | undefined,
    first: number,
    second: number,
  ): Promise<ScoreSheet> =>
    scoring.give(
      { ...of, contestantId: contestantId ?? '', points: points(first, second) },
      jurors[juror] ?? jurors[0],
    );

  await expect(give(0, one, 8, 8)).rejects.toThrow(occurrenceErrors.wrongState.code);
  now = new Date(meeting.startsAt);
  const live = await occurrences.start(
    { ...of, version: meeting.version, override: { reason: 'Thi thử nghiệm' } },
    chair,
  );
  await expect(give(0, meeting.id, 9, 8)).rejects.toThrow(scoringErrors.noSuchContestant.code);
  await expect(give(0, one, 10.25, 8)).rejects.toThrow(scoringErrors.badPoints.code);
  await expect(give(0, one, 8.1, 8)).rejects.toThrow(scoringErrors.badPoints.code);
  const outsider = scoring.give(
    { ...of, contestantId: one ?? '', points: points(1, 1) },
    holding('teacher', school),
  );
  await expect(outsider).rejects.toThrow();
  await expect(
    scoring.give({ ...of, contestantId: one ?? '', points: points(1, 1) }, officer),
  ).rejects.toThrow(scoringErrors.notOfTheJury.code);
  await give(0, one, 9, 8.5);
  await give(0, two, 7, 7);
  await give(1, one, 8, 8);
  const seen = await give(1, two, 9, 9.5);
  expect(seen.contestants.map(({ scores, average, rank }) => [scores.length, average, rank])).toEqual([
    [1, null, null],
    [1, null, null],
  ]);

  // How far each of the jury is, everybody may see.
  const [first, second] = (await scoring.find(of, officer)).jury;
  expect([first?.scored, second?.scored]).toEqual([2, 2]);

  const ended = await occurrences.end({ ...of, version: live.version }, chair);
  const result = await scoring.find(of, officer);
  expect(result.contestants).toMatchObject([
    { average: 16.75, rank: 1 },
    { average: 16.25, rank: 2 },
  ]);
  await occurrences.report({ ...of, version: ended.version }, officer);
  await expect(give(0, two, 10, 10)).rejects.toThrow(occurrenceErrors.reported.code);
  const tamper = meetings.bed.sql('UPDATE meetings.scores SET points = 10 WHERE occurrence_id = $1', [
    meeting.id,
  ]);
  await expect(tamper).rejects.toThrow('immutable');
});

test('one of the jury from elsewhere sees the meeting and scores; who leaves the jury leaves no scores', async () => {
  const { occurrences, officer, chair, make, province } = meetings;
  const elsewhere = await make.unit('Trường của giám khảo', province);
  const jurors = [
    holding('teacher', elsewhere, await make.user('Giám Khảo Trường Khác', elsewhere)),
    holding('teacher', province, await make.user('Giám Khảo Sở', province)),
  ];
  now = undefined;
  const meeting = await scheduled(meetings, await site(meetings, [province]), { kind: 'classObservation' });
  const of = { occurrenceId: meeting.id };
  const { version } = await scoring.find(of, officer);
  const setting = {
    ...of,
    criteria: [{ title: 'Bài dạy', maxPoints: 20 }],
    contestants: [{ name: 'Cô giáo Mẫu', unitName: null }],
  };
  const sheet = await scoring.set(
    { ...setting, version, juryIds: jurors.map(({ userId }) => userId) },
    officer,
  );
  now = new Date(meeting.startsAt);
  const live = await occurrences.start(
    { ...of, version: meeting.version, override: { reason: 'Dự giờ thử' } },
    chair,
  );
  const [criterion, contestant] = [sheet.criteria[0]?.id ?? '', sheet.contestants[0]?.id ?? ''];
  for (const [at, juror] of jurors.entries()) {
    await scoring.give(
      { ...of, contestantId: contestant, points: [{ criterionId: criterion, points: 10 + at * 5 }] },
      juror,
    );
  }
  const kept = {
    ...setting,
    criteria: sheet.criteria,
    contestants: sheet.contestants.map(({ id, name, unitName }) => ({ id, name, unitName })),
  };
  await scoring.set(
    { ...kept, version: sheet.version, juryIds: jurors.slice(1).map(({ userId }) => userId) },
    officer,
  );
  await occurrences.end({ ...of, version: live.version }, chair);
  expect((await scoring.find(of, officer)).contestants).toMatchObject([{ average: 15, rank: 1 }]);
  const [gone] = jurors;
  if (gone) await expect(scoring.find(of, gone)).rejects.toThrow(occurrenceErrors.notFound.code);
});
