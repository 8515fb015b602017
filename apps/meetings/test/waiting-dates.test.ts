import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import type { ExceptionChoice } from '@diemcau/contracts/meetings/series';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { MakingJob } from '../src/scheduling/making.job.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let planning: Planning;
let now: Date;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  bed.part(Clock).now = () => now;
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  now = new Date('2027-04-01T02:00:00Z');
  planning = await Planning.start(bed, make);
});

/** 25/04/2027 is a Sunday, 25/05 and 25/06 are working days. */
async function asking() {
  const series = await planning.active({ shift: 'ask', firstDay: '2027-04-01' });
  await bed.sql(`UPDATE meetings.series SET active_since = '2027-03-01' WHERE id = $1`, [series.id]);
  await bed.part(MakingJob).run();
  return series;
}
const choose = (seriesId: string, nominal: string, choice: ExceptionChoice, day: string | null = null) =>
  planning.changes.choose({ seriesId, nominal, choice, day, startsAt: null, note: null }, planning.writer);
const waiting = async (seriesId: string, caller = planning.writer) =>
  (await planning.series.waiting({ seriesId }, caller)).items.map(({ nominal }) => nominal);
const missed = async (seriesId: string) =>
  (await planning.series.missed({ seriesId }, planning.writer)).items.map(
    ({ nominal, cause }) => `${nominal} ${cause}`,
  );
const later = async (at: string) => {
  now = new Date(at);
  await bed.part(MakingJob).run();
};

describe('dates that wait for a decision (HB-7.1)', () => {
  test('are told to who may decide, with until when and why', async () => {
    const { id, title } = await asking();
    expect(await planning.series.waiting({}, planning.writer)).toEqual({
      items: [
        {
          seriesId: id,
          title,
          unitName: 'Sở mẫu',
          nominal: '2027-04-25',
          startsAt: '2027-04-25T01:00:00.000Z',
          reason: { kind: 'weekend', day: '2027-04-25', nameVi: 'Chủ nhật', nameEn: 'a Sunday' },
        },
      ],
      total: 1,
    });
    expect(await waiting(id, holding('secretary', planning.school))).toEqual([]);
    expect(await waiting(id, holding('attendee', planning.province))).toEqual([]);
    expect(await waiting(id, holding('departmentAdmin', await make.unit('Sở khác')))).toEqual([]);
  });

  test.each<[ExceptionChoice, string | null, string]>([
    ['hold', null, '25/04 08:00'],
    ['move', '2027-04-26', '26/04 08:00'],
  ])('are made once somebody decided to %s them', async (choice, day, when) => {
    const { id } = await asking();
    await choose(id, '2027-04-25', choice, day);
    expect(await waiting(id)).toEqual([]);
    await bed.part(MakingJob).run();
    expect((await planning.made(id))[0]).toBe(`2027-04-25 draft ${when}`);
    await later('2027-04-27T02:00:00Z');
    expect(await missed(id)).toEqual([]);
  });

  test('are those, too, that somebody left open, also when their meeting was made already', async () => {
    const { id } = await asking();
    await choose(id, '2027-05-25', 'ask');
    await bed.part(MakingJob).run();
    expect(await waiting(id)).toEqual(['2027-04-25', '2027-05-25']);
    await planning.changes.unchoose({ seriesId: id, nominal: '2027-05-25' }, planning.writer);
    await bed.part(MakingJob).run();
    expect(await waiting(id)).toEqual(['2027-04-25']);
    expect((await planning.made(id))[0]).toBe('2027-05-25 draft 25/05 08:00');
  });

  test('are missed when nobody decided in time, until they are held later or given up', async () => {
    const { id } = await asking();
    await choose(id, '2027-05-25', 'ask');
    await bed.part(MakingJob).run();
    await later('2027-05-26T02:00:00Z');
    expect(await waiting(id)).toEqual(['2027-07-25']);
    expect(await missed(id)).toEqual(['2027-05-25 undecided', '2027-04-25 undecided']);
    await choose(id, '2027-04-25', 'skip');
    await expect(choose(id, '2027-05-25', 'hold')).rejects.toThrow(seriesErrors.past.code);
    await choose(id, '2027-05-25', 'move', '2027-05-31');
    expect(await missed(id)).toEqual([]);
    await bed.part(MakingJob).run();
    expect(await missed(id)).toEqual([]);
    expect((await planning.made(id))[0]).toBe('2027-05-25 draft 31/05 08:00');
  });

  test('are missed as well when they passed while nothing ran', async () => {
    const { id } = await planning.active({ shift: 'ask', firstDay: '2027-04-01' });
    await bed.sql(`UPDATE meetings.series SET active_since = '2027-03-01' WHERE id = $1`, [id]);
    await later('2027-05-20T02:00:00Z');
    expect(await missed(id)).toEqual(['2027-04-25 undecided']);
    await choose(id, '2027-04-25', 'ask');
    expect(await missed(id)).toEqual(['2027-04-25 undecided']);
  });

  test('are none any more where the series ends before, or no longer asks', async () => {
    const { id, version } = await asking();
    const kept = await asking();
    await planning.changes.end({ seriesId: id, version, untilDay: '2027-04-20' }, planning.writer);
    await planning.changes.change(
      { seriesId: kept.id, version: kept.version, scope: 'all', shift: 'keep' },
      planning.writer,
    );
    await bed.part(MakingJob).run();
    expect([await waiting(id), await waiting(kept.id)]).toEqual([[], []]);
    await later('2027-04-26T02:00:00Z');
    expect([await missed(id), await missed(kept.id)]).toEqual([[], []]);
  });
});
