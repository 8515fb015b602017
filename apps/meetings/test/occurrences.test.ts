import { commonFailures } from '@diemcau/contracts/core/failure';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { OccurrenceFacts } from '@diemcau/contracts/meetings/occurrences';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { eventually } from '@diemcau/testing/service';
import { holding } from './meetings.js';
import { anHour, complete, type Meetings, scheduled, site, startOccurrences } from './occurrences.js';

let meetings: Meetings;
let mainSite: string;
let otherSite: string;

beforeAll(async () => {
  meetings = await startOccurrences();
  mainSite = await site(meetings, [meetings.province], 'Điểm cầu Sở');
  otherSite = await site(meetings, [meetings.province, meetings.school], 'Điểm cầu trường');
}, 60_000);
afterAll(() => meetings.bed.stop());

const made = (more = {}) => meetings.occurrences.make(complete(meetings, mainSite, more), meetings.officer);

describe('a meeting made by hand', () => {
  test('is a draft with agenda and the checklist of its type', async () => {
    const meeting = await made();
    expect(meeting).toMatchObject({
      state: 'draft',
      unitId: meetings.province,
      missing: [],
      chair: { id: meetings.chair.userId, name: 'Lê Văn Mẫu' },
      sites: [{ siteId: mainSite, role: 'main', expected: 30, limit: 40 }],
    });
    const items = await meetings.bed.sql<{ title: string }>(
      'SELECT title FROM meetings.checklist_items WHERE occurrence_id = $1 ORDER BY title',
      [meeting.id],
    );
    expect(items.length).toBeGreaterThan(1);
  });

  test('expects at most as many people at a site as may be there (HB-4.3, I20)', async () => {
    const sites = [{ siteId: mainSite, role: 'main' as const, expected: 41 }];
    await expect(made({ sites })).rejects.toThrow(occurrenceErrors.tooManyPeople.code);
  });

  test('has a site once, and one main site (I10)', async () => {
    const main = { siteId: mainSite, role: 'main' as const, expected: 1 };
    await expect(made({ sites: [main, { ...main, role: 'standby' }] })).rejects.toThrow(
      occurrenceErrors.twoSites.code,
    );
    await expect(made({ sites: [main, { ...main, siteId: otherSite }] })).rejects.toThrow(
      occurrenceErrors.twoSites.code,
    );
  });

  test('does not last longer than a day, nor end before it begins, nor lie in the past', async () => {
    const { startsAt, endsAt } = anHour();
    await expect(made({ startsAt: endsAt, endsAt: startsAt })).rejects.toThrow(
      occurrenceErrors.badTimes.code,
    );
    const past = { startsAt: '2020-01-01T08:00:00Z', endsAt: '2020-01-01T09:00:00Z' };
    await expect(made(past)).rejects.toThrow(occurrenceErrors.past.code);
  });

  test('has people, sites and rooms of its own province', async () => {
    const { foreign, make } = meetings;
    const stranger = await make.user('Người Tỉnh Khác', foreign);
    await expect(made({ chairId: stranger })).rejects.toThrow(occurrenceErrors.noSuchPerson.code);
    const siteId = await site(meetings, [foreign]);
    await expect(made({ sites: [{ siteId, role: 'main', expected: 1 }] })).rejects.toThrow(
      occurrenceErrors.noSuchSite.code,
    );
    const room = await make.room([foreign]);
    await expect(made({ roomId: room.id })).rejects.toThrow(occurrenceErrors.noSuchRoom.code);
  });

  test('is not made for a closed unit (I3), nor for one out of sight', async () => {
    const { bed, make, province, officer, occurrences, school, sibling } = meetings;
    const closed = await make.unit('Trường đã giải thể', province);
    await bed.sql(`UPDATE identity.units SET state = 'closed', valid_to = '2026-01-01' WHERE id = $1`, [
      closed,
    ]);
    const wanted = complete(meetings, mainSite);
    await expect(occurrences.make({ ...wanted, unitId: closed }, officer)).rejects.toThrow(
      unitErrors.closed.code,
    );
    const secretary = holding('secretary', school);
    await expect(occurrences.make({ ...wanted, unitId: sibling }, secretary)).rejects.toThrow(
      unitErrors.notFound.code,
    );
  });
});

describe('a meeting', () => {
  test('is seen by its unit, by those of its sites, and by nobody else', async () => {
    const { occurrences, school, sibling, foreign } = meetings;
    const sites = [
      { siteId: mainSite, role: 'main' as const, expected: 1 },
      { siteId: otherSite, role: 'member' as const, expected: 1 },
    ];
    const { id } = await made({ sites });
    const atSchool = await occurrences.find({ occurrenceId: id }, holding('teacher', school));
    expect(atSchool.actions).toEqual([]);
    for (const unitId of [sibling, foreign]) {
      const elsewhere = holding('departmentAdmin', unitId);
      const lookUp = occurrences.find({ occurrenceId: id }, elsewhere);
      await expect(lookUp).rejects.toThrow(occurrenceErrors.notFound.code);
    }
    const change = occurrences.change(
      { occurrenceId: id, version: 1, title: 'Khác' },
      holding('unitOperator', school),
    );
    await expect(change).rejects.toThrow(commonFailures.notAllowed.code);
  });

  test('is scheduled only with chair, main site, agenda, composition (I13), and its letter where the type asks for it', async () => {
    const { occurrences, officer, leader, bed } = meetings;
    const bare = { chairId: null, composition: null, sites: [], agenda: [], kind: 'conference' as const };
    const draft = await made(bare);
    const needed = ['chair', 'mainSite', 'agenda', 'composition', 'dispatch'];
    expect([...draft.missing].sort()).toEqual([...needed].sort());
    const pending = await occurrences.submit({ occurrenceId: draft.id, version: draft.version }, officer);
    const { RequestsClient } = await import('@diemcau/contracts/meetings/requests');
    const approve = bed
      .client(RequestsClient)
      .approve({ occurrenceId: draft.id, version: pending.version }, leader);
    await expect(approve).rejects.toMatchObject({
      kind: { code: occurrenceErrors.incomplete.code },
      details: { missing: expect.arrayContaining(needed) as unknown },
    });
    await expect(occurrences.find({ occurrenceId: draft.id }, officer)).resolves.toMatchObject({
      state: 'pendingApproval',
    });
  });

  test('tells when it is scheduled, moved and cancelled', async () => {
    const { occurrences, officer, bed } = meetings;
    const heard = [OccurrenceFacts.scheduled, OccurrenceFacts.moved, OccurrenceFacts.cancelled].map((fact) =>
      bed.listen(fact),
    );
    const meeting = await scheduled(meetings, mainSite);
    const moved = await occurrences.change(
      { occurrenceId: meeting.id, version: meeting.version, ...anHour() },
      officer,
    );
    expect(moved.sequence).toBe(1);
    const reason = 'Trùng lịch';
    await occurrences.cancel({ occurrenceId: meeting.id, version: moved.version, reason }, officer);
    const of = () => heard.map((facts) => facts.filter(({ occurrenceId }) => occurrenceId === meeting.id));
    const told = await eventually(of, (facts) => facts.every(({ length }) => length === 1));
    expect(told.flat().map(({ sequence }) => sequence)).toEqual([0, 1, 1]);
  });

  test('keeps its sequence while neither time nor sites change (I15)', async () => {
    const { occurrences, officer } = meetings;
    const meeting = await scheduled(meetings, mainSite);
    const renamed = await occurrences.change(
      { occurrenceId: meeting.id, version: meeting.version, title: 'Giao ban tháng 3' },
      officer,
    );
    expect(renamed).toMatchObject({ sequence: 0, version: meeting.version + 1, title: 'Giao ban tháng 3' });
    const sites = [{ siteId: otherSite, role: 'main' as const, expected: 5 }];
    const elsewhere = await occurrences.change(
      { occurrenceId: meeting.id, version: renamed.version, sites },
      officer,
    );
    expect(elsewhere.sequence).toBe(1);
  });

  test('that is scheduled does not lose what it needs', async () => {
    const { occurrences, officer } = meetings;
    const meeting = await scheduled(meetings, mainSite);
    const without = occurrences.change(
      { occurrenceId: meeting.id, version: meeting.version, chairId: null },
      officer,
    );
    await expect(without).rejects.toThrow(occurrenceErrors.incomplete.code);
  });

  test('is changed by one of two at a time (412)', async () => {
    const { occurrences, officer } = meetings;
    const { id, version } = await made();
    const both = ['Một', 'Hai'].map((title) =>
      occurrences.change({ occurrenceId: id, version, title }, officer),
    );
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost).toMatchObject({ reason: { kind: { code: occurrenceErrors.changedMeanwhile.code } } });
  });

  test('two sites change places as main and standby', async () => {
    const { occurrences, officer } = meetings;
    const sites = [
      { siteId: mainSite, role: 'main' as const, expected: 1 },
      { siteId: otherSite, role: 'standby' as const, expected: 1 },
    ];
    const { id, version } = await made({ sites });
    const swapped = sites.map((one) => ({
      ...one,
      role: one.role === 'main' ? ('standby' as const) : ('main' as const),
    }));
    const after = await occurrences.change({ occurrenceId: id, version, sites: swapped }, officer);
    expect(after.sites.map(({ siteId, role }) => [siteId, role])).toEqual([
      [otherSite, 'main'],
      [mainSite, 'standby'],
    ]);
  });
});
