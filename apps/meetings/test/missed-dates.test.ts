import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { MakingJob } from '../src/scheduling/making.job.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let planning: Planning;
let now = new Date('2027-05-03T02:00:00Z');

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  bed.part(Clock).now = () => now;
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  now = new Date('2027-05-03T02:00:00Z');
  planning = await Planning.start(bed, make);
});

/** A series of which nothing was made since the end of January. */
async function standstill() {
  const series = await planning.active({ shift: 'keep' });
  await bed.sql(
    `UPDATE meetings.series SET made_until = '2027-01-31', active_since = '2026-12-01' WHERE id = $1`,
    [series.id],
  );
  await bed.part(MakingJob).run();
  return series;
}
const missed = async (seriesId: string, caller = planning.writer) =>
  (await planning.series.missed({ seriesId }, caller)).items.map(({ nominal }) => nominal);

describe('dates that fell into a standstill (HB-7.1)', () => {
  test('are told to who may read the series, with when they should have begun', async () => {
    const { id, title } = await standstill();
    const all = await planning.series.missed({}, planning.writer);
    expect(all.total).toBe(3);
    expect(all.items[0]).toEqual({
      seriesId: id,
      title,
      unitName: 'Sở mẫu',
      nominal: '2027-04-25',
      startsAt: '2027-04-25T01:00:00.000Z',
      foundAt: now.toISOString(),
      cause: 'standstill',
    });
    expect(await missed(id)).toEqual(['2027-04-25', '2027-03-25', '2027-02-25']);
    expect(await missed(id, holding('siteOperator', planning.school))).toEqual([]);
    const elsewhere = holding('departmentAdmin', await make.unit('Sở khác'));
    expect((await planning.series.missed({}, elsewhere)).total).toBe(0);
  });

  test('are held on another day, as meetings of the series, or given up', async () => {
    const { id } = await standstill();
    const choose = (nominal: string, choice: 'move' | 'skip', day: string | null) =>
      planning.changes.choose(
        { seriesId: id, nominal, choice, day, startsAt: null, note: null },
        planning.writer,
      );
    await choose('2027-04-25', 'move', '2027-05-06');
    await choose('2027-02-25', 'skip', null);
    expect(await missed(id)).toEqual(['2027-03-25']);
    await bed.part(MakingJob).run();
    expect(await missed(id)).toEqual(['2027-03-25']);
    expect((await planning.made(id))[0]).toMatch(/^2027-04-25 (draft|scheduled) 06\/05 08:00$/);
  });

  test('are missed again when the day they were moved to is over as well', async () => {
    const { id } = await standstill();
    await planning.changes.choose(
      {
        seriesId: id,
        nominal: '2027-04-25',
        choice: 'move',
        day: '2027-05-03',
        startsAt: '14:00',
        note: null,
      },
      planning.writer,
    );
    expect(await missed(id)).not.toContain('2027-04-25');
    now = new Date('2027-05-04T02:00:00Z');
    await bed.part(MakingJob).run();
    expect(await missed(id)).toContain('2027-04-25');
  });

  test('are none where the series was approved after them only', async () => {
    const { id } = await planning.active({ shift: 'keep' });
    await bed.sql(`UPDATE meetings.series SET active_since = '2027-04-01' WHERE id = $1`, [id]);
    await bed.part(MakingJob).run();
    expect(await missed(id)).toEqual(['2027-04-25']);
    const since = await bed.sql<{ draft: boolean }>(
      `SELECT active_since IS NULL AS draft FROM meetings.series WHERE id = $1`,
      [(await planning.make()).id],
    );
    expect(since).toEqual([{ draft: true }]);
  });
});
