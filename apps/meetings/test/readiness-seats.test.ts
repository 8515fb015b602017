import type { UserCaller } from '@diemcau/contracts/core/caller';
import { ReadinessClient, readinessErrors } from '@diemcau/contracts/meetings/readiness';
import { SitesClient } from '@diemcau/contracts/meetings/sites';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { DataSource } from 'typeorm';
import { CountedSeats1763862000001 } from '../src/migrations/1763862000001-counted-seats.js';
import { SiteJudgingJob } from '../src/sites/judging.job.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { SiteMaker } from './sites.js';

let bed: TestBed;
let make: Maker;
let readiness: ReadinessClient;
let sites: SitesClient;
let maker: SiteMaker;
let province: string;
let admin: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [readiness, sites, maker] = [bed.client(ReadinessClient), bed.client(SitesClient), new SiteMaker(bed)];
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  province = await make.unit('Sở mẫu');
  admin = holding('departmentAdmin', province);
});

const seatsOf = async (siteId: string) =>
  (await readiness.of({ siteId }, admin)).items.find(({ key }) => key === 'seats');
const overdue = async () => (await readiness.rollUp({}, admin)).items[0]?.overdue;

test('a room has its seats or lacks them by its capacity alone, however it was before (HB-2.3)', async () => {
  const { id: siteId, version } = await maker.site(province, admin, { capacity: 39 });
  expect(await seatsOf(siteId)).toMatchObject({ seats: 40, result: 'fail', actual: '39', photo: false });
  expect((await sites.find({ siteId }, admin)).reasons).toContainEqual({
    code: 'itemFailed',
    item: 'Phòng có từ 40 chỗ ngồi',
    itemEn: 'The room has 40 seats or more',
  });
  await sites.change({ siteId, version, capacity: 40 }, admin);
  expect(await seatsOf(siteId)).toMatchObject({ result: 'pass', actual: '40' });
  expect((await sites.find({ siteId }, admin)).reasons.map(({ item }) => item)).not.toContain(
    'Phòng có từ 40 chỗ ngồi',
  );
});

test('nobody ticks it; what the unit commits itself to is kept, and overdue until the seats are there', async () => {
  const { id: siteId, version } = await maker.site(province, admin, { capacity: 30 });
  const answer = {
    siteId,
    key: 'seats',
    answerVersion: 0,
    commitment: 'Kê thêm 15 ghế',
    dueOn: '2020-01-01',
  };
  await expect(readiness.answer({ ...answer, result: 'pass' }, admin)).rejects.toThrow(
    readinessErrors.counted.code,
  );
  await readiness.answer({ ...answer, result: 'fail' }, admin);
  expect(await seatsOf(siteId)).toMatchObject({ commitment: 'Kê thêm 15 ghế', actual: '30', overdue: true });
  expect(await overdue()).toBe(1);
  await sites.change({ siteId, version, capacity: 45 }, admin);
  expect(await seatsOf(siteId)).toMatchObject({ result: 'pass', overdue: false });
  expect(await overdue()).toBe(0);
});

test('a small room is waived by the department, until the waiver is over', async () => {
  const { id: siteId } = await maker.site(province, admin, { capacity: 20 });
  await readiness.waive({ siteId, key: 'seats', answerVersion: 0, reason: 'Trường ít lớp' }, admin);
  expect(await seatsOf(siteId)).toMatchObject({ result: 'waived', reason: 'Trường ít lớp', actual: '20' });
  await bed.sql(`UPDATE meetings.readiness_answers SET expires_on = '2020-01-01' WHERE site_id = $1`, [
    siteId,
  ]);
  await bed.part(SiteJudgingJob).judgeAll();
  expect(await seatsOf(siteId)).toMatchObject({ result: 'fail', reason: null, expiresOn: null });
});

test('a province asks for as many seats as it says, or has people look', async () => {
  const { id: siteId } = await maker.site(province, admin, { capacity: 50 });
  const { version, items } = await readiness.checklist({}, admin);
  const asking = (seats: number | null) =>
    items.map((item) => (item.key === 'seats' ? { ...item, seats } : item));
  await readiness.setChecklist({ provinceId: province, version, items: asking(60) }, admin);
  expect(await seatsOf(siteId)).toMatchObject({ seats: 60, result: 'fail' });
  await eventually(
    () => sites.find({ siteId }, admin),
    ({ reasons }) => reasons.some(({ code }) => code === 'itemFailed'),
  );
  await readiness.setChecklist({ provinceId: province, version: version + 1, items: asking(null) }, admin);
  expect(await seatsOf(siteId)).toMatchObject({ seats: null, result: 'missing' });
});

test('a list that a province worded before seats were counted asks for 40, the rest of it as it was', async () => {
  const old = { nameVi: 'Mục', nameEn: 'Item', weight: 1, photo: true, validMonths: 6 };
  const kept = [
    { ...old, key: 'air' },
    { ...old, key: 'seats' },
  ];
  await bed.sql('INSERT INTO meetings.checklists (province_id, version, items) VALUES ($1, 3, $2)', [
    province,
    JSON.stringify(kept),
  ]);
  const runner = bed.part(DataSource).createQueryRunner();
  await new CountedSeats1763862000001().up(runner);
  await runner.release();
  expect((await readiness.checklist({}, admin)).items).toEqual([
    { ...old, key: 'air', seats: null },
    { ...old, key: 'seats', photo: false, validMonths: null, seats: 40 },
  ]);
});
