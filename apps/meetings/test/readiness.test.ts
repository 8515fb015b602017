import type { UserCaller } from '@diemcau/contracts/core/caller';
import { commonFailures } from '@diemcau/contracts/core/failure';
import { fileErrors } from '@diemcau/contracts/meetings/files';
import { ReadinessClient, readinessErrors } from '@diemcau/contracts/meetings/readiness';
import { SitesClient } from '@diemcau/contracts/meetings/sites';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { SiteJudgingJob } from '../src/sites/judging.job.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { pdf, png, SiteMaker } from './sites.js';

let bed: TestBed;
let make: Maker;
let readiness: ReadinessClient;
let maker: SiteMaker;
let province: string;
let centre: string;
let admin: UserCaller;
let operator: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [readiness, maker] = [bed.client(ReadinessClient), new SiteMaker(bed)];
  province = await make.unit('Sở mẫu');
  centre = await make.unit('Trung tâm GDTX Mẫu', province);
  [admin, operator] = [holding('departmentAdmin', province), holding('siteOperator', centre)];
});
afterAll(() => bed.stop());

const itemOf = async (siteId: string, key: string) =>
  (await readiness.of({ siteId }, admin)).items.find((item) => item.key === key);

test('every province begins with what the documents ask for (DA-1b, DA-1c, HB-6)', async () => {
  const { version, items, provinceId } = await readiness.checklist({}, operator);
  expect({ version, provinceId }).toEqual({ version: 0, provinceId: province });
  const keys = ['line', 'sound-insulation', 'curtains', 'air', 'furniture', 'waiting-room', 'contingency'];
  expect(items.map(({ key }) => key)).toEqual(
    expect.arrayContaining([...keys, 'facilities', 'security', 'backup-power', 'seats', 'rules']),
  );
});

test('who works in two provinces says whose list is meant', async () => {
  const other = await make.unit('Sở mẫu khác');
  const { grants, ...caller } = holding('siteOperator', centre);
  const both = { ...caller, grants: [...grants, ...holding('siteOperator', other).grants] };
  await expect(readiness.checklist({}, both)).rejects.toThrow(readinessErrors.whichProvince.code);
  await expect(readiness.checklist({ unitId: other }, both)).resolves.toMatchObject({ provinceId: other });
});

test('an item that needs evidence passes with a photo, of its own kind, and until its time is over', async () => {
  const { id: siteId } = await maker.site(centre, operator);
  const pass = { siteId, key: 'backup-power', answerVersion: 0, result: 'pass' } as const;
  await expect(readiness.answer(pass, operator)).rejects.toThrow(readinessErrors.photoNeeded.code);
  const document = await maker.file('document', pdf, operator);
  await expect(readiness.answer({ ...pass, photoIds: [document.id] }, operator)).rejects.toThrow(
    fileErrors.wrongKind.code,
  );
  const photo = await maker.file('photo', png, operator);
  await readiness.answer(
    { ...pass, photoIds: [photo.id], commitment: 'UPS 3 kVA', actual: 'UPS 2 kVA' },
    operator,
  );
  await expect(itemOf(siteId, 'backup-power')).resolves.toMatchObject({
    result: 'pass',
    photos: [{ id: photo.id }],
    commitment: 'UPS 3 kVA',
    expiresOn: expect.stringMatching(/^\d{4}-/) as string,
  });
  await bed.sql(`UPDATE meetings.readiness_answers SET expires_on = '2020-01-01' WHERE site_id = $1`, [
    siteId,
  ]);
  await bed.part(SiteJudgingJob).judgeAll();
  await expect(itemOf(siteId, 'backup-power')).resolves.toMatchObject({ expired: true });
  const { reasons, score } = await bed.client(SitesClient).find({ siteId }, operator);
  expect(reasons.filter(({ code }) => code === 'itemExpired')).toHaveLength(1);
  // Its seats alone hold: 2 of the list's 28.
  expect(score).toBe(7);
});

test('only the department waives, and says why', async () => {
  const { id: siteId } = await maker.site(centre, operator);
  const waive = { siteId, key: 'curtains', answerVersion: 0, reason: 'Phòng không có cửa sổ' };
  await expect(readiness.waive(waive, operator)).rejects.toThrow(commonFailures.notAllowed.code);
  await readiness.waive(waive, admin);
  await expect(itemOf(siteId, 'curtains')).resolves.toMatchObject({
    result: 'waived',
    reason: 'Phòng không có cửa sổ',
    byId: admin.userId,
  });
});

test('of two who answer the same item at once one is told to look again', async () => {
  const { id: siteId } = await maker.site(centre, operator);
  const answer = { siteId, key: 'waiting-room', answerVersion: 0, result: 'fail' } as const;
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => readiness.answer(answer, operator)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(readiness.answer({ ...answer, key: 'khong-co' }, operator)).rejects.toThrow(
    readinessErrors.unknownItem.code,
  );
});

test('figures are rolled up by the units right below: average, states, what is overdue', async () => {
  const [north, south] = [await make.unit('Huyện Bắc', province), await make.unit('Huyện Nam', province)];
  const school = await make.unit('Trường Bắc', north);
  await maker.readySite(north, admin);
  const late = await maker.site(school, admin);
  const answer = { siteId: late.id, key: 'curtains', answerVersion: 0, result: 'fail' } as const;
  await readiness.answer({ ...answer, dueOn: '2020-01-01' }, admin);
  await maker.site(south, admin);
  const lines = (await readiness.rollUp({ unitId: province }, admin)).items;
  expect(lines.filter(({ unitId }) => unitId !== centre)).toEqual([
    {
      unitId: north,
      unitName: 'Huyện Bắc',
      sites: 2,
      score: 53.5,
      ready: 1,
      degraded: 0,
      draft: 1,
      suspended: 0,
      overdue: 1,
    },
    {
      unitId: south,
      unitName: 'Huyện Nam',
      sites: 1,
      score: null,
      ready: 0,
      degraded: 0,
      draft: 1,
      suspended: 0,
      overdue: 0,
    },
  ]);
  await expect(readiness.rollUp({}, admin)).resolves.toMatchObject({ items: [{ unitId: province }] });
  const own = await readiness.rollUp({ unitId: north }, holding('leader', north));
  expect(own.items.map(({ unitName, sites }) => [unitName, sites])).toEqual([
    ['Huyện Bắc', 1],
    ['Trường Bắc', 1],
  ]);
  await expect(readiness.rollUp({ unitId: province }, holding('leader', south))).resolves.toMatchObject({
    items: [{ unitId: south }],
  });
});

test('a province words its own checklist; its sites are judged by it at once, and others are not', async () => {
  const abroad = await make.unit('Sở khác');
  const chief = holding('departmentAdmin', abroad);
  const site = await maker.readySite(abroad, chief);
  const { version, items } = await readiness.checklist({}, chief);
  const wifi = {
    key: 'wifi',
    nameVi: 'Wifi riêng',
    nameEn: 'Wifi',
    weight: 1,
    photo: false,
    validMonths: null,
    seats: null,
  };
  const set = { provinceId: abroad, version, items: [...items, wifi] };
  await expect(readiness.setChecklist({ ...set, items: [wifi, wifi] }, chief)).rejects.toThrow(
    readinessErrors.duplicateKey.code,
  );
  await expect(readiness.setChecklist(set, admin)).rejects.toThrow('units.notFound');
  await expect(readiness.setChecklist(set, holding('leader', abroad))).rejects.toThrow(
    commonFailures.notAllowed.code,
  );
  await readiness.setChecklist(set, chief);
  await expect(readiness.setChecklist(set, chief)).rejects.toThrow(readinessErrors.changed.code);
  await eventually(
    () => bed.client(SitesClient).find({ siteId: site.id }, chief),
    ({ state, reasons }) => state === 'degraded' && reasons[0]?.item === 'Wifi riêng',
  );
  await expect(readiness.checklist({}, admin)).resolves.toMatchObject({ version: 0 });
});
