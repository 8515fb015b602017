import { AgendaClient, agendaErrors } from '@diemcau/contracts/meetings/agenda';
import { ChecklistsClient, checklistErrors } from '@diemcau/contracts/meetings/checklists';
import { MeetingTypesClient, meetingTypeErrors } from '@diemcau/contracts/meetings/meeting-types';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { commonFailures } from '@diemcau/contracts/core/failure';
import { Clock } from '@diemcau/service/time/clock';
import { holding } from './meetings.js';
import { complete, type Meetings, scheduled, site, startOccurrences } from './occurrences.js';

let meetings: Meetings;
let agenda: AgendaClient;
let checklists: ChecklistsClient;
let types: MeetingTypesClient;
let mainSite: string;
let schoolSite: string;
let now: Date | undefined;

beforeAll(async () => {
  meetings = await startOccurrences();
  const { bed, province, school } = meetings;
  [agenda, checklists, types] = [
    bed.client(AgendaClient),
    bed.client(ChecklistsClient),
    bed.client(MeetingTypesClient),
  ];
  bed.part(Clock).now = () => now ?? new Date();
  mainSite = await site(meetings, [province]);
  schoolSite = await site(meetings, [province, school]);
}, 60_000);
afterAll(() => meetings.bed.stop());
afterEach(() => {
  now = undefined;
});

const withSchool = () => ({
  sites: [
    { siteId: mainSite, role: 'main' as const, expected: 10 },
    { siteId: schoolSite, role: 'member' as const, expected: 10 },
  ],
  agenda: [{ title: 'Tham luận', unitId: meetings.school, minutes: 15, dueAt: '2030-12-31T00:00:00Z' }],
});

describe('a point of the agenda', () => {
  test('is submitted by its unit alone, returned, submitted again and approved', async () => {
    const { officer, school, sibling } = meetings;
    const { id } = await scheduled(meetings, mainSite, withSchool());
    const [item] = (await agenda.list({ occurrenceId: id }, officer)).items;
    const papers = { itemId: item?.id ?? '', version: 1, fileIds: [], note: 'Bài đã đọc soát' };
    const secretary = holding('secretary', school);
    const teacher = holding('teacher', school);
    await expect(agenda.submit(papers, teacher)).rejects.toThrow(agendaErrors.notTheUnit.code);
    await expect(agenda.submit(papers, holding('secretary', sibling))).rejects.toThrow(
      agendaErrors.notFound.code,
    );
    const given = await agenda.submit(papers, secretary);
    expect(given.items).toMatchObject([{ state: 'submitted', late: false, version: 2 }]);
    const step = { itemId: papers.itemId, version: 2 };
    await expect(agenda.approve(step, secretary)).rejects.toThrow(commonFailures.notAllowed.code);
    await agenda.giveBack({ ...step, note: 'Bổ sung số liệu' }, officer);
    const again = await agenda.submit({ ...papers, version: 3 }, secretary);
    expect(again.items).toMatchObject([{ state: 'submitted' }]);
    const approved = await agenda.approve({ ...step, version: 4 }, officer);
    expect(approved.items).toMatchObject([{ state: 'approved' }]);
    await expect(agenda.submit({ ...papers, version: 5 }, secretary)).rejects.toThrow(
      agendaErrors.wrongState.code,
    );
  });

  test('is late once it is due', async () => {
    const { officer } = meetings;
    const { id } = await scheduled(meetings, mainSite, withSchool());
    now = new Date('2030-12-31T00:00:01Z');
    expect((await agenda.list({ occurrenceId: id }, officer)).items).toMatchObject([{ late: true }]);
  });

  test('is added, ordered, changed and removed; the last one of a scheduled meeting stays (I13)', async () => {
    const { officer, sibling } = meetings;
    const { id } = await scheduled(meetings, mainSite);
    const two = await agenda.add(
      { occurrenceId: id, title: 'Thảo luận', unitId: sibling, minutes: 20, dueAt: null },
      officer,
    );
    const ids = two.items.map((item) => item.id);
    const turned = await agenda.order({ occurrenceId: id, itemIds: ids.toReversed() }, officer);
    expect(turned.items.map(({ title }) => title)).toEqual(['Thảo luận', 'Báo cáo công tác']);
    await expect(agenda.order({ occurrenceId: id, itemIds: ids.slice(1) }, officer)).rejects.toThrow(
      agendaErrors.otherItems.code,
    );
    await agenda.remove({ itemId: ids[0] ?? '' }, officer);
    const last = agenda.remove({ itemId: ids[1] ?? '' }, officer);
    await expect(last).rejects.toThrow(occurrenceErrors.incomplete.code);
  });
});

describe('a checklist', () => {
  test('has an item for every member site, which the unit of the site marks', async () => {
    const { officer, school, sibling } = meetings;
    const meeting = await scheduled(meetings, mainSite, withSchool());
    const { items } = await checklists.list({ occurrenceId: meeting.id }, officer);
    const [own, ...others] = items.filter(({ unitId }) => unitId === school);
    expect(others).toEqual([]);
    expect(own).toMatchObject({ owner: 'unit', doneAt: null, late: false });
    expect(Date.parse(meeting.startsAt) - Date.parse(own?.dueAt ?? '')).toBe(86_400_000);
    const mark = { itemId: own?.id ?? '', done: true };
    await expect(checklists.mark(mark, holding('teacher', school))).rejects.toThrow(
      checklistErrors.notOwed.code,
    );
    await expect(checklists.mark(mark, holding('siteOperator', sibling))).rejects.toThrow(
      checklistErrors.notFound.code,
    );
    const operator = holding('siteOperator', school);
    const done = await checklists.mark(mark, operator);
    expect(done.items.find(({ id }) => id === mark.itemId)).toMatchObject({
      doneBy: operator.userId,
      late: false,
    });
  });

  test('shows on the board what is late, to whom it concerns, by how much', async () => {
    const { officer, school, sibling } = meetings;
    const meeting = await scheduled(meetings, mainSite, withSchool());
    now = new Date(Date.parse(meeting.startsAt) - 86_400_000 + 90 * 60_000);
    const late = await checklists.board({ late: true, limit: 200 }, officer);
    const ofSchool = late.items.filter(
      ({ occurrenceId, unitId }) => occurrenceId === meeting.id && unitId === school,
    );
    expect(ofSchool).toMatchObject([{ late: true, lateMin: 90, meetingTitle: 'Giao ban mẫu' }]);
    expect(late.lateCount).toBe(late.items.length);
    const mine = await checklists.board({ mine: true, limit: 200 }, holding('siteOperator', school));
    expect(new Set(mine.items.map(({ unitId }) => unitId))).toEqual(new Set([school]));
    const none = await checklists.board({}, holding('siteOperator', sibling));
    expect(none).toEqual({ items: [], nextCursor: null, lateCount: 0 });
  });

  test('follows a meeting that is moved', async () => {
    const { occurrences, officer } = meetings;
    const meeting = await scheduled(meetings, mainSite);
    const before = await checklists.list({ occurrenceId: meeting.id }, officer);
    const later = (instant: string) => new Date(Date.parse(instant) + 5 * 86_400_000).toISOString();
    const times = { startsAt: later(meeting.startsAt), endsAt: later(meeting.endsAt) };
    await occurrences.change({ occurrenceId: meeting.id, version: meeting.version, ...times }, officer);
    const after = await checklists.list({ occurrenceId: meeting.id }, officer);
    expect(after.items.map(({ dueAt }) => dueAt)).toEqual(before.items.map(({ dueAt }) => later(dueAt)));
  });

  test('gets items of units and people of the province', async () => {
    const { officer, foreign, make } = meetings;
    const { id } = await scheduled(meetings, mainSite);
    const item = {
      occurrenceId: id,
      title: 'In tài liệu',
      dueAt: '2030-12-01T00:00:00Z',
      unitId: null,
      userId: null,
    };
    const stranger = await make.user('Người Nơi Khác', foreign);
    await expect(checklists.add({ ...item, owner: 'person' }, officer)).rejects.toThrow(
      checklistErrors.badOwner.code,
    );
    await expect(checklists.add({ ...item, owner: 'unit', unitId: foreign }, officer)).rejects.toThrow(
      occurrenceErrors.noSuchUnit.code,
    );
    await expect(checklists.add({ ...item, owner: 'person', userId: stranger }, officer)).rejects.toThrow(
      occurrenceErrors.noSuchPerson.code,
    );
    const added = await checklists.add({ ...item, owner: 'person', userId: officer.userId }, officer);
    expect(added.items).toContainEqual(
      expect.objectContaining({ title: 'In tài liệu', userId: officer.userId }),
    );
  });
});

describe('types of meetings', () => {
  test('are the seven of the product until a province changes one, which its next meetings follow', async () => {
    const { officer, occurrences, province } = meetings;
    const { items } = await types.list({}, officer);
    expect(items.map(({ kind, version }) => [kind, version])).toHaveLength(7);
    const [briefing] = items;
    if (!briefing) throw new Error('no briefing');
    const changed = { ...briefing, dispatchNeeded: true, checklist: [] };
    await types.set(changed, officer);
    const meeting = await occurrences.make(complete(meetings, mainSite), officer);
    expect(meeting.missing).toEqual(['dispatch']);
    await expect(types.set(changed, officer)).rejects.toThrow(meetingTypeErrors.changedMeanwhile.code);
    await expect(types.set({ ...changed, version: 1 }, meetings.leader)).rejects.toThrow(
      meetingTypeErrors.notFound.code,
    );
    await types.reset({ provinceId: province, kind: 'briefing' }, officer);
    expect((await types.list({}, officer)).items[0]).toEqual(briefing);
  });
});
