import { folded } from '@diemcau/contracts/core/folded';
import { builtInUnitTypes } from '@diemcau/contracts/identity/unit-types';
import { OccurrencesClient } from '@diemcau/contracts/meetings/occurrences';
import { PlansClient } from '@diemcau/contracts/meetings/plans';
import { ReportsClient } from '@diemcau/contracts/meetings/reports';
import { RulesClient } from '@diemcau/contracts/meetings/room-rules';
import { RoomsClient } from '@diemcau/contracts/meetings/rooms';
import { SiteDocumentsClient } from '@diemcau/contracts/meetings/site-documents';
import { SitesClient } from '@diemcau/contracts/meetings/sites';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { device, itemNamed } from './equipment.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { SiteMaker } from './sites.js';

let bed: TestBed;
let make: Maker;
let province: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  province = await make.unit('Sở mẫu');
}, 60_000);
afterAll(() => bed.stop());

/** Of any type, right below the department; the department itself for its own. */
async function unitOf(type: string): Promise<string> {
  if (type === 'department') return province;
  const [id, name] = [randomUUID(), `Đơn vị ${type}`];
  await bed.sql(
    `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
     VALUES ($1, $2, $3, gen_random_uuid()::text, $4, $5, 'active', '2020-01-01')`,
    [id, province, type, name, folded(name)],
  );
  return id;
}

test('units of every kind own rooms, sites, devices, papers, rules, meetings, plans and reports alike (DA-2)', async () => {
  const itemId = await itemNamed(bed, 'Webcam', holding('departmentAdmin', province));
  for (const type of Object.keys(builtInUnitTypes)) {
    const unitId = await unitOf(type);
    const own = holding('departmentAdmin', unitId, await make.user(`Người của ${type}`, unitId));
    const stranger = holding('departmentAdmin', await make.unit('Sở khác'));
    const room = await make.room(unitId === province ? [province] : [province, unitId]);
    const rooms = bed.client(RoomsClient);
    expect((await rooms.mine({}, own)).items.map(({ id }) => id)).toContain(room.id);

    const sites = bed.client(SitesClient);
    const site = await new SiteMaker(bed).site(unitId, own, { name: `Phòng ${type}` });
    expect(site.unitId).toBe(unitId);
    await device(bed, site.id, own, { itemId, serialNo: `SN-${type}` });
    const paper = { kind: 'securityPlan', title: 'Phương án', validFrom: '2026-01-01' } as const;
    await bed.client(SiteDocumentsClient).add({ siteId: site.id, ...paper }, own);
    await bed.client(RulesClient).publish({ unitId, title: 'Nội quy', text: 'Tắt nguồn.' }, own);
    await expect(sites.find({ siteId: site.id }, stranger)).rejects.toThrow('sites.notFound');

    const startsAt = new Date(Date.now() + 9 * 86_400_000);
    const meeting = await bed.client(OccurrencesClient).make(
      {
        unitId,
        kind: 'briefing',
        title: `Giao ban ${type}`,
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString(),
        sites: [{ siteId: site.id, role: 'main', expected: 20 }],
      },
      own,
    );
    expect(meeting.unitId).toBe(unitId);
    const plan = { unitId, year: 2027, month: null, title: `Kế hoạch ${type}` };
    await expect(bed.client(PlansClient).make(plan, own)).resolves.toMatchObject({ unitId });
    await expect(bed.client(ReportsClient).make({ unitId, year: 2026 }, own)).resolves.toMatchObject({
      unitId,
      figures: { sites: unitId === province ? expect.any(Number) : 1 } as object,
    });
  }
}, 60_000);
