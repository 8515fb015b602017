import { recurrenceErrors } from '@diemcau/contracts/meetings/recurrence';
import type { PreviewSeries } from '@diemcau/contracts/meetings/series';
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
  bed.part(Clock).now = () => new Date('2026-12-01T02:00:00Z');
  planning = await Planning.start(bed, make);
});
afterAll(() => bed.stop());

const preview = (of: Partial<PreviewSeries> = {}) => {
  const { unitId, rule, firstDay, startsAt, durationMin, shift } = planning.wanted();
  const plain = { unitId, rule, firstDay, startsAt, durationMin, shift };
  return planning.series.preview({ ...plain, ...of }, planning.writer);
};

describe('the next 24 dates', () => {
  test('say which fall on Tết and weekends, and where they go (HB-7.1)', async () => {
    const { dates, more } = await preview({ from: '2027-12-01' });
    expect(dates).toHaveLength(24);
    expect(more).toBe(true);
    expect(dates.slice(0, 2)).toEqual([
      {
        nominal: '2027-12-25',
        outcome: 'shifted',
        day: '2027-12-27',
        startsAt: '2027-12-27T01:00:00.000Z',
        endsAt: '2027-12-27T03:00:00.000Z',
        reason: { kind: 'weekend', day: '2027-12-25', nameVi: 'thứ Bảy', nameEn: 'a Saturday' },
        conflicts: [],
      },
      {
        nominal: '2028-01-25',
        outcome: 'shifted',
        day: '2028-02-01',
        startsAt: '2028-02-01T01:00:00.000Z',
        endsAt: '2028-02-01T03:00:00.000Z',
        reason: {
          kind: 'holiday',
          day: '2028-01-25',
          nameVi: 'ngày cận Tết Nguyên đán',
          nameEn: 'the eve of Tết',
        },
        conflicts: [],
      },
    ]);
  });

  test('say which months have no such day', async () => {
    const { dates, gaps } = await preview({ rule: 'FREQ=MONTHLY;BYMONTHDAY=30', shift: 'keep' });
    expect(dates.map(({ nominal }) => nominal)).not.toContain('2027-02-30');
    expect(gaps).toEqual([
      { kind: 'noSuchDay', year: 2027, month: 2, monthDay: 30 },
      { kind: 'noSuchDay', year: 2028, month: 2, monthDay: 30 },
      { kind: 'noSuchDay', year: 2029, month: 2, monthDay: 30 },
    ]);
  });

  test('follow what is decided about single dates before it is saved', async () => {
    const note = null;
    const { dates } = await preview({
      choices: [
        { nominal: '2027-01-25', choice: 'move', day: '2027-01-22', startsAt: '14:00', note },
        { nominal: '2027-02-25', choice: 'skip', day: null, startsAt: null, note: 'Trùng hội nghị' },
        { nominal: '2027-03-25', choice: 'ask', day: null, startsAt: null, note },
        { nominal: '2027-04-25', choice: 'hold', day: null, startsAt: null, note },
      ],
    });
    expect(dates.slice(0, 4)).toMatchObject([
      { outcome: 'moved', day: '2027-01-22', startsAt: '2027-01-22T07:00:00.000Z' },
      { outcome: 'skipped', day: null, reason: { kind: 'choice', nameVi: 'Trùng hội nghị' } },
      { outcome: 'waiting', startsAt: null },
      { outcome: 'asPlanned', day: '2027-04-25' },
    ]);
  });
});

describe('conflicts before saving (I9)', () => {
  test('name who has the site or the room, as far as the caller may know', async () => {
    const site = await planning.site([planning.province], 'Hội trường mẫu');
    const room = await make.room([planning.province]);
    const other = await planning.make({ title: 'Hội nghị khác' });
    const meeting = await planning.meeting(other, '2027-01-25', '2027-01-25T09:00:00+07:00');
    await bed.sql(
      `INSERT INTO meetings.occurrence_sites (occurrence_id, site_id, role, expected, during, booked, site_no, unit_id)
       VALUES ($1, $2, 'main', 10, 'empty', true, 0, $2)`,
      [meeting, site],
    );
    await bed.sql(
      'UPDATE meetings.occurrences SET room_id = $2, room_no = (SELECT no FROM meetings.rooms WHERE id = $2) WHERE id = $1',
      [meeting, room.id],
    );
    const asked = { siteIds: [site], roomId: room.id };
    const [first, second] = (await preview(asked)).dates;
    expect(first?.conflicts).toMatchObject([
      { kind: 'room', id: room.id, occurrenceId: meeting, title: 'Hội nghị khác' },
      { kind: 'site', id: site, name: 'Hội trường mẫu', occurrenceId: meeting, planned: false },
    ]);
    expect(second?.conflicts).toEqual([]);
    expect((await preview({ ...asked, seriesId: other.id })).dates[0]?.conflicts).toEqual([]);

    const narrow = holding('secretary', planning.school);
    const { unitId: _, ...times } = planning.wanted();
    const { dates } = await planning.series.preview(
      {
        unitId: planning.school,
        rule: times.rule,
        firstDay: times.firstDay,
        startsAt: times.startsAt,
        durationMin: 120,
        shift: 'keep',
        ...asked,
      },
      narrow,
    );
    expect(dates[0]?.conflicts).toHaveLength(2);
    expect(
      dates[0]?.conflicts.every(({ title, occurrenceId }) => title === null && occurrenceId === null),
    ).toBe(true);
  });

  test('are seen where another series will make its meetings later', async () => {
    const site = await planning.site([planning.province], 'Phòng họp tầng 3');
    const template = { ...emptyTemplate, sites: [{ siteId: site, role: 'main' as const, expected: 5 }] };
    await planning.active({ title: 'Sinh hoạt chuyên môn', template, startsAt: '09:30' });
    const { dates } = await preview({ siteIds: [site], from: '2028-05-01' });
    expect(dates[0]?.conflicts).toMatchObject([
      { kind: 'site', id: site, planned: true, title: 'Sinh hoạt chuyên môn', occurrenceId: null },
    ]);
    const later = await preview({ siteIds: [site], from: '2028-05-01', startsAt: '13:00' });
    expect(later.dates[0]?.conflicts).toEqual([]);
  });
});

describe('what cannot be planned is refused with a clear code, and nothing is saved', () => {
  test.each([
    ['FREQ=SECONDLY', recurrenceErrors.tooOften],
    ['FREQ=HOURLY;INTERVAL=24', recurrenceErrors.tooOften],
    ['FREQ=DAILY;BYHOUR=8,14', recurrenceErrors.timeInRule],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', recurrenceErrors.noSuchDay],
    ['FREQ=DAILY;UNTIL=20270231', recurrenceErrors.noSuchDay],
    ['FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20', recurrenceErrors.neverOccurs],
    ['FREQ=DAILY;UNTIL=20200101', recurrenceErrors.neverOccurs],
    ['DTSTART:20270101T080000;FREQ=DAILY', recurrenceErrors.startInRule],
    ['hằng tháng', recurrenceErrors.unreadable],
    ['FREQ=DAILY;FREQ=WEEKLY', recurrenceErrors.unreadable],
  ])('%s', async (rule, kind) => {
    await expect(preview({ rule })).rejects.toThrow(kind.code);
    await expect(planning.make({ rule })).rejects.toThrow(kind.code);
  });

  test('a zone that does not exist', async () => {
    await expect(preview({ zone: 'Asia/Thanh_Hoa' })).rejects.toThrow(recurrenceErrors.noSuchZone.code);
  });

  test('41 people at a site, the same site twice, a retired one, one of another province (HB-4.3, I10)', async () => {
    const site = await planning.site([planning.province], 'Hội trường 40 chỗ');
    const foreign = await planning.site([await make.unit('Sở tỉnh khác')], 'Nơi khác');
    const at = (siteId: string, expected: number, role: 'main' | 'member' = 'main') => ({
      siteId,
      role,
      expected,
    });
    const making = (sites: ReturnType<typeof at>[]) =>
      planning.make({ template: { ...emptyTemplate, sites } });
    await expect(making([at(site, 41)])).rejects.toMatchObject({
      kind: { code: seriesErrors.tooManyPeople.code },
      details: { siteId: site, expected: 41, limit: 40 },
    });
    await expect(making([at(site, 40), at(site, 1, 'member')])).rejects.toThrow(seriesErrors.twoSites.code);
    await expect(making([at(foreign, 1)])).rejects.toThrow(seriesErrors.noSuchSite.code);
    await bed.sql(`UPDATE meetings.sites SET state = 'retired' WHERE id = $1`, [site]);
    await expect(making([at(site, 1)])).rejects.toThrow(seriesErrors.noSuchSite.code);
  });

  test('a room, a person or a unit of another province', async () => {
    const abroad = await make.unit('Sở tỉnh khác');
    const making = (template: Partial<typeof emptyTemplate>) =>
      planning.make({ template: { ...emptyTemplate, ...template } });
    const { id: roomId } = await make.room([abroad]);
    const chairId = await make.user('Chủ Toạ Nơi Khác', abroad);
    const agenda = [{ title: 'Báo cáo', unitId: abroad, minutes: 15, dueDays: null }];
    await expect(making({ roomId })).rejects.toThrow(seriesErrors.noSuchRoom.code);
    await expect(making({ chairId })).rejects.toThrow(seriesErrors.noSuchPerson.code);
    await expect(making({ agenda })).rejects.toThrow(seriesErrors.noSuchUnit.code);
  });

  test('a choice about a day that is no date of the series, or that does not say where to', async () => {
    const choice = { nominal: '2027-01-24', choice: 'skip' as const, day: null, startsAt: null, note: null };
    await expect(planning.make({ choices: [choice] })).rejects.toThrow(seriesErrors.notADate.code);
    const move = { ...choice, nominal: '2027-01-25', choice: 'move' as const };
    await expect(planning.make({ choices: [move] })).rejects.toThrow(seriesErrors.badChoice.code);
  });
});
