import { type Cases, listCase, ownCase, publicCase, rootCase } from './case.js';
import { unique } from './specimens.js';
import type { Place, World } from './places.js';

/** One student's row, imported by the place's admin: it is the admin's own, whatever units it touches. */
async function imported(place: Place, world: World) {
  const file = [
    'Họ và tên,Mã học sinh,Mã đơn vị,Lớp,Năm học,Ngày sinh',
    `Em ${place.mark},${place.mark}-${unique()},${place.unitMark},6A,2026-2027,04/03/2012`,
  ].join('\n');
  const query = `kind=students&fileName=${place.mark}.csv&unitId=${place.unitId}`;
  const { id: importId } = await world.asAdmin<{ id: string }>(place, 'POST', `imports?${query}`, file);
  for (;;) {
    const { state } = await world.asAdmin<{ state: string }>(place, 'GET', `imports/${importId}`);
    if (state === 'ready') return { params: { importId } };
    if (state === 'failed') throw new Error(`the import of ${place.name} failed`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const kept = new WeakMap<World, Map<Place, ReturnType<typeof imported>>>();

/** The same one for all who only look: a person has not many open at once. */
function looked(place: Place, world: World): ReturnType<typeof imported> {
  const ofWorld = kept.get(world) ?? new Map<Place, ReturnType<typeof imported>>();
  kept.set(world, ofWorld);
  const made = ofWorld.get(place) ?? imported(place, world);
  ofWorld.set(place, made);
  return made;
}

export const importCases: Cases = {
  'GET import-kinds': publicCase(),
  'GET import-kinds/:kind/template.xlsx': publicCase(() => ({ params: { kind: 'students' } })),
  'GET import-kinds/:kind/template.csv': publicCase(() => ({ params: { kind: 'students' } })),
  'POST imports': ownCase(() => ({ query: { kind: 'students', fileName: 'a.csv' }, body: 'a,b' })),
  'GET imports': listCase(
    async (place, world) => {
      await looked(place, world);
      return {};
    },
    { reach: 'root' },
  ),
  'GET imports/:importId': rootCase(looked),
  'PUT imports/:importId/columns': rootCase(async (place, world) => ({
    ...(await imported(place, world)),
    body: { columns: [{ column: 1, field: 'fullName' }] },
  })),
  'GET imports/:importId/rows': rootCase(looked),
  'POST imports/:importId/start': rootCase(imported),
  'POST imports/:importId/cancel': rootCase(imported),
  'GET imports/:importId/errors.xlsx': rootCase(looked),
  'GET imports/:importId/errors.csv': rootCase(looked),
  'GET imports/:importId/slips.pdf': rootCase(looked),
  'GET imports/:importId/slip-counts': rootCase(looked),
};
