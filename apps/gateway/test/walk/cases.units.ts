import { type Cases, rootCase, unitCase, wideCase } from './case.js';
import { foundedUnit, plannedEvent, renaming, unique } from './specimens.js';
import type { Place, World } from './places.js';

const ofUnit = async (place: Place, world: World) => ({
  params: { unitId: (await foundedUnit(place, world)).id },
});
const changing = async (place: Place, world: World) => ({ body: await renaming(place, world) });
const namesOnly = {
  list: true,
  unprovable: 'the names of units, which the whole province may read',
} as const;

export const unitCases: Cases = {
  'GET units': wideCase(({ unitId }) => ({ query: { parentId: unitId } }), namesOnly),
  'POST units': unitCase(({ unitId, mark }) => ({
    body: {
      parentId: unitId,
      type: 'division',
      name: `Trung tâm ${mark}`,
      code: `tt-${unique()}`,
      effectiveOn: '2026-01-01',
    },
  })),
  'GET units/:unitId': wideCase(ofUnit),
  'GET units/:unitId/children': wideCase(({ unitId }) => ({ params: { unitId } }), namesOnly),
  'GET units/:unitId/history': wideCase(ofUnit),
  'GET units/:unitId/report': unitCase(async (place, world) => ({
    ...(await ofUnit(place, world)),
    query: { on: '2026-06-01' },
  })),
  'GET unit-events': wideCase(({ unitId }) => ({ query: { unitId } }), namesOnly),
  'POST unit-events': unitCase(changing),
  'POST unit-events/preview': unitCase(changing),
  'GET unit-events/:eventId': wideCase(async (place, world) => ({
    params: { eventId: (await plannedEvent(place, world)).id },
  })),
  'DELETE unit-events/:eventId': unitCase(async (place, world) => ({
    params: { eventId: (await plannedEvent(place, world)).id },
  })),
  'POST unit-successors': wideCase(({ unitId }) => ({ body: { unitIds: [unitId] } }), namesOnly),
  'GET unit-types': wideCase(() => ({}), namesOnly),
  'POST unit-types': rootCase(({ path, mark }) => ({
    body: {
      provinceId: path[0],
      nameVi: `Loại ${mark} ${unique()}`,
      nameEn: `Type ${mark} ${unique()}`,
      under: ['department'],
    },
  })),
  'PATCH unit-types/:key': rootCase(async (place, world) => {
    const names = { nameVi: `Loại ${place.mark} ${unique()}`, nameEn: `Type ${unique()}` };
    const made = await world.asAdmin<{ key: string; version: number }>(place, 'POST', 'unit-types', {
      provinceId: place.path[0],
      ...names,
      under: ['department'],
    });
    return { params: { key: made.key }, body: { version: made.version, nameVi: `Loại khác ${unique()}` } };
  }),
};
