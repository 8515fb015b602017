import { body, type Rest } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import { idOf } from './furnish.ts';
import { kept, siteOf } from './prepared-meeting.ts';
import { accountOf, signedInRest } from './signed-in-rest.ts';

const minuteMs = 60_000;

/** What the walks need to know of what was put in. */
export interface Equipped {
  readonly siteId: string;
  /** On the label of a device that something is to be mended at. */
  readonly deviceCode: string;
  /** Live now: its sites may be closed. */
  readonly occurrenceId: string;
}

const equipped = new WeakMap<System, Promise<Equipped>>();

/**
 * A site as it is after a year of use: devices in every condition, schedules that are late, something to be mended, a seating
 * plan with camera presets, and a meeting under way. Once per system.
 */
export function equippedSite(system: System): Promise<Equipped> {
  const known = equipped.get(system) ?? equip(system);
  equipped.set(system, known);
  return known;
}

interface Device {
  readonly id: string;
  readonly code: string;
  readonly itemId: string;
}

async function equip(system: System): Promise<Equipped> {
  const officer = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { rest } = officer;
  const siteId = await siteOf(rest, 'GDTX Như Xuân');
  const camera = await addDevice(rest, siteId, 'Camera PTZ', 'PTZ-2023-014', 'worn', 'Trần, giữa phòng');
  const microphone = await addDevice(rest, siteId, 'Micro không dây', 'MIC-0071', 'good', 'Tủ thiết bị');
  await addDevice(rest, siteId, 'Micro không dây', 'MIC-0072', 'broken', 'Tủ thiết bị');
  await addDevice(rest, siteId, 'Màn hình, tivi', 'TV-65-118', 'new', 'Tường phía trước');
  await addDevice(rest, siteId, 'Bộ lưu điện (UPS)', 'UPS-09', 'good', null);
  await maintain(rest, siteId, camera.id, await kept(system, officer, 'bien-ban-bao-tri-02-2026.pdf'));
  await maintainKind(rest, microphone);
  await drawRoom(rest, siteId);
  return { siteId, deviceCode: camera.code, occurrenceId: await liveMeeting(system, rest, siteId) };
}

async function addDevice(
  rest: Rest,
  siteId: string,
  item: string,
  serialNo: string,
  condition: 'new' | 'good' | 'worn' | 'broken',
  location: string | null,
): Promise<Device> {
  const { items } = await body(rest.GET('/api/v1/catalogue', { params: { query: { q: item } } }));
  const itemId = items.find(({ name }) => name === item)?.id ?? '';
  const acquiredOn = '2023-09-05';
  const device = { siteId, itemId, serialNo, condition, location, acquiredOn };
  return body(rest.POST('/api/v1/devices', { body: device }));
}

async function maintain(rest: Rest, siteId: string, deviceId: string, fileId: string): Promise<void> {
  const what = 'Vệ sinh ống kính, kiểm tra giá đỡ';
  const startsOn = '2023-09-05';
  const { id: scheduleId } = await body(
    rest.POST('/api/v1/maintenance/schedules', { body: { deviceId, what, everyMonths: 6, startsOn } }),
  );
  const done = {
    doneOn: '2026-02-10',
    doneBy: 'Công ty Mẫu',
    what,
    scheduleId,
    result: 'ok',
    costVnd: 350_000,
    fileId,
  } as const;
  await body(
    rest.POST('/api/v1/devices/{deviceId}/maintenance', { params: { path: { deviceId } }, body: done }),
  );
  for (const task of [
    { siteId, deviceId, what: 'Camera không xoay hết sang trái' },
    { siteId, what: 'Thay rèm cửa sổ phía tây' },
  ]) {
    await body(rest.POST('/api/v1/maintenance/tasks', { body: task }));
  }
}

/** Every wireless microphone twice a year, one of them oftener. */
async function maintainKind(rest: Rest, { id: deviceId, itemId }: Device): Promise<void> {
  const plan = { what: 'Lau đầu micro, thay pin', startsOn: '2026-09-01' };
  const { id: insteadOfId } = await body(
    rest.POST('/api/v1/maintenance/schedules', { body: { ...plan, itemId, everyMonths: 6 } }),
  );
  await body(
    rest.POST('/api/v1/maintenance/schedules', {
      body: { ...plan, deviceId, insteadOfId, everyMonths: 3 },
    }),
  );
}

async function drawRoom(rest: Rest, siteId: string): Promise<void> {
  const path = { path: { siteId } };
  const { version } = await body(rest.GET('/api/v1/sites/{siteId}', { params: path }));
  const marks = [{ label: 'Chủ trì', x: 0.5, y: 0.08 }];
  const seating = { kind: 'grid', rows: 5, seatsPerRow: 8, fileId: null, marks } as const;
  const drawn = await body(
    rest.PUT('/api/v1/sites/{siteId}/seating', { params: path, body: { version, seating } }),
  );
  const presets = [
    { name: 'Toàn cảnh', number: 1, region: { x: 0, y: 0, width: 1, height: 1 } },
    { name: 'Chủ trì', number: 2, region: { x: 0.25, y: 0, width: 0.5, height: 0.2 } },
    { name: 'Dãy bên trái', number: 3, region: { x: 0, y: 0.2, width: 0.5, height: 0.8 } },
  ];
  await body(
    rest.PUT('/api/v1/sites/{siteId}/presets', {
      params: path,
      body: { version: drawn.version, presets },
    }),
  );
}

/** It began without checks, on the chair's word. */
async function liveMeeting(system: System, rest: Rest, siteId: string): Promise<string> {
  const main = await siteOf(rest, 'trực tuyến Sở');
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minuteMs).toISOString();
  const draft = await body(
    rest.POST('/api/v1/occurrences', {
      body: {
        unitId: (await body(rest.GET('/api/v1/me'))).provinceId,
        kind: 'briefing',
        title: 'Giao ban đột xuất: ứng phó mưa lũ',
        startsAt: inMinutes(5),
        endsAt: inMinutes(25),
        chairId: await idOf(rest, accountOf(system, 'chair').userName),
        composition: 'Lãnh đạo sở, giám đốc các trung tâm',
        dispatch: { number: '960/SGDĐT-VP', date: '2026-11-20', fileId: null },
        sites: [
          { siteId: main, role: 'main', expected: 10 },
          { siteId, role: 'member', expected: 12 },
        ],
        agenda: [{ title: 'Tình hình các trường', minutes: 15, dueAt: null, unitId: null }],
      },
    }),
  );
  const at = { params: { path: { occurrenceId: draft.id } } };
  const asked = await body(
    rest.POST('/api/v1/occurrences/{occurrenceId}/submit', { ...at, body: { version: draft.version } }),
  );
  const leader = (await signedInRest(system, accountOf(system, 'leader'))).rest;
  const { version } = await body(
    leader.POST('/api/v1/meeting-requests/{occurrenceId}/approve', {
      ...at,
      body: { version: asked.version },
    }),
  );
  const chair = (await signedInRest(system, accountOf(system, 'chair'))).rest;
  const override = { reason: 'Họp gấp, chưa kịp kiểm tra' };
  await body(chair.POST('/api/v1/occurrences/{occurrenceId}/start', { ...at, body: { version, override } }));
  return draft.id;
}
