import { AuditFacts, type AuditNoted } from '@diemcau/contracts/core/audit';
import { UnitTypesClient } from '@diemcau/contracts/identity/unit-types';
import { RequestsClient } from '@diemcau/contracts/meetings/requests';
import { eventually } from '@diemcau/testing/service';
import { LevelsJob } from '../src/occurrences/levels.job.js';
import { MakingJob } from '../src/scheduling/making.job.js';
import { holding } from './meetings.js';
import { complete, type Meetings, scheduled, site, startOccurrences } from './occurrences.js';
import { Planning } from './planning.js';

let meetings: Meetings;
let planning: Planning;
let mainSite: string;
let noted: AuditNoted[];

beforeAll(async () => {
  meetings = await startOccurrences();
  noted = meetings.bed.listen(AuditFacts.noted);
  planning = await Planning.start(meetings.bed, meetings.make);
  mainSite = await site(meetings, [meetings.province]);
}, 60_000);
afterAll(() => meetings.bed.stop());

/** Of a province's own. */
async function typeOf(provinceId: string, nameVi: string): Promise<string> {
  const admin = holding('departmentAdmin', provinceId);
  const type = { provinceId, nameVi, nameEn: nameVi, under: ['department'] };
  return (await meetings.bed.client(UnitTypesClient).define(type, admin)).key;
}

test('a meeting is of the level of the unit that holds it, unless another is chosen (HB-1)', async () => {
  const { occurrences, officer, school } = meetings;
  const ofDepartment = await occurrences.make(complete(meetings, mainSite), officer);
  expect(ofDepartment.level).toBe('department');
  const ofSchool = await occurrences.make(complete(meetings, mainSite, { unitId: school }), officer);
  expect(ofSchool.level).toBe('school');
  const chosen = complete(meetings, mainSite, { level: 'districtOffice' });
  await expect(occurrences.make(chosen, officer)).resolves.toMatchObject({
    level: 'districtOffice',
    unitId: meetings.province,
  });
});

test('levels are the types of units of the province, its own too; no other province’s and nothing else (HB-1)', async () => {
  const { occurrences, officer, province, foreign } = meetings;
  const own = await typeOf(province, 'Cụm trường');
  const strange = await typeOf(foreign, 'Cụm trường');
  const made = await occurrences.make(complete(meetings, mainSite, { level: own }), officer);
  expect(made.level).toBe(own);
  for (const level of [strange, 'galaxy']) {
    const wanted = complete(meetings, mainSite, { level });
    await expect(occurrences.make(wanted, officer)).rejects.toThrow('occurrences.noSuchLevel');
    const change = { occurrenceId: made.id, version: made.version, level };
    await expect(occurrences.change(change, officer)).rejects.toThrow('occurrences.noSuchLevel');
    await expect(planning.make({ level })).rejects.toThrow('series.noSuchLevel');
  }
});

test('whoever plans the meeting changes its level, as auditors see; who may not change it does not (HB-1)', async () => {
  const { occurrences, officer, chair } = meetings;
  const { id, version } = await scheduled(meetings, mainSite);
  const change = { occurrenceId: id, version, level: 'communityLearningCentre' };
  await expect(occurrences.change(change, chair)).rejects.toThrow('common.notAllowed');
  const changed = await occurrences.change(change, officer);
  expect(changed).toMatchObject({ level: 'communityLearningCentre', state: 'scheduled' });
  const [entry] = await eventually(
    () => noted.filter(({ action, objectId }) => action === 'occurrences.change' && objectId === id),
    (entries) => entries.length === 1,
  );
  expect(entry).toMatchObject({
    before: { level: 'department' },
    after: { level: 'communityLearningCentre' },
  });
});

test('what a school asks for is of the department’s level, or of the one it says (HB-1, HB-4.2)', async () => {
  const { bed, make, school } = meetings;
  const operator = holding('unitOperator', school, await make.user('Cán bộ mẫu', school));
  const requests = bed.client(RequestsClient);
  const asked = { urgent: false, reason: 'Cần họp' };
  const plain = complete(meetings, mainSite, { unitId: school });
  const first = await requests.ask({ ...plain, ...asked }, operator);
  expect(first).toMatchObject({ level: 'department', unitId: meetings.province });
  const said = complete(meetings, mainSite, { unitId: school, level: 'school' });
  expect((await requests.ask({ ...said, ...asked }, operator)).level).toBe('school');
});

test('a series hands its level on to its meetings, also a changed one; one changed by hand keeps its own (HB-1)', async () => {
  const { bed } = meetings;
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const rule = { rule: 'FREQ=DAILY;COUNT=2', firstDay: tomorrow, shift: 'keep' } as const;
  const series = await planning.active({ ...rule, level: 'school' });
  await bed.part(MakingJob).run();
  const levels = async () =>
    (await meetings.occurrences.list({ seriesId: series.id }, planning.writer)).items.map(
      ({ level }) => level,
    );
  expect(await levels()).toEqual(['school', 'school']);

  const [first] = (await meetings.occurrences.list({ seriesId: series.id }, planning.writer)).items;
  if (!first) throw new Error('nothing was made');
  const byHand = { occurrenceId: first.id, version: first.version, level: 'partner' };
  await meetings.occurrences.change(byHand, planning.writer);
  const { version } = await planning.series.find({ seriesId: series.id }, planning.writer);
  const change = { seriesId: series.id, version, scope: 'all', level: 'districtOffice' } as const;
  expect((await planning.changes.change(change, planning.writer)).level).toBe('districtOffice');
  expect(await levels()).toEqual(['partner', 'districtOffice']);
});

test('the lines of a plan have levels, and those of its new version the same (HB-1)', async () => {
  const { plans, writer, leader } = planning;
  const plan = await planning.plan();
  await planning.make({ planId: plan.id, title: 'Cấp cụm', level: 'districtOffice' });
  await planning.make({ planId: plan.id, title: 'Cấp sở' });
  const { version } = await plans.submit({ planId: plan.id, version: plan.version }, writer);
  await plans.approve({ planId: plan.id, version }, leader);
  const next = await plans.renew({ planId: plan.id }, writer);
  expect(next.series.map(({ level }) => level)).toEqual(['districtOffice', 'department']);
});

test('meetings and series are found by their level (HB-1)', async () => {
  const { occurrences, officer } = meetings;
  const wanted = complete(meetings, mainSite, { level: 'commune' });
  const { id } = await occurrences.make(wanted, officer);
  const found = await occurrences.list({ level: 'commune' }, officer);
  expect(found.items.map((one) => [one.id, one.level])).toEqual([[id, 'commune']]);
  const calendar = await occurrences.calendar(
    { unitId: meetings.province, from: wanted.startsAt, to: wanted.endsAt },
    officer,
  );
  expect(calendar.items.map(({ level }) => level)).toEqual(['commune']);
  const series = await planning.make({ title: 'Họp xã', level: 'commune' });
  const { items, total } = await planning.series.list({ level: 'commune' }, planning.writer);
  expect([items.map((one) => one.id), total]).toEqual([[series.id], 1]);
});

test('what was made before there were levels gets that of its unit’s type, what was chosen stays (HB-1)', async () => {
  const { bed, occurrences, officer, school } = meetings;
  const old = await occurrences.make(complete(meetings, mainSite, { unitId: school }), officer);
  const chosen = await occurrences.make(complete(meetings, mainSite, { level: 'partner' }), officer);
  const series = await planning.make();
  await bed.sql('UPDATE meetings.occurrences SET level = NULL WHERE id = $1', [old.id]);
  await bed.sql('UPDATE meetings.series SET level = NULL WHERE id = $1', [series.id]);
  const level = async (occurrenceId: string) => (await occurrences.find({ occurrenceId }, officer)).level;
  expect(await level(old.id)).toBeNull();
  await bed.part(LevelsJob).run();
  expect([await level(old.id), await level(chosen.id)]).toEqual(['school', 'partner']);
  const { level: filled } = await planning.series.find({ seriesId: series.id }, planning.writer);
  expect(filled).toBe('department');
});
