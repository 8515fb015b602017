import { CheckFacts } from '@diemcau/contracts/meetings/checks';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import { eventually } from '@diemcau/testing/service';
import { DataSource } from 'typeorm';
import { ChecksService } from '../src/checks/checks.service.js';
import { ChecksBed } from './checks-bed.js';
import { findings, hoursAfter } from './checks.js';

let on: ChecksBed;

beforeAll(async () => {
  on = await ChecksBed.start();
}, 60_000);
afterAll(() => on.bed.stop());
beforeEach(() => on.anotherRoom());

test('a campaign over a week: opened three days before, closed a day before, red and silent sites told once', async () => {
  const met = await on.meetingIn(7 * 24, 3);
  const told = on.bed.listen(CheckFacts.siteRed);
  const seen: string[] = [];
  for (let hour = 0; hour < 7 * 24; hour += 2) {
    // Two replicas, and now and then none for a while.
    if (hour % 10 !== 0) await Promise.all([on.job.look(), on.job.look()]);
    const { state } = await on.checks.board({ occurrenceId: met.id }, on.officer);
    if (seen.at(-1) !== state) seen.push(state);
    if (hour === 4 * 24 + 4) {
      await on.tries(met, 0);
      await on.tries(met, 1, { power: 'faulty' });
    }
    on.time.on(2);
  }
  expect(seen).toEqual(['none', 'open', 'closed']);
  expect(await on.statesOf(met)).toEqual(['pass', 'fail', 'pending']);
  await eventually(
    () => told.filter(({ occurrenceId }) => occurrenceId === met.id).length,
    (count) => count === 2,
  );
  expect(told.filter(({ occurrenceId }) => occurrenceId === met.id)).toEqual(
    expect.arrayContaining([
      { occurrenceId: met.id, siteId: met.sites[1], reason: 'fail' },
      { occurrenceId: met.id, siteId: met.sites[2], reason: 'silent' },
    ]),
  );
  const rows = await on.bed.sql(`SELECT state FROM meetings.occurrences WHERE id = $1`, [met.id]);
  expect(rows).toEqual([{ state: 'checking' }]);
}, 60_000);

test('what is missing keeps a meeting from going live without a word (I14)', async () => {
  const met = await on.meetingIn(48, 2);
  const service = on.bed.part(ChecksService);
  expect((await service.missingFor(met.id)).sort()).toEqual([...met.sites].sort());
  await on.job.look();
  await on.tries(met, 0);
  expect(await service.missingFor(met.id)).toEqual([met.sites[1]]);
  await expect(on.checks.missing({ occurrenceId: met.id }, on.officer)).resolves.toEqual({
    siteIds: [met.sites[1]],
  });
});

test('a moved meeting is checked anew: results, tries under way and reports are gone (I15)', async () => {
  const met = await on.meetingIn(30, 2);
  await on.job.look();
  await on.tries(met, 0);
  const ref = { occurrenceId: met.id, siteId: met.sites[1]! };
  const { attempt } = await on.own.begin(ref, met.operators[1]!);
  await on.bed.part(DataSource).transaction(async (manager) => {
    await manager.query(
      `UPDATE occurrences SET starts_at = starts_at + interval '20 days', ends_at = ends_at + interval '20 days' WHERE id = $1`,
      [met.id],
    );
    await on.bed.part(ChecksService).resetFor(manager, met.id);
  });
  expect(await on.statesOf(met)).toEqual(['pending', 'pending']);
  await expect(on.checks.board({ occurrenceId: met.id }, on.officer)).resolves.toMatchObject({
    state: 'none',
  });
  const late = on.own.submit(
    findings({ ...ref, attempt, ...(await on.testsOf(ref, attempt)) }),
    met.operators[1]!,
  );
  await expect(late).rejects.toThrow(checkErrors.notRunning.code);
  on.time.on(30 + 20 * 24 - 25);
  await on.job.look();
  await expect(on.checks.board({ occurrenceId: met.id }, on.officer)).resolves.toMatchObject({
    state: 'open',
  });
  on.time.on(-(30 + 20 * 24 - 25));
});

test('a site that passed and fails after the close is told of, once', async () => {
  const met = await on.meetingIn(30, 1);
  const told = on.bed.listen(CheckFacts.siteRed);
  await on.job.look();
  await on.tries(met, 0);
  await on.checks.close({ occurrenceId: met.id }, on.officer);
  await on.tries(met, 0, { power: 'absent' });
  await on.tries(met, 0, { power: 'absent' });
  await eventually(
    () => told.filter(({ occurrenceId }) => occurrenceId === met.id),
    (mine) => mine.length > 0,
  );
  expect(told.filter(({ occurrenceId }) => occurrenceId === met.id)).toEqual([
    { occurrenceId: met.id, siteId: met.sites[0], reason: 'fail' },
  ]);
});

test('a site that passed and is asked again after the close is told of at once, though nobody tries', async () => {
  const met = await on.meetingIn(30, 2);
  const told = on.bed.listen(CheckFacts.siteRed);
  await on.job.look();
  await on.tries(met, 0);
  await on.tries(met, 1, { power: 'absent' });
  await on.checks.close({ occurrenceId: met.id }, on.officer);
  for (const siteId of [...met.sites, ...met.sites]) {
    await on.checks.retest({ occurrenceId: met.id, siteId }, on.officer);
  }
  const mine = () => told.filter(({ occurrenceId }) => occurrenceId === met.id).map(({ siteId }) => siteId);
  await eventually(mine, ({ length }) => length === 2);
  expect(mine().sort()).toEqual([...met.sites].sort());
});

test('who runs one site sees that site on the board, and may not manage', async () => {
  const met = await on.meetingIn(48, 3);
  const board = await on.checks.board({ occurrenceId: met.id }, met.operators[1]!);
  expect(board.items.map(({ siteId }) => siteId)).toEqual([met.sites[1]]);
  expect(board.manageable).toBe(false);
  const mine = await on.own.mine({}, met.operators[1]!);
  expect(mine.items.map(({ siteId }) => siteId)).toEqual([met.sites[1]]);
  const others = on.own.look({ occurrenceId: met.id, siteId: met.sites[0]! }, met.operators[1]!);
  await expect(others).rejects.toThrow(checkErrors.notFound.code);
});

describe('opening a check by hand', () => {
  test('is refused where nothing can be checked: a draft, a meeting that began, no sites', async () => {
    const { put, province, checks, officer, time } = on;
    const sites = [await put.site([province])];
    const later = hoursAfter(time.now, 48);
    const cases = {
      [checkErrors.notCheckable.code]: [
        await put.meeting([province], later, { sites, roomId: on.room.id, state: 'draft' }),
        await put.meeting([province], hoursAfter(time.now, -1), { roomId: on.room.id }),
      ],
      [checkErrors.noSites.code]: [
        await put.meeting([province], hoursAfter(later, 9), { roomId: on.room.id }),
      ],
    };
    for (const [code, meetings] of Object.entries(cases))
      for (const occurrenceId of meetings) {
        await expect(checks.open({ occurrenceId }, officer)).rejects.toThrow(code);
        await expect(checks.board({ occurrenceId }, officer)).resolves.toMatchObject({ state: 'none' });
      }
  });
});
