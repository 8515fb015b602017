import { AuditFacts, type AuditNoted } from '@diemcau/contracts/core/audit';
import { catalogueErrors, CatalogueClient } from '@diemcau/contracts/meetings/catalogue';
import { EquipmentClient, equipmentErrors } from '@diemcau/contracts/meetings/equipment';
import { siteErrors } from '@diemcau/contracts/meetings/sites-errors';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { device, itemNamed, makeProvince, type Province } from './equipment.js';
import { type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let home: Province;
let equipment: EquipmentClient;
let catalogue: CatalogueClient;
let noted: AuditNoted[];

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  noted = bed.listen(AuditFacts.noted);
  home = await makeProvince(bed, make);
  [equipment, catalogue] = [bed.client(EquipmentClient), bed.client(CatalogueClient)];
}, 60_000);
afterAll(() => bed.stop());

const failing = (kind: { code: string }) => ({
  kind: expect.objectContaining({ code: kind.code }) as unknown,
});

describe('the catalogue (TM-1c)', () => {
  test('begins with what a room needs, for meeting and teaching, and is searched without accents', async () => {
    const { items, total } = await catalogue.list({ limit: 200 }, home.teacher);
    expect(total).toBeGreaterThanOrEqual(18);
    for (const name of ['Webcam', 'Micro không dây', 'Loa', 'Chân máy', 'Camera PTZ']) {
      expect(items.map((item) => item.name)).toContain(name);
    }
    const found = await catalogue.list({ q: 'chan may' }, home.teacher);
    expect(found.items.map(({ name }) => name)).toEqual(['Chân máy']);
  });

  test('is begun once, however many look at it first at the same moment', async () => {
    const other = await makeProvince(bed, make, 'Đua');
    await Promise.all(Array.from({ length: 10 }, () => catalogue.list({}, other.admin)));
    const { items } = await catalogue.list({ limit: 200 }, other.admin);
    expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
  });

  test('is the province’s own: another does not see what it adds, a school does not change it', async () => {
    const other = await makeProvince(bed, make, 'Khác');
    const input = { provinceId: home.department, name: 'Bảng di động', purpose: 'teaching' as const };
    const added = await catalogue.add(input, home.admin);
    expect((await catalogue.list({ q: 'bang di dong' }, other.admin)).items).toEqual([]);
    await expect(catalogue.add({ ...input, name: 'Bảng khác' }, home.operator)).rejects.toMatchObject(
      failing({ code: 'common.notAllowed' }),
    );
    const change = { itemId: added.id, version: 1, name: 'Bảng viết' };
    await expect(catalogue.change(change, other.admin)).rejects.toMatchObject(
      failing(catalogueErrors.notFound),
    );
    await expect(catalogue.add({ ...input, name: 'BANG DI DONG' }, home.admin)).rejects.toMatchObject(
      failing(catalogueErrors.nameTaken),
    );
    const changed = await catalogue.change({ ...change, retired: true }, home.admin);
    expect(changed).toMatchObject({ name: 'Bảng viết', retired: true, version: 2 });
    await expect(catalogue.change(change, home.admin)).rejects.toMatchObject(
      failing(catalogueErrors.changedMeanwhile),
    );
    await expect(device(bed, home.sites[0], home.operator, { itemId: added.id })).rejects.toMatchObject(
      failing(equipmentErrors.itemRetired),
    );
  });
});

describe('devices of a site (TM-1c, HB-6)', () => {
  test('carry a code that opens them for whoever may see the site, and is nothing to others', async () => {
    const made = await device(bed, home.sites[0], home.operator, {
      serialNo: 'SN-1',
      location: 'Tủ thiết bị',
    });
    expect(made.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    const seen = await equipment.byCode({ code: made.code.toLowerCase() }, home.teacher);
    expect(seen).toMatchObject({ id: made.id, mayWrite: false, siteName: 'Phòng Mẫu Một' });
    expect(await equipment.byCode({ code: made.code }, home.operator)).toMatchObject({ mayWrite: true });
    for (const stranger of [home.neighbour, (await makeProvince(bed, make, 'Xa')).admin]) {
      await expect(equipment.byCode({ code: made.code }, stranger)).rejects.toMatchObject(
        failing(equipmentErrors.notFound),
      );
      await expect(equipment.find({ deviceId: made.id }, stranger)).rejects.toMatchObject(
        failing(equipmentErrors.notFound),
      );
    }
  });

  test('of one kind have each serial number once in a province, also when two are added at one moment', async () => {
    const itemId = await itemNamed(bed, 'Loa', home.admin);
    const adding = Array.from({ length: 8 }, (_, i) =>
      device(bed, home.sites[i % 2 === 0 ? 0 : 1], home.admin, {
        itemId,
        serialNo: i % 3 ? 'lo-77' : 'LO-77',
      }),
    );
    const outcomes = await Promise.allSettled(adding);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject(failing(equipmentErrors.serialTaken));
    }
    const elsewhere = await makeProvince(bed, make, 'Bên');
    expect(await device(bed, elsewhere.sites[0], elsewhere.admin, { serialNo: 'LO-77' })).toMatchObject({
      serialNo: 'LO-77',
    });
  });

  test('keep where they have been when they move, and go no further than both sites are kept', async () => {
    const made = await device(bed, home.sites[0], home.admin, { serialNo: 'SN-MOVE' });
    const move = { deviceId: made.id, version: made.version, siteId: home.sites[1], reason: 'Điều chuyển' };
    await expect(equipment.move(move, home.operator)).rejects.toMatchObject(failing(siteErrors.notFound));
    const moved = await equipment.move(move, home.admin);
    expect(moved).toMatchObject({ siteName: 'Phòng Mẫu Hai', version: 2 });
    await expect(equipment.move({ ...move, version: 2 }, home.admin)).rejects.toMatchObject(
      failing(equipmentErrors.sameSite),
    );
    await expect(equipment.find({ deviceId: made.id }, home.operator)).rejects.toMatchObject(
      failing(equipmentErrors.notFound),
    );
    const { items } = await equipment.moves({ deviceId: made.id }, home.admin);
    expect(items).toMatchObject([
      { fromSite: 'Phòng Mẫu Một', toSite: 'Phòng Mẫu Hai', reason: 'Điều chuyển' },
      { fromSite: null, toSite: 'Phòng Mẫu Một' },
    ]);
    const far = await makeProvince(bed, make, 'Ngoài');
    await expect(
      equipment.move({ ...move, version: 2, siteId: far.sites[0] }, home.admin),
    ).rejects.toMatchObject(failing(siteErrors.notFound));
  });

  test('that are retired stay in the lists of what was, and are touched no more', async () => {
    const made = await device(bed, home.sites[0], home.operator, { serialNo: 'SN-OLD' });
    const retire = { deviceId: made.id, version: 1, reason: 'Hỏng' };
    expect(await equipment.retire(retire, home.operator)).toMatchObject({ state: 'retired', version: 2 });
    const change = { deviceId: made.id, version: 2, location: 'Kho' };
    await expect(equipment.change(change, home.operator)).rejects.toMatchObject(
      failing(equipmentErrors.retired),
    );
    const where = { siteId: home.sites[0], q: 'sn-old' };
    expect((await equipment.list(where, home.operator)).total).toBe(0);
    expect((await equipment.list({ ...where, state: 'retired' }, home.operator)).total).toBe(1);
  });

  test('are changed by one at a time, and audited', async () => {
    const made = await device(bed, home.sites[0], home.operator, { serialNo: 'SN-RACE' });
    const changing = ['A', 'B', 'C'].map((location) =>
      equipment.change({ deviceId: made.id, version: 1, location }, home.operator),
    );
    const outcomes = await Promise.allSettled(changing);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const told = () =>
      noted.filter(({ objectId, action }) => objectId === made.id && action === 'equipment.change');
    expect(await eventually(told, ({ length }) => length > 0)).toHaveLength(1);
  });

  test('are listed page by page, each once, by whoever sees their site', async () => {
    const [, siteId] = home.sites;
    for (let i = 0; i < 7; i += 1) await device(bed, siteId, home.admin, { serialNo: `PG-${i}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<EquipmentClient['list']>> = await equipment.list(
        { q: 'pg', limit: 3, ...(cursor !== null && { cursor }) },
        home.neighbour,
      );
      seen.push(...page.items.map(({ serialNo }) => serialNo ?? ''));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(['PG-0', 'PG-1', 'PG-2', 'PG-3', 'PG-4', 'PG-5', 'PG-6']);
    expect((await equipment.list({ q: 'pg' }, home.operator)).total).toBe(0);
  });
});
