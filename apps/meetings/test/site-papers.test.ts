import type { KeyCaller, UserCaller } from '@diemcau/contracts/core/caller';
import { commonFailures } from '@diemcau/contracts/core/failure';
import { UserErasureFacts } from '@diemcau/contracts/identity/privacy';
import { CostsClient, costErrors } from '@diemcau/contracts/meetings/costs';
import { PresetsClient, presetErrors } from '@diemcau/contracts/meetings/presets';
import { RulesClient, rulesErrors } from '@diemcau/contracts/meetings/room-rules';
import { siteDocumentErrors, SiteDocumentsClient } from '@diemcau/contracts/meetings/site-documents';
import { SitesClient } from '@diemcau/contracts/meetings/sites';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { DocumentRemindingJob } from '../src/documents/reminding.job.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { pdf, png, SiteMaker } from './sites.js';

let bed: TestBed;
let make: Maker;
let maker: SiteMaker;
let province: string;
let centre: string;
let admin: UserCaller;
let operator: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  maker = new SiteMaker(bed);
  province = await make.unit('Sở mẫu');
  centre = await make.unit('Trung tâm GDTX Mẫu', province);
  admin = holding('departmentAdmin', province);
  operator = holding('siteOperator', centre, await make.user('Trần Thị Mẫu', centre));
});
afterAll(() => bed.stop());

const inDays = (days: number): string =>
  new Date(Date.now() + days * 24 * 3_600_000 + 7 * 3_600_000).toISOString().slice(0, 10);

test('a security plan is valid, then expiring, then expired; its status is seen per site (DA-1, DA-1c)', async () => {
  const documents = bed.client(SiteDocumentsClient);
  const { id: siteId, name } = await maker.site(centre, operator);
  const { id: fileId } = await maker.file('document', pdf, operator);
  const plan = {
    siteId,
    kind: 'securityPlan',
    title: 'Phương án bảo vệ',
    validFrom: '2026-01-01',
    fileId,
  } as const;
  await expect(documents.add({ ...plan, validTo: '2025-12-31' }, operator)).rejects.toThrow(
    siteDocumentErrors.dates.code,
  );
  const added = await documents.add({ ...plan, validTo: inDays(90) }, operator);
  expect(added).toMatchObject({ validity: 'valid', file: { id: fileId } });
  const status = async () =>
    (await documents.plans({}, admin)).items.find((line) => line.siteName === name)?.securityPlan;
  await expect(status()).resolves.toBe('valid');
  const change = { documentId: added.id, version: added.version, validTo: inDays(20) };
  await expect(documents.change(change, operator)).resolves.toMatchObject({ validity: 'expiring' });
  await expect(documents.change(change, operator)).rejects.toThrow(siteDocumentErrors.changed.code);
  const expiring = await documents.list({ validity: 'expiring' }, admin);
  expect(expiring.items.map(({ id }) => id)).toEqual([added.id]);
  await expect(
    documents.change({ ...change, version: 2, validTo: inDays(-1) }, operator),
  ).resolves.toMatchObject({
    validity: 'expired',
  });
  await expect(status()).resolves.toBe('expired');
  await expect(documents.plans({}, operator)).resolves.toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({ siteName: name, managementPlan: 'missing' }),
    ]) as object,
  });
  await documents.remove({ documentId: added.id }, operator);
  await expect(status()).resolves.toBe('missing');
});

test('a site keeps 200 papers at most, and another unit’s operator finds none of them', async () => {
  const documents = bed.client(SiteDocumentsClient);
  const { id: siteId } = await maker.site(centre, operator);
  await bed.sql(
    `INSERT INTO meetings.site_documents (id, site_id, kind, title, valid_from)
     SELECT gen_random_uuid(), $1, 'other', 'Giấy tờ ' || n, '2026-01-01' FROM generate_series(1, 199) AS n`,
    [siteId],
  );
  const paper = { siteId, kind: 'other', title: 'Giấy tờ cuối', validFrom: '2026-01-01' } as const;
  const { id: documentId, version } = await documents.add(paper, operator);
  await expect(documents.add(paper, operator)).rejects.toThrow(siteDocumentErrors.tooMany.code);
  const stranger = holding('siteOperator', await make.unit('Nơi không liên quan', province));
  const change = documents.change({ documentId, version, title: 'Khác' }, stranger);
  await expect(change).rejects.toThrow(siteDocumentErrors.notFound.code);
  await expect(documents.remove({ documentId }, stranger)).rejects.toThrow(siteDocumentErrors.notFound.code);
  await documents.remove({ documentId }, operator);
  await expect(documents.remove({ documentId }, operator)).rejects.toThrow(siteDocumentErrors.notFound.code);
});

test('operators are told once that a paper ends soon, and again when it was prolonged and ends again', async () => {
  const documents = bed.client(SiteDocumentsClient);
  const { id: siteId } = await maker.site(centre, operator);
  await bed.sql(
    `INSERT INTO meetings.site_operators (site_id, entry_id, user_id, name, duties, position)
     VALUES ($1, gen_random_uuid(), $2, 'Trần Thị Mẫu', 'Trực', 0)`,
    [siteId, operator.userId],
  );
  const plan = { siteId, kind: 'managementPlan', title: 'Kế hoạch', validFrom: '2026-01-01' } as const;
  const { id: documentId } = await documents.add({ ...plan, validTo: inDays(10) }, operator);
  const mails = () =>
    bed.sql(`SELECT key FROM meetings.outgoing_mails WHERE key LIKE $1`, [`site-document:${documentId}:%`]);
  const job = bed.part(DocumentRemindingJob);
  await Promise.all([job.remind(), job.remind()]);
  await expect(mails()).resolves.toHaveLength(1);
  await documents.change({ documentId, version: 1, validTo: inDays(25) }, operator);
  await job.remind();
  await expect(mails()).resolves.toHaveLength(2);
});

test('the nearest unit’s rules hold at a site; who has read them is known, and who has not (HB-6)', async () => {
  const rules = bed.client(RulesClient);
  const site = await maker.site(centre, operator);
  const ref = { siteId: site.id };
  await expect(rules.at(ref, operator)).resolves.toMatchObject({ rules: null, mine: false });
  const ours = { unitId: centre, title: 'Nội quy', text: '1. Không di chuyển thiết bị.' };
  await expect(rules.publish(ours, operator)).rejects.toThrow(commonFailures.notAllowed.code);
  const general = await rules.publish({ ...ours, unitId: province }, admin);
  const acknowledged = await rules.acknowledge({ ...ref, rulesId: general.id }, operator);
  expect(acknowledged).toMatchObject({ mine: true, acknowledged: [{ name: 'Trần Thị Mẫu' }] });
  await rules.acknowledge({ ...ref, rulesId: general.id }, operator);
  const other = await maker.site(province, admin);
  const board = await rules.board({ rulesId: general.id, missing: true }, admin);
  expect(board.items.map(({ siteId }) => siteId)).toContain(other.id);
  expect(board.items.map(({ siteId }) => siteId)).not.toContain(site.id);
  expect(board.acknowledged).toBe(1);
  const nearer = await rules.publish(ours, admin);
  const edition = await rules.publish({ ...ours, text: 'Bản hai' }, admin);
  expect([nearer.edition, edition.edition]).toEqual([1, 2]);
  await expect(rules.at(ref, operator)).resolves.toMatchObject({ rules: { id: edition.id }, mine: false });
  await expect(rules.acknowledge({ ...ref, rulesId: nearer.id }, operator)).rejects.toThrow(
    rulesErrors.outdated.code,
  );
  await expect(rules.list({}, operator)).resolves.toMatchObject({
    items: [{ id: edition.id }, { id: general.id }],
  });
});

test('rules are read by a person: a key acknowledges none; another province’s are not found', async () => {
  const rules = bed.client(RulesClient);
  const unitId = await make.unit('Trường có khoá', province);
  const { id: rulesId } = await rules.publish({ unitId, title: 'Nội quy', text: 'x' }, admin);
  const { id: siteId } = await maker.site(unitId, admin);
  const { grants, roles } = admin;
  const key: KeyCaller = { kind: 'key', keyId: randomUUID(), grants, roles };
  await expect(rules.acknowledge({ siteId, rulesId }, key)).rejects.toThrow(rulesErrors.personNeeded.code);
  await expect(rules.at({ siteId }, key)).resolves.toMatchObject({
    rules: { id: rulesId },
    acknowledged: [],
  });
  const elsewhere = holding('departmentAdmin', await make.unit('Sở khác'));
  await expect(rules.board({ rulesId }, elsewhere)).rejects.toThrow(rulesErrors.notFound.code);
});

test('editions published at once get numbers of their own', async () => {
  const unitId = await make.unit('Trường đua', province);
  const publish = () => bed.client(RulesClient).publish({ unitId, title: 'Nội quy', text: 'x' }, admin);
  const editions = await Promise.all([publish(), publish(), publish()]);
  expect(editions.map(({ edition }) => edition).sort()).toEqual([1, 2, 3]);
});

test('camera presets keep their order and their pictures (HB-8.3)', async () => {
  const presets = bed.client(PresetsClient);
  const { id: siteId, version } = await maker.site(centre, operator);
  const { id: thumbnailId } = await maker.file('thumbnail', png, operator);
  const region = { x: 0.5, y: 0, width: 0.5, height: 0.25 };
  const chair = { name: 'Chủ trì', number: 1, region, thumbnailId };
  const hall = { name: 'Toàn cảnh', number: null, region: null };
  const wide = { ...chair, region: { ...region, width: 0.6 } };
  await expect(presets.set({ siteId, version, presets: [wide] }, operator)).rejects.toThrow(
    presetErrors.region.code,
  );
  const first = await presets.set({ siteId, version, presets: [chair, hall] }, operator);
  expect(first.items.map(({ name, thumbnail }) => [name, thumbnail?.id])).toEqual([
    ['Chủ trì', thumbnailId],
    ['Toàn cảnh', undefined],
  ]);
  const ids = first.items.map(({ id }) => id);
  const turned = [
    { ...hall, id: ids[1] ?? '' },
    { ...chair, id: ids[0] ?? '' },
  ];
  const second = await presets.set({ siteId, version: first.version, presets: turned }, operator);
  expect(second.items.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
  const foreign = [{ ...hall, id: centre }];
  await expect(presets.set({ siteId, version: second.version, presets: foreign }, operator)).rejects.toThrow(
    presetErrors.notFound.code,
  );
});

test('costs are planned and spent by year, and summed by unit and kind (HB-11.3)', async () => {
  const costs = bed.client(CostsClient);
  const school = await make.unit('Trường Chi', centre);
  const [own, below] = [await maker.site(centre, admin), await maker.site(school, admin)];
  const line = { year: 2026, kind: 'line', text: 'Cước', planned: 12_000_000 } as const;
  const added = await costs.add({ ...line, siteId: own.id }, operator);
  await costs.add({ ...line, siteId: below.id, actual: 9_000_000 }, admin);
  await costs.add({ ...line, siteId: below.id, year: 2025 }, admin);
  const spent = await costs.change({ costId: added.id, version: 1, actual: 11_500_000 }, operator);
  expect(spent).toMatchObject({ actual: 11_500_000, planned: 12_000_000, version: 2 });
  await expect(costs.change({ costId: added.id, version: 1, actual: 1 }, operator)).rejects.toThrow(
    costErrors.changed.code,
  );
  await expect(costs.sums({ unitId: province, year: 2026 }, admin)).resolves.toEqual({
    items: [
      {
        unitId: centre,
        unitName: 'Trung tâm GDTX Mẫu',
        kind: 'line',
        planned: 24_000_000,
        actual: 20_500_000,
      },
    ],
  });
  await bed.sql(
    `INSERT INTO meetings.cost_lines (id, site_id, year, kind, text, planned)
     SELECT gen_random_uuid(), $1, 2024, 'line', 'Khoản ' || n, 1 FROM generate_series(1, 199) AS n`,
    [own.id],
  );
  await costs.add({ ...line, siteId: own.id, year: 2024 }, operator);
  const another = costs.add({ ...line, siteId: own.id, year: 2024 }, operator);
  await expect(another).rejects.toThrow(costErrors.tooMany.code);
  const stranger = holding('siteOperator', await make.unit('Nơi khác', province));
  await expect(costs.remove({ costId: added.id }, stranger)).rejects.toThrow(costErrors.notFound.code);
  await costs.remove({ costId: added.id }, operator);
  await expect(costs.of({ siteId: own.id, year: 2026 }, operator)).resolves.toEqual({ items: [] });
});

test('after an erasure that the rules were read stays, without the name; the person runs no site any more', async () => {
  const rules = bed.client(RulesClient);
  const unitId = await make.unit('Trường xoá tên', province);
  const gone = holding('siteOperator', unitId, await make.user('Lý Văn Mẫu', unitId));
  const { id: siteId } = await maker.site(unitId, gone);
  const { id: rulesId } = await rules.publish({ unitId, title: 'Nội quy', text: 'x' }, admin);
  await rules.acknowledge({ siteId, rulesId }, gone);
  await bed.sql(
    `INSERT INTO meetings.site_operators (site_id, entry_id, user_id, name, duties, position)
     VALUES ($1, gen_random_uuid(), $2, 'Lý Văn Mẫu', 'Trực', 0)`,
    [siteId, gone.userId],
  );
  const erased = { userId: gone.userId, provinceId: province, at: new Date().toISOString() };
  await bed.tell(UserErasureFacts.erased, erased);
  await eventually(
    () => rules.at({ siteId }, admin),
    ({ acknowledged }) => acknowledged.map(({ name }) => name).join() === '…',
  );
  await expect(bed.client(SitesClient).find({ siteId }, admin)).resolves.toMatchObject({ operators: [] });
});
