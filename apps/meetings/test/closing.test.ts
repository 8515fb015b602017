import { checkItems } from '@diemcau/contracts/meetings/checks-test';
import { ChecksClient } from '@diemcau/contracts/meetings/checks';
import { OwnSiteChecksClient } from '@diemcau/contracts/meetings/checks-own';
import {
  ClosingChecksClient,
  closingErrors,
  type ClosingItem,
  closingItems,
} from '@diemcau/contracts/meetings/closing';
import { EquipmentClient } from '@diemcau/contracts/meetings/equipment';
import { MaintenanceClient } from '@diemcau/contracts/meetings/maintenance';
import type { MeetingKind, OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import type { TestBed } from '@diemcau/testing/service';
import { CampaignsJob } from '../src/checks/campaigns.job.js';
import { subjectOfCheck } from '../src/checks/mirror-tickets.js';
import { hoursAfter, mediaBeside, MeetingMaker, SetTime } from './checks.js';
import { device, itemNamed, makeProvince, type Province } from './equipment.js';
import { type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let home: Province;
let put: MeetingMaker;
let time: SetTime;
let closing: ClosingChecksClient;
let maintenance: MaintenanceClient;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  await mediaBeside(bed);
  time = new SetTime(bed);
  put = new MeetingMaker(bed);
  [closing, maintenance] = [bed.client(ClosingChecksClient), bed.client(MaintenanceClient)];
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  home = await makeProvince(bed, make);
});

/** At the first school's site; two hours long, over for so many hours. */
async function meeting(hoursAgo: number, state: OccurrenceState = 'ended', kind: MeetingKind = 'briefing') {
  const occurrenceId = await put.meeting([home.department], hoursAfter(time.now, -2 - hoursAgo), {
    sites: [home.sites[0]],
    state,
    kind,
  });
  return { occurrenceId, siteId: home.sites[0] };
}
const room = (but: Partial<Record<ClosingItem, string>> = {}) =>
  closingItems.map((key) => ({
    key,
    answer: but[key] === undefined ? ('ok' as const) : ('faulty' as const),
    ...(but[key] !== undefined && { note: but[key] }),
  }));
const openTasks = async () => (await maintenance.tasks({ siteId: home.sites[0] }, home.operator)).items;

describe('after a meeting (HB-9.2f)', () => {
  test('what the operator finds becomes tasks at once, sent twice or at once they are not more', async () => {
    const camera = await device(bed, home.sites[0], home.operator, { serialNo: 'CAM-1', location: 'Trần' });
    const ref = await meeting(1);
    const [owed] = (await closing.mine({}, home.operator)).items;
    expect(owed).toMatchObject({ ...ref, state: 'open', result: null });
    expect(owed?.expected.at(-1)).toEqual({
      key: camera.id,
      name: 'Webcam · CAM-1 · Trần',
      needed: false,
      serves: ['camera'],
    });
    const found = {
      ...ref,
      items: [
        ...room({ wiring: 'Ổ cắm nóng' }),
        { key: camera.id, answer: 'faulty' as const, note: 'Mất hình' },
      ],
      note: 'Đã báo trường',
    };
    const sent = await Promise.all([1, 2, 3].map(() => closing.submit(found, home.operator)));
    expect(sent.map(({ result }) => result?.tasks)).toEqual([2, 2, 2]);
    const said = (await openTasks()).map(({ what, source, deviceId }) => [what, source, deviceId]);
    expect(said.toSorted()).toEqual([
      ['Dây cáp, ổ cắm, nguồn điện chưa an toàn – Ổ cắm nóng', 'checklist', null],
      ['Webcam · CAM-1 · Trần: bị hỏng – Mất hình', 'checklist', camera.id],
    ]);
    expect((await closing.mine({}, home.operator)).items).toEqual([]);
    const { items } = await bed.client(ChecksClient).board({ occurrenceId: ref.occurrenceId }, home.admin);
    expect(items).toMatchObject([{ closingFaults: 2, closedAt: time.now.toISOString() }]);
    await expect(closing.submit({ ...found, note: 'Khác' }, home.operator)).rejects.toThrow(
      closingErrors.done.code,
    );
  });

  test('it is there from the start of the meeting until two weeks after it', async () => {
    const [coming, live, late] = [
      await meeting(-50, 'scheduled'),
      await meeting(-1, 'live'),
      await meeting(24 * 15),
    ];
    const submit = (ref: typeof live) => closing.submit({ ...ref, items: room() }, home.operator);
    await expect(submit(coming)).rejects.toThrow(closingErrors.notOpen.code);
    await expect(submit(late)).rejects.toThrow(closingErrors.notOpen.code);
    expect((await closing.mine({}, home.operator)).items).toEqual([]);
    await expect(submit(live)).resolves.toMatchObject({ state: 'done', result: { tasks: 0 } });
    await expect(closing.look(late, home.operator)).resolves.toMatchObject({ state: 'over' });
    await expect(closing.look(coming, home.operator)).resolves.toMatchObject({ state: 'notYet' });
  });

  test('each line is answered, by who answers for the site alone', async () => {
    const ref = await meeting(1);
    const [, ...short] = room();
    const [unknown] = [{ key: 'coffee', answer: 'ok' as const }];
    for (const items of [short, [...short, unknown], [...room(), unknown]]) {
      await expect(closing.submit({ ...ref, items }, home.operator)).rejects.toThrow(
        closingErrors.itemsMissing.code,
      );
    }
    for (const caller of [home.neighbour, home.teacher]) {
      await expect(closing.submit({ ...ref, items: room() }, caller)).rejects.toThrow(
        closingErrors.notFound.code,
      );
    }
    expect(await openTasks()).toEqual([]);
  });
});

describe('the day before (HB-8.3)', () => {
  test('a device is asked about where such a meeting needs it, and found faulty it is a task until mended', async () => {
    const board = await itemNamed(bed, 'Bảng tương tác', home.admin);
    const screen = await device(bed, home.sites[0], home.operator, { serialNo: 'W-1' });
    const spare = await device(bed, home.sites[0], home.operator, { serialNo: 'W-2' });
    await device(bed, home.sites[0], home.operator, { itemId: board, serialNo: 'B-1' });
    const madeRoom = await make.room([home.department]);
    const meetingOf = (kind: MeetingKind) =>
      put.meeting([home.department], hoursAfter(time.now, kind === 'briefing' ? 30 : 60), {
        sites: [home.sites[0]],
        roomId: madeRoom.id,
        kind,
      });
    const [briefing, lesson] = [await meetingOf('briefing'), await meetingOf('demonstrationLesson')];
    await bed.part(CampaignsJob).look();
    const own = bed.client(OwnSiteChecksClient);
    const siteId = home.sites[0];
    const asked = async (occurrenceId: string) =>
      (await own.look({ occurrenceId, siteId }, home.operator)).expected.flatMap(({ name }) => name ?? []);
    expect(await asked(briefing)).toEqual(['Webcam · W-1', 'Webcam · W-2']);
    expect(await asked(lesson)).toEqual(['Bảng tương tác · B-1', 'Webcam · W-1', 'Webcam · W-2']);

    const tries = async () => {
      const { attempt } = await own.begin({ occurrenceId: briefing, siteId }, home.operator);
      return own.submit(
        {
          occurrenceId: briefing,
          siteId,
          attempt,
          ...(await put.measured(madeRoom.id, subjectOfCheck(briefing, siteId, attempt), time.now)),
          sound: { toneHeard: true },
          picture: { seen: true },
          items: [
            ...checkItems.map((key) => ({ key, answer: 'ok' as const })),
            { key: spare.id, answer: 'ok' },
            { key: screen.id, answer: 'faulty', note: 'Mờ' },
          ],
        },
        home.operator,
      );
    };
    const { state, test: kept } = await tries();
    // Another of its kind stands beside it.
    expect(state).toBe('pass');
    expect(kept?.items.at(-1)).toEqual({
      key: screen.id,
      name: 'Webcam · W-1',
      answer: 'faulty',
      note: 'Mờ',
    });
    await tries();
    const tasks = await openTasks();
    expect(tasks).toMatchObject([
      { source: 'check', deviceId: screen.id, what: 'Webcam · W-1: bị hỏng – Mờ' },
    ]);
    const equipment = bed.client(EquipmentClient);
    expect(await equipment.find({ deviceId: screen.id }, home.operator)).toMatchObject({ openTasks: 1 });

    await maintenance.closeTask({ taskId: tasks[0]?.id ?? '', result: 'Đã lau' }, home.operator);
    expect(await equipment.find({ deviceId: screen.id }, home.operator)).toMatchObject({ openTasks: 0 });
    await tries();
    const ofDevice = await maintenance.tasks({ deviceId: screen.id }, home.operator);
    expect(ofDevice.items).toHaveLength(1);
  }, 30_000);
});
