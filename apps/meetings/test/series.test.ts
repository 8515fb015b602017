import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { holding, type Maker, startMeetings } from './meetings.js';
import { emptyTemplate, Planning } from './planning.js';

let bed: TestBed;
let make: Maker;
let planning: Planning;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  bed.part(Clock).now = () => new Date('2027-02-01T02:00:00Z');
});
afterAll(() => bed.stop());
beforeEach(async () => {
  planning = await Planning.start(bed, make);
});

/** January is over; of March somebody changed the hour by hand. */
async function withMeetings() {
  const series = await planning.active();
  await planning.meeting(series, '2027-01-25', '2027-01-25T08:00:00+07:00', { state: 'ended' });
  await planning.meeting(series, '2027-02-25', '2027-02-25T08:00:00+07:00');
  await planning.meeting(series, '2027-03-25', '2027-03-25T10:00:00+07:00', { edited: true });
  await planning.meeting(series, '2027-04-25', '2027-04-26T08:00:00+07:00');
  return series;
}

describe('a series outside of plans', () => {
  test('makes nothing until somebody else than its author approved it (I12)', async () => {
    const both = { ...planning.leader, grants: [...planning.leader.grants, ...planning.writer.grants] };
    const caller = { ...both, roles: { ...planning.leader.roles, ...planning.writer.roles } };
    const { id, version, state } = await planning.changes.make(planning.wanted(), caller);
    expect(state).toBe('draft');
    const own = planning.changes.approve({ seriesId: id, version }, caller);
    await expect(own).rejects.toThrow(seriesErrors.ownWork.code);
    const other = holding('leader', planning.province);
    await expect(planning.changes.approve({ seriesId: id, version }, other)).resolves.toMatchObject({
      state: 'active',
    });
  });

  test('is seen and changed within scope only; elsewhere it is as if it were not there', async () => {
    const { id, version } = await planning.make();
    const below = holding('secretary', planning.school);
    const foreign = holding('departmentAdmin', await make.unit('Sở tỉnh khác'));
    for (const caller of [below, foreign]) {
      await expect(planning.series.find({ seriesId: id }, caller)).rejects.toThrow(
        seriesErrors.notFound.code,
      );
      const change = planning.changes.change(
        { seriesId: id, version, scope: 'all', title: 'Lấy mất' },
        caller,
      );
      await expect(change).rejects.toThrow(seriesErrors.notFound.code);
      await expect(planning.series.list({}, caller)).resolves.toMatchObject({ total: 0 });
    }
    const reader = holding('teacher', planning.province);
    await expect(planning.changes.remove({ seriesId: id }, reader)).rejects.toThrow('common.notAllowed');
    await expect(planning.series.list({ q: 'giao ban' }, reader)).resolves.toMatchObject({ total: 1 });
  });
});

describe('"all" (I11)', () => {
  test('changes every meeting that has not begun; what was changed by hand survives', async () => {
    const { id, version } = await withMeetings();
    await planning.changes.change(
      { seriesId: id, version, scope: 'all', startsAt: '14:00' },
      planning.writer,
    );
    expect(await planning.made(id)).toEqual([
      '2027-01-25 ended 25/01 08:00',
      '2027-02-25 scheduled 25/02 14:00',
      '2027-03-25 scheduled 25/03 10:00',
      '2027-04-25 scheduled 26/04 14:00',
    ]);
  });

  test('by another rule cancels the meetings that are no dates any more', async () => {
    const { id, version } = await withMeetings();
    const rule = 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=25';
    await planning.changes.change(
      { seriesId: id, version, scope: 'all', rule, firstDay: '2026-12-01' },
      planning.writer,
    );
    expect(await planning.made(id)).toEqual([
      '2027-01-25 ended 25/01 08:00',
      '2027-02-25 scheduled 25/02 08:00',
      '2027-03-25 scheduled 25/03 10:00',
      '2027-04-25 scheduled 26/04 08:00',
    ]);
    const quarterly = 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25';
    const again = await planning.series.find({ seriesId: id }, planning.writer);
    await planning.changes.change(
      { seriesId: id, version: again.version, scope: 'all', rule: quarterly, firstDay: '2027-01-01' },
      planning.writer,
    );
    expect((await planning.made(id))[1]).toBe('2027-02-25 cancelled 25/02 08:00');
  });

  test('made by two at once from the same version: one wins, the other is told to reload', async () => {
    const { id, version } = await planning.active();
    const changes = ['A', 'B'].map((title) =>
      planning.changes.change({ seriesId: id, version, scope: 'all', title }, planning.writer),
    );
    const results = await Promise.allSettled(changes);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: { code: seriesErrors.changedMeanwhile.code, status: 412 } },
    });
  });

  test('gives a site to meetings; where somebody else has it, the meeting is a draft that says so (I9)', async () => {
    const series = await withMeetings();
    const site = await planning.site([planning.province], 'Hội trường mẫu');
    const other = await planning.active({ title: 'Hội nghị khác' });
    const taken = await planning.meeting(other, '2027-04-25', '2027-04-26T09:00:00+07:00');
    await bed.sql(
      `INSERT INTO meetings.occurrence_sites (occurrence_id, site_id, role, expected, during, booked, site_no, unit_id)
       VALUES ($1, $2, 'main', 10, 'empty', true, 0, $2)`,
      [taken, site],
    );
    const template = { ...emptyTemplate, sites: [{ siteId: site, role: 'main' as const, expected: 30 }] };
    await planning.changes.change(
      { seriesId: series.id, version: series.version, scope: 'all', template },
      planning.writer,
    );
    expect(await planning.made(series.id)).toEqual([
      '2027-01-25 ended 25/01 08:00',
      '2027-02-25 scheduled 25/02 08:00',
      '2027-03-25 scheduled 25/03 10:00',
      '2027-04-25 draft 26/04 08:00',
    ]);
    const booked = await bed.sql(
      `SELECT FROM meetings.occurrence_sites JOIN meetings.occurrences o ON o.id = occurrence_id WHERE o.series_id = $1`,
      [series.id],
    );
    expect(booked).toHaveLength(1);
  });
});

describe('"this and following" (I11)', () => {
  test('ends the series and begins another with the meetings to come', async () => {
    const before = await withMeetings();
    const after = await planning.changes.change(
      {
        seriesId: before.id,
        version: before.version,
        scope: 'following',
        from: '2027-03-25',
        startsAt: '15:00',
      },
      planning.writer,
    );
    expect(after).toMatchObject({ followsId: before.id, fromDay: '2027-03-25', state: 'active' });
    expect(await planning.series.find({ seriesId: before.id }, planning.writer)).toMatchObject({
      untilDay: '2027-03-24',
    });
    expect(await planning.made(before.id)).toEqual([
      '2027-01-25 ended 25/01 08:00',
      '2027-02-25 scheduled 25/02 08:00',
    ]);
    expect(await planning.made(after.id)).toEqual([
      '2027-03-25 scheduled 25/03 10:00',
      '2027-04-25 scheduled 26/04 15:00',
    ]);
  });

  test('goes on counting: every other month stays the same months, ten times stay ten', async () => {
    const rule = 'FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYMONTHDAY=25';
    const { id, version } = await planning.active({ rule, shift: 'keep' });
    const after = await planning.changes.change(
      { seriesId: id, version, scope: 'following', from: '2027-05-25', title: 'Tên mới' },
      planning.writer,
    );
    const { dates } = await planning.series.dates(
      { seriesId: after.id, from: '2027-01-01' },
      planning.writer,
    );
    expect(dates.map(({ nominal }) => nominal)).toEqual(['2027-05-25', '2027-07-25']);
    const old = await planning.series.dates({ seriesId: id, from: '2027-01-01' }, planning.writer);
    expect(old.dates.map(({ nominal }) => nominal)).toEqual(['2027-01-25', '2027-03-25']);
  });

  test('from its first date on is all of it: no series without a date is left behind, by another rule neither', async () => {
    const { id, version } = await planning.active();
    const first = { seriesId: id, scope: 'following', from: '2027-01-25' } as const;
    const renamed = await planning.changes.change({ ...first, version, title: 'Tên mới' }, planning.writer);
    expect(renamed).toMatchObject({ id, title: 'Tên mới', firstDay: '2027-01-01', untilDay: null });
    const { version: next } = renamed;
    const rule = 'FREQ=MONTHLY;BYMONTHDAY=10';
    const recounted = await planning.changes.change({ ...first, version: next, rule }, planning.writer);
    expect(recounted).toMatchObject({ id, rule, firstDay: '2027-01-25' });
    const { dates } = await planning.series.dates({ seriesId: id, from: '2027-01-01' }, planning.writer);
    expect(dates[0]?.nominal).toBe('2027-02-10');
  });

  test('from a day that is no date is refused, and nothing changes', async () => {
    const { id, version } = await planning.active();
    const change = planning.changes.change(
      { seriesId: id, version, scope: 'following', from: '2027-03-24', title: 'Tên mới' },
      planning.writer,
    );
    await expect(change).rejects.toThrow(seriesErrors.notADate.code);
    await expect(planning.series.find({ seriesId: id }, planning.writer)).resolves.toMatchObject({ version });
  });
});

describe('one date', () => {
  test('is moved, skipped, left open and taken back, also once it is made', async () => {
    const { id } = await withMeetings();
    const choose = (nominal: string, choice: 'move' | 'skip' | 'ask', day: string | null = null) =>
      planning.changes.choose(
        { seriesId: id, nominal, choice, day, startsAt: null, note: null },
        planning.writer,
      );
    await choose('2027-02-25', 'move', '2027-02-23');
    await choose('2027-03-25', 'ask');
    await choose('2027-04-25', 'skip');
    expect(await planning.made(id)).toEqual([
      '2027-01-25 ended 25/01 08:00',
      '2027-02-25 scheduled 23/02 08:00',
      '2027-03-25 postponed 25/03 10:00',
      '2027-04-25 cancelled 26/04 08:00',
    ]);
    await planning.changes.unchoose({ seriesId: id, nominal: '2027-02-25' }, planning.writer);
    expect((await planning.made(id))[1]).toBe('2027-02-25 scheduled 25/02 08:00');
    for (const nominal of ['2027-03-25', '2027-04-25'])
      await planning.changes.unchoose({ seriesId: id, nominal }, planning.writer);
    expect((await planning.made(id)).slice(2)).toEqual([
      '2027-03-25 draft 25/03 08:00',
      '2027-04-25 draft 26/04 08:00',
    ]);
    await expect(choose('2027-01-25', 'skip')).rejects.toThrow(seriesErrors.past.code);
    await expect(choose('2027-02-24', 'skip')).rejects.toThrow(seriesErrors.notADate.code);
  });
});

describe('ending', () => {
  test('cancels what comes after the last day, except what was changed by hand', async () => {
    const { id, version } = await withMeetings();
    const ended = await planning.changes.end(
      { seriesId: id, version, untilDay: '2027-02-28' },
      planning.writer,
    );
    expect(ended).toMatchObject({ state: 'active', untilDay: '2027-02-28' });
    expect(await planning.made(id)).toEqual([
      '2027-01-25 ended 25/01 08:00',
      '2027-02-25 scheduled 25/02 08:00',
      '2027-03-25 scheduled 25/03 10:00',
      '2027-04-25 cancelled 26/04 08:00',
    ]);
    const over = await planning.changes.end(
      { seriesId: id, version: ended.version, untilDay: '2027-01-31' },
      planning.writer,
    );
    expect(over.state).toBe('ended');
    const change = planning.changes.change(
      { seriesId: id, version: over.version, scope: 'all', title: 'Tên mới' },
      planning.writer,
    );
    await expect(change).rejects.toThrow(seriesErrors.ended.code);
    await expect(planning.changes.remove({ seriesId: id }, planning.writer)).rejects.toThrow(
      seriesErrors.notDraft.code,
    );
  });
});
