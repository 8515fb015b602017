import { anonymous } from '@diemcau/contracts/core/caller';
import { LobbyClient } from '@diemcau/contracts/meetings/lobby';
import { RoomsClient } from '@diemcau/contracts/meetings/rooms';
import { SitesClient } from '@diemcau/contracts/meetings/sites';
import type { TestBed } from '@diemcau/testing/service';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { holding, startMeetings } from './meetings.js';

const program = (service: string) =>
  fileURLToPath(new URL(`../../${service}/dist/demo/seed.main.js`, import.meta.url));
const run = async (service: string) => {
  const { stdout } = await promisify(execFile)(process.execPath, [program(service)], { env: process.env });
  return JSON.parse(stdout) as { seeded: boolean; rooms?: unknown };
};

let bed: TestBed;

beforeAll(async () => {
  ({ bed } = await startMeetings());
});
afterAll(() => bed.stop());

test('without a department there are no demo rooms', async () => {
  await expect(run('meetings')).resolves.toEqual({ seeded: false });
});

describe('the demo rooms', () => {
  test('are made once, also when two make them at the same moment', async () => {
    await run('identity');
    const results = await Promise.all([run('meetings'), run('meetings')]);
    expect(results).toContainEqual({ seeded: false });
    expect(results).toContainEqual({
      seeded: true,
      rooms: [
        { slug: 'thanh-hoa', name: 'Phòng họp Sở GD&ĐT Thanh Hoá' },
        { slug: 'thu-thiet-bi', name: 'Phòng thử thiết bị' },
      ],
    });
  });

  test('belong to the department, invite its 99 offices, centres and schools, and say whom to call (TM-4)', async () => {
    const rooms = bed.client(RoomsClient);
    const room = await rooms.find({ slug: 'thanh-hoa' }, anonymous);
    expect(room).toMatchObject({ ownerUnitName: 'Sở Giáo dục và Đào tạo Thanh Hoá', requiredMbps: 10 });
    expect(room.support.length).toBeGreaterThan(2);
    for (const { phone } of room.support) expect(phone).toMatch(/^0237 000 /);
    const { items } = await rooms.invitedUnits({ slug: 'thanh-hoa', limit: 200 }, anonymous);
    expect(items).toHaveLength(99);
  });

  test.each(['thanh-hoa', 'thu-thiet-bi'])('%s takes the names it gives as an example', async (slug) => {
    const { namePolicy } = await bed.client(RoomsClient).find({ slug }, anonymous);
    const entry = await bed.client(LobbyClient).ask({ slug, fullName: namePolicy.exampleName }, anonymous);
    expect(entry).toMatchObject({ state: 'waiting', unitId: expect.any(String) as string });
  });
});

test('the demo sites are ready, degraded and in preparation, as I8 has them', async () => {
  const { items } = await bed
    .client(SitesClient)
    .list({ limit: 200 }, holding('departmentAdmin', await provinceId()));
  const count = (state: string) => items.filter((site) => site.state === state).length;
  expect([items.length, count('ready'), count('degraded'), count('draft')]).toEqual([12, 5, 3, 4]);
});

const provinceId = async () =>
  (await bed.sql<{ id: string }>(`SELECT unit_path[1] AS id FROM meetings.sites LIMIT 1`))[0]?.id ?? '';
