import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { TakingEffectService } from '../src/units/taking-effect.service.js';
import { history, live, type Tally } from './units-histories.js';
import { broken } from './units-invariants.js';
import { World } from './units-world.js';

const endOfDays = '2999-12-31';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.bed.stop());

test('1,000 random histories keep I1, I2 and I3 on every day, now and after all that is planned', async () => {
  const database = world.bed.part(DataSource);
  const [{ today }] = await database.query<[{ today: string }]>('SELECT units_today()::text AS today');
  const tally: Tally = new Map();
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const ids = await database.transaction(async (manager) => {
        const lived = await live(world, manager, steps, tally);
        expect(await broken(manager, [...lived.values()], today)).toEqual([]);
        return [...lived.values()];
      });
      await world.bed.part(TakingEffectService).catchUp(endOfDays);
      expect(await broken(database.manager, ids, endOfDays)).toEqual([]);
    }),
    { numRuns: Number(process.env['UNIT_HISTORIES'] ?? 1000), endOnFailure: false },
  );
  for (const [does, { taken, refused }] of tally)
    expect([does, taken > 20 && refused > 20]).toEqual([does, true]);
}, 300_000);
