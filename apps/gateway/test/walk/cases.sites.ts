import { randomUUID } from 'node:crypto';
import { type Cases, listCase, ownCase, rootCase, unitCase, wideCase } from './case.js';
import type { Place, World } from './places.js';
import { type Made, unique } from './specimens.js';

export const site = (place: Place, world: World): Promise<Made> =>
  world.asAdmin<Made>(place, 'POST', 'sites', {
    unitId: place.unitId,
    name: `${place.mark} ${unique()}`,
    capacity: 60,
  });

const ofSite = (body: (made: Made, place: Place) => unknown = () => undefined) =>
  async function wanted(place: Place, world: World) {
    const made = await site(place, world);
    return { params: { siteId: made.id }, body: body(made, place) };
  };
const key = 'waiting-room';
const atKey = (body: object) => async (place: Place, world: World) => ({
  params: { siteId: (await site(place, world)).id, key },
  body,
});

const figures = { unprovable: 'sums by unit, in which no word of a place is left' };
const below = ({ unitId }: Place) => ({ query: { unitId, year: '2026' } });

async function document(place: Place, world: World): Promise<Made> {
  const { id } = await site(place, world);
  const body = { kind: 'other', title: place.mark, validFrom: '2026-01-01' };
  return world.asAdmin<Made>(place, 'POST', `sites/${id}/documents`, body);
}
async function cost(place: Place, world: World): Promise<Made> {
  const { id } = await site(place, world);
  const body = { year: 2026, kind: 'line', text: place.mark, planned: 1 };
  return world.asAdmin<Made>(place, 'POST', `sites/${id}/costs`, body);
}
const rules = (place: Place, world: World): Promise<Made> =>
  world.asAdmin<Made>(place, 'POST', 'room-rules', {
    unitId: place.unitId,
    title: place.mark,
    text: place.mark,
  });

/** As if it had been sent and attached to something of the place. */
async function file({ path, mark }: Place, { sql }: World) {
  const fileId = randomUUID();
  await sql.query(
    `INSERT INTO meetings.files (id, purpose, name, sender_id, media_type, bytes, sha256, kept_at, unit_id, unit_path,
       permission, unused_since)
     VALUES ($1, 'photo', $2, $1, 'image/png', 1, repeat('0', 64), now(), $3, $4, 'sites.read', NULL)`,
    [fileId, mark, path.at(-1), path],
  );
  return { params: { fileId } };
}

export const siteCases: Cases = {
  'POST files': ownCase(() => ({ query: { purpose: 'photo', name: 'a.png' }, body: 'a' })),
  'GET files/:fileId/about': unitCase(file, { permission: 'sites.read' }),
  'GET files/:fileId': unitCase(file, {
    permission: 'sites.read',
    unprovable: 'its bytes lie in no store (files.test.ts reads some)',
  }),
  'GET sites': listCase(async (place, world) => ({ query: { q: (await site(place, world)) && place.mark } })),
  'POST sites': unitCase(({ unitId, mark }) => ({
    body: { unitId, name: `${mark} ${unique()}`, capacity: 40 },
  })),
  'GET sites/:siteId': unitCase(ofSite()),
  'PATCH sites/:siteId': unitCase(ofSite(({ version }) => ({ version, capacity: 50 }))),
  'PUT sites/:siteId/operators': unitCase(ofSite(({ version }) => ({ version, entryIds: [] }))),
  'PUT sites/:siteId/seating': unitCase(ofSite(({ version }) => ({ version, seating: null }))),
  'POST sites/:siteId/suspend': unitCase(ofSite(({ version }) => ({ version, reason: 'Sửa chữa' }))),
  'POST sites/:siteId/resume': unitCase(async (place, world) => {
    const { id: siteId, version } = await site(place, world);
    const body = { version, reason: place.mark };
    const suspended = await world.asAdmin<Made>(place, 'POST', `sites/${siteId}/suspend`, body);
    return { params: { siteId }, body: { version: suspended.version } };
  }),
  'POST sites/:siteId/hand-over': unitCase(async (place, world) => {
    const { id: siteId, version } = await site(place, world);
    const room = randomUUID();
    await world.sql.query('UPDATE meetings.sites SET unit_id = $2, unit_path = $3 WHERE id = $1', [
      siteId,
      room,
      [...place.path, room],
    ]);
    return { params: { siteId }, body: { version, unitId: place.unitId, reason: 'Sáp nhập' } };
  }),
  'GET site-expiries': listCase(async (place, world) => {
    const { id } = await site(place, world);
    const body = { kind: 'other', title: place.mark, validFrom: '2020-01-01', validTo: '2020-12-31' };
    await world.asAdmin(place, 'POST', `sites/${id}/documents`, body);
    return { query: { unitId: place.unitId } };
  }),
  'GET sites/:siteId/history': unitCase(ofSite()),
  'POST sites/:siteId/retire': unitCase(ofSite(({ version }) => ({ version }))),
  'GET readiness': listCase(below, figures),
  'GET readiness/checklist': wideCase(({ unitId }) => ({ query: { unitId } })),
  'PUT readiness/checklist': rootCase(async (place, world) => ({
    body: await world.asAdmin<object>(place, 'GET', `readiness/checklist?unitId=${place.unitId}`),
  })),
  'GET sites/:siteId/readiness': unitCase(ofSite()),
  'PUT sites/:siteId/readiness/:key': unitCase(atKey({ answerVersion: 0, result: 'fail' })),
  'PUT sites/:siteId/readiness/:key/waiver': unitCase(atKey({ answerVersion: 0, reason: 'Mẫu' })),
  'GET sites/:siteId/documents': unitCase(ofSite()),
  'POST sites/:siteId/documents': unitCase(
    ofSite((_, { mark }) => ({ kind: 'other', title: mark, validFrom: '2026-01-01' })),
  ),
  'GET site-documents': listCase(async (place, world) => {
    await document(place, world);
    return { query: { unitId: place.unitId } };
  }),
  'PATCH site-documents/:documentId': unitCase(async (place, world) => {
    const { id, version } = await document(place, world);
    return { params: { documentId: id }, body: { version, title: place.mark } };
  }),
  'DELETE site-documents/:documentId': unitCase(async (place, world) => ({
    params: { documentId: (await document(place, world)).id },
  })),
  'GET site-plans': listCase(async (place, world) => ({
    query: { q: (await site(place, world)) && place.mark },
  })),
  'GET site-plans/export.xlsx': listCase(async (place, world) => ({
    query: { q: (await site(place, world)) && place.mark },
  })),
  'GET room-rules': listCase(async (place, world) => {
    await rules(place, world);
    return {};
  }),
  'POST room-rules': unitCase(({ unitId, mark }) => ({ body: { unitId, title: mark, text: mark } })),
  'GET room-rules/:rulesId/board': unitCase(async (place, world) => ({
    params: { rulesId: (await rules(place, world)).id },
  })),
  'GET sites/:siteId/rules': unitCase(ofSite()),
  'POST sites/:siteId/rules/acknowledgements': unitCase(async (place, world) => {
    const { id: siteId } = await site(place, world);
    return { params: { siteId }, body: { rulesId: (await rules(place, world)).id } };
  }),
  'GET sites/:siteId/presets': unitCase(ofSite()),
  'PUT sites/:siteId/presets': unitCase(ofSite(({ version }) => ({ version, presets: [] }))),
  'GET sites/:siteId/costs': unitCase(async (place, world) => ({
    params: { siteId: (await site(place, world)).id },
    query: { year: '2026' },
  })),
  'POST sites/:siteId/costs': unitCase(
    ofSite((_, { mark }) => ({ year: 2026, kind: 'line', text: mark, planned: 1 })),
  ),
  'PATCH site-costs/:costId': unitCase(async (place, world) => ({
    params: { costId: (await cost(place, world)).id },
    body: { version: 1, actual: 1 },
  })),
  'DELETE site-costs/:costId': unitCase(async (place, world) => ({
    params: { costId: (await cost(place, world)).id },
  })),
  'GET site-costs': listCase(below, figures),
  'GET site-costs/export.xlsx': listCase(below, figures),
};
