import { AuditLogClient } from '@diemcau/contracts/identity/audit';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { DataSource } from 'typeorm';
import { MakingJob } from '../src/scheduling/making.job.js';
import { ClosedUnitsService } from '../src/succession/closed-units.service.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { emptyTemplate, Planning } from './planning.js';
import { happens } from './unit-events.js';

let bed: TestBed;
let make: Maker;
let planning: Planning;
let old: string;
let into: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
}, 60_000);
beforeEach(async () => {
  planning = await Planning.start(bed, make);
  old = await make.unit('Trung tâm cũ', planning.province);
  into = await make.unit('Trung tâm nhận', planning.province);
});
afterAll(() => bed.stop());

const preparedBy = (unitId: string): SeriesTemplate => ({
  ...emptyTemplate,
  agenda: [
    { title: 'Khai mạc', unitId: null, minutes: 10, dueDays: null },
    { title: 'Báo cáo chuyên đề', unitId, minutes: 30, dueDays: 3 },
  ],
});
/** Weekly from tomorrow on, with the meetings of 90 days. */
async function weekly(unitId: string, template: SeriesTemplate = emptyTemplate): Promise<string> {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const wanted = { unitId, rule: 'FREQ=WEEKLY', firstDay: tomorrow, shift: 'keep' as const, template };
  const { id } = await planning.active(wanted);
  await bed.part(MakingJob).run();
  return id;
}
async function unitsOf(table: string, where: string, value: string): Promise<string[]> {
  const rows = await bed.sql<{ unit: string }>(
    `SELECT DISTINCT unit_id AS unit FROM meetings.${table} WHERE ${where} = $1`,
    [value],
  );
  return rows.map(({ unit }) => unit);
}
const countOf = async (seriesId: string): Promise<number> => (await planning.made(seriesId)).length;
const preparing = async (seriesId: string): Promise<(string | null)[]> =>
  (await planning.series.find({ seriesId }, planning.writer)).template.agenda.map(({ unitId }) => unitId);
const owing = (seriesId: string): Promise<{ unit: string; state: string }[]> =>
  bed.sql(
    `SELECT DISTINCT item.unit_id AS unit, item.state FROM meetings.agenda_items item
     JOIN meetings.occurrences o ON o.id = item.occurrence_id
     WHERE o.series_id = $1 AND item.title = 'Báo cáo chuyên đề'`,
    [seriesId],
  );

test('a merged unit’s series goes on at the successor, whose meetings are those to come (I2, I3)', async () => {
  const seriesId = await weekly(old);
  const [first] = await bed.sql<{ id: string }>(
    `UPDATE meetings.occurrences SET state = 'ended' WHERE id = (
       SELECT id FROM meetings.occurrences WHERE series_id = $1 ORDER BY starts_at LIMIT 1) RETURNING id`,
    [seriesId],
  );
  const before = await countOf(seriesId);
  await happens(bed, old, { kind: 'merge', intoId: into });
  await eventually(
    () => unitsOf('series', 'id', seriesId),
    ([unit]) => unit === into,
  );
  expect(await unitsOf('occurrences', 'id', first?.id ?? '')).toEqual([old]);
  expect((await unitsOf('occurrences', 'series_id', seriesId)).toSorted()).toEqual([old, into].toSorted());
  await bed.sql(`UPDATE meetings.series SET made_until = made_until - 7 WHERE id = $1`, [seriesId]);
  await bed.sql(
    `DELETE FROM meetings.occurrences WHERE id = (
       SELECT id FROM meetings.occurrences WHERE series_id = $1 ORDER BY starts_at DESC LIMIT 1)`,
    [seriesId],
  );
  await bed.part(MakingJob).run();
  expect(await countOf(seriesId)).toBe(before);
  const mine = await planning.series.find({ seriesId }, holding('secretary', into));
  expect(mine).toMatchObject({ state: 'active', unitId: into, unitName: 'Trung tâm nhận' });
});

test('what a merged unit owed to the meetings of others, its successor owes; what it did stays its own', async () => {
  const seriesId = await weekly(planning.province, preparedBy(old));
  await bed.sql(
    `UPDATE meetings.agenda_items SET state = 'approved', submitted_at = now() WHERE title = 'Báo cáo chuyên đề'
       AND occurrence_id = (SELECT id FROM meetings.occurrences WHERE series_id = $1 ORDER BY starts_at LIMIT 1)`,
    [seriesId],
  );
  await happens(bed, old, { kind: 'merge', intoId: into });
  await eventually(
    () => preparing(seriesId),
    ([, unit]) => unit === into,
  );
  expect(await owing(seriesId)).toEqual(
    expect.arrayContaining([
      { unit: old, state: 'approved' },
      { unit: into, state: 'assigned' },
    ]),
  );
  expect(await owing(seriesId)).toHaveLength(2);
});

test('a closed unit that nobody carries on makes no more meetings, and what it owed is the owner’s (I3)', async () => {
  const [own, others] = [await weekly(old), await weekly(planning.province, preparedBy(old))];
  const before = await countOf(own);
  await happens(bed, old, { kind: 'close' });
  await eventually(
    () => planning.series.find({ seriesId: own }, planning.writer),
    ({ state }) => state === 'ended',
  );
  expect(await preparing(others)).toEqual([null, null]);
  expect(await owing(others)).toEqual([{ unit: planning.province, state: 'assigned' }]);
  await bed.sql(`UPDATE meetings.series SET made_until = made_until - 30 WHERE id = $1`, [own]);
  await bed.part(MakingJob).run();
  expect(await countOf(own)).toBe(before);
});

test('the auditor reads once what was handed on, however often it is looked after', async () => {
  const admin = holding('departmentAdmin', planning.province);
  const log = bed.client(AuditLogClient);
  const entriesOf = async (objectId: string) =>
    (await log.list({ action: 'occurrences.handOn', objectId }, admin)).items;
  const merged = async (unitId: string) => {
    await happens(bed, unitId, { kind: 'merge', intoId: into });
    const [entry] = await eventually(
      () => entriesOf(unitId),
      ({ length }) => length > 0,
    );
    return log.find({ entryId: entry?.id ?? '' }, admin);
  };
  await weekly(old);
  expect(await merged(old)).toMatchObject({
    unitId: into,
    after: { toUnitId: into, series: 1, agendaItems: 0 },
  });
  await bed.part(DataSource).transaction((manager) => bed.part(ClosedUnitsService).handOn(manager, [old]));
  // Told after whatever was told just now.
  const other = await make.unit('Trung tâm cũ khác', planning.province);
  await weekly(other);
  await merged(other);
  expect(await entriesOf(old)).toHaveLength(1);
});
