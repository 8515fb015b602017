import type { UserCaller } from '@diemcau/contracts/core/caller';
import { AgendaClient } from '@diemcau/contracts/meetings/agenda';
import { ChecklistsClient } from '@diemcau/contracts/meetings/checklists';
import { ScoringClient } from '@diemcau/contracts/meetings/scoring';
import { holding } from './meetings.js';
import { anHour, complete, type Meetings, scheduled, site, startOccurrences } from './occurrences.js';

let meetings: Meetings;
let mainSite: string;

beforeAll(async () => {
  meetings = await startOccurrences();
  mainSite = await site(meetings, [meetings.province]);
}, 60_000);
afterAll(() => meetings.bed.stop());

/** Titles in the calendar of a unit, in the two days around a time. */
async function seen(unitId: string, around: string, caller: UserCaller): Promise<string[]> {
  const at = Date.parse(around);
  const day = (days: number) => new Date(at + days * 86_400_000).toISOString();
  const asked = { unitId, from: day(-1), to: day(1) };
  return (await meetings.occurrences.calendar(asked, caller)).items.map(({ title }) => title);
}

describe('the calendar of a unit that has no site in a meeting', () => {
  test('shows it while the unit prepares a point of its agenda, at the time it is moved to (HB-8.1)', async () => {
    const { officer, occurrences, bed, school, sibling } = meetings;
    const teacher = holding('teacher', school);
    const title = 'Có tham luận của trường';
    const meeting = await scheduled(meetings, mainSite, {
      title,
      agenda: [{ title: 'Tham luận', unitId: school, minutes: 15, dueAt: null }],
    });
    expect(await seen(school, meeting.startsAt, teacher)).toEqual([title]);
    expect(await seen(sibling, meeting.startsAt, holding('teacher', sibling))).toEqual([]);
    const later = anHour();
    await occurrences.postpone(
      { occurrenceId: meeting.id, version: meeting.version, reason: 'Bão' },
      officer,
    );
    const { version } = await occurrences.find({ occurrenceId: meeting.id }, officer);
    await occurrences.reschedule({ occurrenceId: meeting.id, version, ...later }, officer);
    expect(await seen(school, meeting.startsAt, teacher)).toEqual([]);
    expect(await seen(school, later.startsAt, teacher)).toEqual([title]);
    const agenda = bed.client(AgendaClient);
    const [item] = (await agenda.list({ occurrenceId: meeting.id }, officer)).items;
    await agenda.change({ itemId: item?.id ?? '', version: 1, unitId: sibling }, officer);
    expect(await seen(school, later.startsAt, teacher)).toEqual([]);
    expect(await seen(sibling, later.startsAt, holding('teacher', sibling))).toEqual([title]);
  });

  test('shows it while an item of its checklist is the unit’s', async () => {
    const { officer, occurrences, bed, school } = meetings;
    const teacher = holding('teacher', school);
    const meeting = await occurrences.make(
      complete(meetings, mainSite, { title: 'Trường lo hậu cần' }),
      officer,
    );
    expect(await seen(school, meeting.startsAt, teacher)).toEqual([]);
    const checklists = bed.client(ChecklistsClient);
    const added = await checklists.add(
      {
        occurrenceId: meeting.id,
        title: 'Chuẩn bị hội trường',
        owner: 'unit',
        unitId: school,
        userId: null,
        dueAt: meeting.startsAt,
      },
      officer,
    );
    expect(await seen(school, meeting.startsAt, teacher)).toEqual(['Trường lo hậu cần']);
    const item = added.items.find(({ title }) => title === 'Chuẩn bị hội trường');
    await checklists.remove({ itemId: item?.id ?? '' }, officer);
    expect(await seen(school, meeting.startsAt, teacher)).toEqual([]);
  });
});

test('a juror from elsewhere finds the meeting in the calendar of their own unit, where nobody else does (HB-2.1)', async () => {
  const { officer, bed, make, school, sibling } = meetings;
  const juror = holding('teacher', school, await make.user('Giám Khảo Mẫu', school));
  const both = {
    ...juror,
    grants: [...juror.grants, { role: 'teacher' as const, unitId: sibling, subtree: true }],
  };
  const title = 'Dự giờ ở nơi khác';
  const meeting = await scheduled(meetings, mainSite, { title, kind: 'classObservation' });
  const scoring = bed.client(ScoringClient);
  const { version } = await scoring.find({ occurrenceId: meeting.id }, officer);
  const sheet = {
    occurrenceId: meeting.id,
    version,
    criteria: [{ title: 'Bài dạy', maxPoints: 20 }],
    contestants: [{ name: 'Cô giáo Mẫu', unitName: null }],
  };
  expect(await seen(school, meeting.startsAt, juror)).toEqual([]);
  const set = await scoring.set({ ...sheet, juryIds: [juror.userId] }, officer);
  expect(await seen(school, meeting.startsAt, juror)).toEqual([title]);
  expect(await seen(school, meeting.startsAt, holding('teacher', school))).toEqual([]);
  expect(await seen(school, meeting.startsAt, officer)).toEqual([]);
  expect(await seen(sibling, meeting.startsAt, both)).toEqual([title]);
  await scoring.set({ ...sheet, version: set.version, juryIds: [] }, officer);
  expect(await seen(school, meeting.startsAt, juror)).toEqual([]);
});
