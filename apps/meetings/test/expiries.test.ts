import { ExpiriesClient } from '@diemcau/contracts/meetings/expiries';
import { ReadinessClient } from '@diemcau/contracts/meetings/readiness';
import { SiteDocumentsClient } from '@diemcau/contracts/meetings/site-documents';
import { commonFailures } from '@diemcau/contracts/core/failure';
import type { TestBed } from '@diemcau/testing/service';
import { makeProvince, type Province } from './equipment.js';
import { startMeetings } from './meetings.js';

let bed: TestBed;
let home: Province;

beforeAll(async () => {
  const { bed: started, make } = await startMeetings();
  bed = started;
  home = await makeProvince(bed, make);
}, 60_000);
afterAll(() => bed.stop());

const inDays = (days: number): string =>
  new Date(Date.now() + days * 24 * 3_600_000 + 7 * 3_600_000).toISOString().slice(0, 10);

test('what ends soon or has ended is one list over papers, checklist and waivers, the first first (DA-1b, DA-1c)', async () => {
  const [documents, readiness, expiries] = [
    bed.client(SiteDocumentsClient),
    bed.client(ReadinessClient),
    bed.client(ExpiriesClient),
  ];
  const [one, two] = home.sites;
  const paper = (siteId: string, kind: 'securityPlan' | 'managementPlan', title: string, days: number) =>
    documents.add({ siteId, kind, title, validFrom: '2026-01-01', validTo: inDays(days) }, home.admin);
  await paper(one, 'securityPlan', 'Phương án cũ', -20);
  await paper(one, 'managementPlan', 'Kế hoạch đã thay', -10);
  await paper(one, 'managementPlan', 'Kế hoạch mới', 300);
  await paper(two, 'securityPlan', 'Phương án trường Hai', 40);
  const [point, excused] = (await readiness.of({ siteId: one }, home.admin)).items.filter(
    ({ photo }) => !photo,
  );
  await readiness.answer(
    { siteId: one, key: point?.key ?? '', answerVersion: 0, result: 'pass', expiresOn: inDays(5) },
    home.operator,
  );
  await readiness.waive(
    { siteId: one, key: excused?.key ?? '', answerVersion: 0, reason: 'Thuê phòng', expiresOn: inDays(100) },
    home.admin,
  );

  const all = await expiries.list({}, home.admin);
  expect(all).toMatchObject({ total: 3, expired: 1 });
  expect(all.items.map(({ kind, name, state, endsOn }) => [kind, name, state, endsOn])).toEqual([
    ['document', 'Phương án cũ', 'expired', inDays(-20)],
    ['readiness', point?.nameVi, 'expiring', inDays(5)],
    ['document', 'Phương án trường Hai', 'expiring', inDays(40)],
  ]);
  const waivers = await expiries.list({ withinDays: 120, kind: 'waiver' }, home.admin);
  expect(waivers.items.map(({ name }) => name)).toEqual([excused?.nameVi]);
  const mine = await expiries.list({}, home.operator);
  expect(new Set(mine.items.map(({ siteId }) => siteId))).toEqual(new Set([one]));
  const first = await expiries.list({ limit: 2 }, home.admin);
  const rest = await expiries.list({ limit: 2, cursor: first.nextCursor ?? '' }, home.admin);
  expect([...first.items, ...rest.items]).toEqual(all.items);
  await expect(expiries.list({ withinDays: 400 }, home.admin)).rejects.toThrow(commonFailures.invalid.code);
});
