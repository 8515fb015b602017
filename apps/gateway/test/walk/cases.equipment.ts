import { type Cases, listCase, ownCase, publicCase, rootCase, unitCase, wideCase } from './case.js';
import { site } from './cases.sites.js';
import type { Place, World } from './places.js';
import { type Made, unique } from './specimens.js';

const provinceOf = ({ path: [provinceId = ''] }: Place): string => provinceId;

const item = (place: Place, world: World): Promise<Made> =>
  world.asAdmin<Made>(place, 'POST', 'catalogue', {
    provinceId: provinceOf(place),
    name: `${place.mark} ${unique()}`,
    purpose: 'both',
  });

async function device(place: Place, world: World): Promise<Made> {
  const [{ id: siteId }, { id: itemId }] = [await site(place, world), await item(place, world)];
  const body = { siteId, itemId, serialNo: `${place.mark}-${unique()}`, condition: 'good' };
  return world.asAdmin<Made>(place, 'POST', 'devices', body);
}
const ofDevice = (body: (made: Made, place: Place) => unknown = () => undefined) =>
  async function wanted(place: Place, world: World) {
    const made = await device(place, world);
    return { params: { deviceId: made.id, code: String(made['code']) }, body: body(made, place) };
  };

async function schedule(place: Place, world: World): Promise<Made> {
  const { id: deviceId } = await device(place, world);
  const body = { deviceId, what: place.mark, everyMonths: 1, startsOn: '2020-01-01' };
  return world.asAdmin<Made>(place, 'POST', 'maintenance/schedules', body);
}
async function kindSchedule(place: Place, world: World): Promise<Made> {
  const { id: itemId } = await item(place, world);
  const body = { itemId, what: place.mark, everyMonths: 6, startsOn: '2020-01-01' };
  return world.asAdmin<Made>(place, 'POST', 'maintenance/schedules', body);
}
async function task(place: Place, world: World): Promise<Made> {
  const { id: siteId } = await site(place, world);
  return world.asAdmin<Made>(place, 'POST', 'maintenance/tasks', { siteId, what: place.mark });
}
async function entry(place: Place, world: World) {
  const { id: deviceId } = await device(place, world);
  const body = { doneOn: '2026-01-02', doneBy: place.mark, what: place.mark, result: 'ok' };
  await world.asAdmin(place, 'POST', `devices/${deviceId}/maintenance`, body);
  return { params: { deviceId } };
}
const there = ({ unitId }: Place) => ({ query: { unitId } });

async function imported(place: Place, world: World) {
  const { name } = await world.asAdmin<{ name: string }>(
    place,
    'GET',
    `sites/${(await site(place, world)).id}`,
  );
  const file = `Điểm cầu,Loại thiết bị,Số sê-ri\n${name},Webcam,${place.mark}-${unique()}\n`;
  const path = `inventory-imports?fileName=${place.mark}.csv`;
  const { id: importId } = await world.asAdmin<{ id: string }>(place, 'POST', path, file);
  return { params: { importId } };
}

export const equipmentCases: Cases = {
  'GET catalogue': wideCase(
    async (place, world) => {
      await item(place, world);
      return { query: { q: place.mark } };
    },
    { list: true },
  ),
  'POST catalogue': rootCase((place) => ({
    body: { provinceId: provinceOf(place), name: `${place.mark} ${unique()}`, purpose: 'both' },
  })),
  'PATCH catalogue/:itemId': rootCase(async (place, world) => ({
    params: { itemId: (await item(place, world)).id },
    body: { version: 1, notes: place.mark },
  })),

  'GET devices': listCase(async (place, world) => {
    await device(place, world);
    return there(place);
  }),
  'GET devices/export.xlsx': listCase(async (place, world) => {
    await device(place, world);
    return there(place);
  }),
  'POST devices': unitCase(async (place, world) => ({
    body: {
      siteId: (await site(place, world)).id,
      itemId: (await item(place, world)).id,
      condition: 'good',
      notes: place.mark,
    },
  })),
  'GET devices/by-code/:code': unitCase(ofDevice()),
  'GET devices/:deviceId': unitCase(ofDevice()),
  'PATCH devices/:deviceId': unitCase(ofDevice(({ version }, { mark }) => ({ version, location: mark }))),
  'GET devices/:deviceId/moves': unitCase(ofDevice()),
  'POST devices/:deviceId/move': unitCase(async (place, world) => {
    const { id: deviceId, version } = await device(place, world);
    const { id: siteId } = await site(place, world);
    return { params: { deviceId }, body: { version, siteId, reason: place.mark } };
  }),
  'POST devices/:deviceId/retire': unitCase(ofDevice(({ version }, { mark }) => ({ version, reason: mark }))),
  'GET devices/labels.pdf': listCase(
    async (place, world) => {
      await device(place, world);
      return there(place);
    },
    { unprovable: 'drawn, not written: what is on labels is looked at in papers.test.ts' },
  ),
  'GET devices/:deviceId/label.pdf': unitCase(ofDevice()),

  'GET maintenance/schedules': listCase(async (place, world) => ({
    query: { deviceId: String((await schedule(place, world))['deviceId']) },
  })),
  'POST maintenance/schedules': unitCase(async (place, world) => ({
    body: {
      deviceId: (await device(place, world)).id,
      what: place.mark,
      everyMonths: 6,
      startsOn: '2026-01-01',
    },
  })),
  'DELETE maintenance/schedules/:scheduleId': unitCase(async (place, world) => ({
    params: { scheduleId: (await schedule(place, world)).id },
  })),
  'GET maintenance/schedules/:scheduleId/apply': unitCase(async (place, world) => ({
    params: { scheduleId: (await kindSchedule(place, world)).id },
    query: { everyMonths: '3', own: 'keep', unitId: place.unitId },
  })),
  'POST maintenance/schedules/:scheduleId/apply': unitCase(async (place, world) => ({
    params: { scheduleId: (await kindSchedule(place, world)).id },
    body: { everyMonths: 3, own: 'keep', unitId: place.unitId },
  })),
  'GET maintenance/due': listCase(async (place, world) => {
    await schedule(place, world);
    return there(place);
  }),
  'GET devices/:deviceId/maintenance': unitCase(entry),
  'POST devices/:deviceId/maintenance': unitCase(
    ofDevice((_, { mark }) => ({ doneOn: '2026-01-02', doneBy: mark, what: mark, result: 'ok' })),
  ),
  'GET maintenance/tasks': listCase(async (place, world) => {
    await task(place, world);
    return there(place);
  }),
  'POST maintenance/tasks': unitCase(async (place, world) => ({
    body: { siteId: (await site(place, world)).id, what: place.mark },
  })),
  'POST maintenance/tasks/:taskId/close': unitCase(async (place, world) => ({
    params: { taskId: (await task(place, world)).id },
    body: { result: place.mark },
  })),

  'GET inventory-columns': publicCase(),
  'GET inventory-template.xlsx': publicCase(),
  'GET inventory-template.csv': publicCase(),
  'POST inventory-imports': ownCase(() => ({ query: { fileName: 'a.csv' }, body: 'a,b' })),
  'GET inventory-imports/:importId': rootCase(imported),
  'GET inventory-imports/:importId/rows': rootCase(imported),
  'GET inventory-imports/:importId/errors.xlsx': rootCase(imported),
  'POST inventory-imports/:importId/write': rootCase(imported),
};
