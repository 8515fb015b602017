import { type AnnualReport, reportErrors, ReportsClient } from '@diemcau/contracts/meetings/reports';
import type { TestBed } from '@diemcau/testing/service';
import { device, makeProvince, type Province } from './equipment.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { declared, heldMeeting } from './reporting.js';

let bed: TestBed;
let make: Maker;
let home: Province;
let reports: ReportsClient;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  home = await makeProvince(bed, make);
  reports = bed.client(ReportsClient);
}, 60_000);
afterAll(() => bed.stop());

const failing = (kind: { code: string }) => ({
  kind: expect.objectContaining({ code: kind.code }) as unknown,
});
const secretaryOf = (unitId: string) => holding('secretary', unitId);

async function completed(unitId: string, year: number): Promise<AnnualReport> {
  const secretary = secretaryOf(unitId);
  const made = await reports.make({ unitId, year }, secretary);
  const assessment = 'Phòng họp hoạt động ổn định.';
  return reports.complete({ reportId: made.id, version: made.version, assessment }, secretary);
}

test('a year-end report counts what happened, and counts it the same again (HB-11.4, I31)', async () => {
  const [unitId] = home.schools;
  const path = [home.department, unitId];
  const siteIds = [home.sites[0]];
  const first = await heldMeeting(bed, { unitPath: path, siteIds, headcount: 30, check: 'pass' });
  const second = { siteIds: [...home.sites], startsAt: '2026-04-24T18:00:00Z' };
  await heldMeeting(bed, { unitPath: [home.department], ...second, headcount: 40, check: 'fail' });
  await heldMeeting(bed, { unitPath: path, siteIds, startsAt: '2026-05-25T01:00:00Z', state: 'cancelled' });
  // New Year's Eve in London is the first of January in Vietnam: another year's meeting.
  await heldMeeting(bed, { unitPath: path, siteIds, startsAt: '2026-12-31T18:00:00Z' });
  await device(bed, home.sites[0], home.operator, { serialNo: 'BC-1', condition: 'broken' });
  const costs = `INSERT INTO meetings.cost_lines (id, site_id, year, kind, text, planned, actual)
                 VALUES (gen_random_uuid(), $1, $2, 'line', 'Cước', 12000000, 11000000)`;
  await bed.sql(costs, [home.sites[0], 2026]);
  await bed.sql(costs, [home.sites[0], 2025]);

  const secretary = secretaryOf(unitId);
  const report = await reports.make({ unitId, year: 2026 }, secretary);
  expect(report).toMatchObject({ state: 'draft', parentName: 'Sở Mẫu', version: 1 });
  expect(report.figures).toMatchObject({
    meetingsHeld: 1,
    meetingsJoined: 2,
    meetingsCancelled: 1,
    minutesOfUse: 180,
    expected: 80,
    present: 70,
    attendancePercent: 87.5,
    checks: 2,
    checksPassed: 1,
    availabilityPercent: 50,
    devices: 1,
    devicesBroken: 1,
    plannedVnd: 12_000_000,
    actualVnd: 11_000_000,
  });
  const proof = await reports.recompute({ reportId: report.id }, secretary);
  expect(proof).toMatchObject({ equal: true, changedSince: false, figures: report.figures });

  await declared(bed, first, home.sites[0], 20, 2);
  const later = await reports.recompute({ reportId: report.id }, secretary);
  expect(later).toMatchObject({ equal: true, changedSince: true, figures: report.figures });
  const recounted = await reports.recount({ reportId: report.id, version: 1 }, secretary);
  expect(recounted.figures.present).toBe(60);
});

test('there is one report per unit and year, however many begin it at once (I31)', async () => {
  const [, unitId] = home.schools;
  const secretary = secretaryOf(unitId);
  const making = Array.from({ length: 8 }, () => reports.make({ unitId, year: 2025 }, secretary));
  expect(new Set((await Promise.all(making)).map(({ id }) => id)).size).toBe(1);
  await expect(reports.make({ unitId, year: 2999 }, secretary)).rejects.toMatchObject(
    failing(reportErrors.notOver),
  );
  await expect(reports.make({ unitId: home.department, year: 2025 }, secretary)).rejects.toMatchObject(
    failing({ code: 'units.notFound' }),
  );
});

test('it goes from the unit to those above, comes back with a reason, and is accepted, published and frozen', async () => {
  const [unitId] = home.schools;
  const secretary = secretaryOf(unitId);
  const bare = await reports.make({ unitId, year: 2024 }, secretary);
  const act = { reportId: bare.id, version: bare.version };
  await expect(reports.submit(act, secretary)).rejects.toMatchObject(failing(reportErrors.wordsMissing));
  const { version } = await completed(unitId, 2024);
  const submitted = await reports.submit({ ...act, version }, secretary);
  expect(submitted).toMatchObject({ state: 'submitted', assessment: 'Phòng họp hoạt động ổn định.' });
  const next = { ...act, version: submitted.version };
  await expect(reports.complete({ ...next, opinions: 'x' }, secretary)).rejects.toMatchObject(
    failing(reportErrors.notNow),
  );
  await expect(reports.accept(next, secretary)).rejects.toMatchObject(failing({ code: 'common.notAllowed' }));
  const ownAdmin = holding('departmentAdmin', unitId);
  await expect(reports.accept(next, ownAdmin)).rejects.toMatchObject(failing(reportErrors.ownReport));
  const returned = await reports.sendBack({ ...next, reason: 'Thiếu nguyên nhân' }, home.admin);
  expect(returned).toMatchObject({ state: 'returned', returnReason: 'Thiếu nguyên nhân' });
  const again = await reports.submit({ ...act, version: returned.version }, secretary);
  expect(again.returnReason).toBeNull();
  const deciding = [
    reports.accept({ ...act, version: again.version }, home.admin),
    reports.sendBack({ ...act, version: again.version, reason: 'x' }, home.admin),
    reports.accept({ ...act, version: again.version }, home.admin),
  ];
  const outcomes = await Promise.allSettled(deciding);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an accepted report is not changed even by hand in the database', async () => {
  const [unitId] = home.schools;
  const secretary = secretaryOf(unitId);
  const { id: reportId, version } = await completed(unitId, 2023);
  const submitted = await reports.submit({ reportId, version }, secretary);
  const accepted = await reports.accept({ reportId, version: submitted.version }, home.admin);
  await expect(reports.recount({ reportId, version: accepted.version }, secretary)).rejects.toMatchObject(
    failing(reportErrors.notNow),
  );
  await expect(
    bed.sql(`UPDATE meetings.annual_reports SET figures = '{}' WHERE id = $1`, [reportId]),
  ).rejects.toThrow('an accepted report is not changed');
  const published = await reports.publish({ reportId, version: accepted.version }, home.admin);
  expect(published.state).toBe('published');
});

test('reports are seen by the unit and those above, by nobody beside or beyond', async () => {
  const [unitId] = home.schools;
  const { id: reportId } = await completed(unitId, 2022);
  for (const caller of [secretaryOf(unitId), holding('leader', home.department)]) {
    expect(await reports.find({ reportId }, caller)).toMatchObject({ id: reportId });
  }
  const far = await makeProvince(bed, make, 'Xa');
  for (const caller of [secretaryOf(home.schools[1]), far.admin]) {
    await expect(reports.find({ reportId }, caller)).rejects.toMatchObject(failing(reportErrors.notFound));
    expect((await reports.list({ year: 2022 }, caller)).total).toBe(0);
  }
  expect((await reports.list({ year: 2022, q: 'truong mau mot' }, home.admin)).total).toBe(1);
});

test('what was accepted is rolled up to the department; who owes a report is named (HB-10.1)', async () => {
  const province = await makeProvince(bed, make, 'Tổng');
  const [unitId] = province.schools;
  await heldMeeting(bed, {
    unitPath: [province.department],
    siteIds: [...province.sites],
    headcount: 20,
    startsAt: '2026-06-01T01:00:00Z',
  });
  const empty = await reports.rollUp({ unitId: province.department, year: 2026 }, province.admin);
  expect(empty).toMatchObject({ parentName: null, counted: 0, missing: 2, figures: { minutesOfUse: 0 } });
  const { id: reportId, version } = await completed(unitId, 2026);
  const submitted = await reports.submit({ reportId, version }, secretaryOf(unitId));
  await reports.accept({ reportId, version: submitted.version }, province.admin);
  const roll = await reports.rollUp({ unitId: province.department, year: 2026 }, province.admin);
  expect(roll).toMatchObject({ counted: 1, missing: 1, figures: { minutesOfUse: 90, present: 20 } });
  expect(roll.units.map(({ unitName, state }) => [unitName, state])).toEqual([
    ['Trường Tổng Hai', null],
    ['Trường Tổng Một', 'accepted'],
  ]);
  // On paper it stands below whom it lies under.
  const own = await reports.rollUp({ unitId, year: 2026 }, province.admin);
  expect(own.parentName).toBe(roll.unitName);
});
