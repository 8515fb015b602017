import { CalendarClient } from '@diemcau/contracts/meetings/calendar';
import { OccurrenceFacts } from '@diemcau/contracts/meetings/occurrences';
import { Clock } from '@diemcau/service/time/clock';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { MeetingsModule } from '../src/meetings.module.js';
import { MakingJob } from '../src/scheduling/making.job.js';
import { RealigningJob } from '../src/scheduling/realigning.job.js';
import { holding, startMeetings } from './meetings.js';
import { Planner } from './scheduling.js';

let bed: TestBed;
let planner: Planner;
let jobs: MakingJob[];
let now: Date;
let path: string[];

/** All replicas at once, twice. @param at wall time in Vietnam */
async function schedule(at: string): Promise<void> {
  now = new Date(`${at}+07:00`);
  for (let again = 0; again < 2; again++) await Promise.all(jobs.map((job) => job.run()));
}

beforeAll(async () => {
  const started = await startMeetings();
  ({ bed } = started);
  const replicas = [{ job: bed.part(MakingJob), clock: bed.part(Clock) }];
  for (let more = 0; more < 2; more++) {
    await bed.serve(MeetingsModule, { name: 'meetings' });
    replicas.push({ job: bed.part(MakingJob), clock: bed.part(Clock) });
  }
  for (const { clock } of replicas) clock.now = () => now;
  jobs = replicas.map(({ job }) => job);
  planner = new Planner(bed);
  const province = await started.make.unit('Sở mẫu');
  path = [province, await started.make.unit('Trường mẫu', province)];
}, 90_000);
afterAll(() => bed.stop());

beforeEach(async () => {
  await bed.sql('TRUNCATE meetings.series, meetings.occurrences CASCADE');
});

const monthly = 'FREQ=MONTHLY;BYMONTHDAY=25';

describe('meetings of a series', () => {
  it('are made 90 days ahead, once, however many replicas look (I11)', async () => {
    const seriesId = await planner.series({
      path,
      rule: monthly,
      firstDay: '2026-01-01',
      madeUntil: '2026-11-01',
    });
    await schedule('2026-11-22T09:00:00');
    expect(await planner.made(seriesId)).toEqual([
      '2026-11-25 → 25/11 08:00 scheduled',
      '2026-12-25 → 25/12 08:00 scheduled',
      '2027-01-25 → 25/01 08:00 scheduled',
    ]);
    await schedule('2026-11-26T23:59:00');
    expect(await planner.made(seriesId)).toHaveLength(3);
    await schedule('2026-11-27T00:00:00');
    expect((await planner.made(seriesId)).at(-1)).toBe('2027-02-25 → 25/02 08:00 scheduled');
  });

  it('are shifted as the plan says, around weekends and Tết', async () => {
    const seriesId = await planner.series({
      path,
      rule: 'FREQ=MONTHLY;BYMONTHDAY=7',
      firstDay: '2026-11-01',
      shift: 'nextWorkingDay',
    });
    await schedule('2026-11-01T00:00:00');
    await schedule('2026-12-01T00:00:00');
    const made = await planner.made(seriesId);
    // 7 November 2026 is a Saturday; 7 February 2027 a Sunday within Tết, which ends on the 9th (or the 10th, as decided).
    expect(made.slice(0, 3)).toEqual([
      '2026-11-07 → 09/11 08:00 scheduled',
      '2026-12-07 → 07/12 08:00 scheduled',
      '2027-01-07 → 07/01 08:00 scheduled',
    ]);
    expect(made[3]).toMatch(/^2027-02-07 → 1[0-2]\/02 08:00 scheduled$/);
  });

  it('that should have begun while nothing ran are written down as missed, and all others made', async () => {
    const seriesId = await planner.series({
      path,
      rule: monthly,
      firstDay: '2026-01-01',
      madeUntil: '2026-08-31',
    });
    await schedule('2026-11-25T08:00:00');
    expect(await planner.missed(seriesId)).toEqual(['2026-09-25', '2026-10-25', '2026-11-25']);
    expect((await planner.made(seriesId)).map((line) => line.slice(0, 10))).toEqual([
      '2026-12-25',
      '2027-01-25',
    ]);
  });

  it('are not made of drafts and of what has ended', async () => {
    const seriesId = await planner.series({ path, rule: monthly, firstDay: '2026-01-01' });
    for (const state of ['draft', 'ended']) {
      await bed.sql('UPDATE meetings.series SET state = $2 WHERE id = $1', [seriesId, state]);
      await schedule('2026-11-22T09:00:00');
    }
    expect(await planner.made(seriesId)).toEqual([]);
  });

  it('are told once each', async () => {
    const heard = bed.listen(OccurrenceFacts.scheduled);
    const seriesId = await planner.series({ path, rule: monthly, firstDay: '2026-11-01' });
    await schedule('2026-11-22T09:00:00');
    const made = await bed.sql<{ id: string }>('SELECT id FROM meetings.occurrences WHERE series_id = $1', [
      seriesId,
    ]);
    const ids = made.map(({ id }) => id).sort();
    const told = () => heard.map(({ occurrenceId }) => occurrenceId).filter((id) => ids.includes(id));
    await eventually(told, ({ length }) => length >= 3);
    expect(told().sort()).toEqual(ids);
    expect(ids).toHaveLength(3);
  });

  it('are made although those of another series cannot be', async () => {
    const broken = await planner.series({ path, rule: monthly, firstDay: '2026-11-01' });
    await bed.sql(`UPDATE meetings.series SET rule = 'FREQ=NEVER' WHERE id = $1`, [broken]);
    const fine = await Promise.all(
      Array.from({ length: 30 }, () => planner.series({ path, rule: monthly, firstDay: '2026-11-01' })),
    );
    await schedule('2026-11-22T09:00:00');
    for (const seriesId of fine) expect(await planner.made(seriesId)).toHaveLength(3);
    expect(await planner.made(broken)).toEqual([]);
  });

  it('that two series want of one site at one time: one has it, the other waits as a draft (I9)', async () => {
    const siteIds = [await planner.site(path)];
    const rivals = await Promise.all(
      Array.from({ length: 6 }, () =>
        planner.series({ path, rule: monthly, firstDay: '2026-11-01', siteIds }),
      ),
    );
    await schedule('2026-11-22T09:00:00');
    const lines = (await Promise.all(rivals.map((seriesId) => planner.made(seriesId)))).flat();
    expect(lines.filter((line) => line.endsWith('scheduled'))).toHaveLength(3);
    expect(lines.filter((line) => line.endsWith('draft'))).toHaveLength(15);
  });
});

test('a working calendar that changes moves what nobody was invited to yet, but nothing that people changed (I11)', async () => {
  const of = {
    path,
    rule: 'FREQ=MONTHLY;BYMONTHDAY=25',
    firstDay: '2026-11-01',
    shift: 'nextWorkingDay',
  } as const;
  const [follows, edited] = [await planner.series(of), await planner.series(of)];
  const holds = await planner.series({ ...of, shift: 'keep' });
  await schedule('2026-11-10T09:00:00');
  await bed.sql('UPDATE meetings.occurrences SET edited = true WHERE series_id = $1', [edited]);
  const admin = holding('departmentAdmin', path[0] ?? '');
  for (const day of ['2026-11-25', '2026-12-25']) {
    await bed.client(CalendarClient).add(
      {
        day,
        kind: 'off',
        nameVi: 'Nghỉ mẫu',
        nameEn: 'A day off',
        decisionNumber: '1/QĐ',
        decisionDate: '2026-11-09',
      },
      admin,
    );
  }
  await Promise.all([bed.part(RealigningJob).run(), bed.part(RealigningJob).run()]);
  await schedule('2026-11-10T09:01:00');
  const days = async (seriesId: string) => (await planner.made(seriesId)).map((line) => line.slice(13, 18));
  expect(await days(follows)).toEqual(['25/11', '28/12', '25/01']);
  expect(await days(edited)).toEqual(['25/11', '25/12', '25/01']);
  expect(await days(holds)).toEqual(['25/11', '25/12', '25/01']);
});

test('a hundred series of one unit, made by three replicas at once, are all there once', async () => {
  const chairId = randomUUID();
  const weekly = Array.from({ length: 100 }, () =>
    planner.series({ path, rule: 'FREQ=WEEKLY;BYDAY=MO', firstDay: '2026-11-02', chairId }),
  );
  const ids = await Promise.all(weekly);
  await schedule('2026-11-02T00:00:00');
  const rows = await bed.sql<{ series: string; meetings: string }>(
    'SELECT series_id AS series, count(*) AS meetings FROM meetings.occurrences GROUP BY 1',
  );
  expect(rows.map(({ series }) => series).sort()).toEqual([...ids].sort());
  expect(new Set(rows.map(({ meetings }) => meetings))).toEqual(new Set(['13']));
});
