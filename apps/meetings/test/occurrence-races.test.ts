import { RequestsClient } from '@diemcau/contracts/meetings/requests';
import { OccurrenceFacts } from '@diemcau/contracts/meetings/occurrences';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import type { SeriesTemplate } from '@diemcau/contracts/meetings/series-template';
import { eventually } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { MakingService } from '../src/occurrences/making.service.js';
import { holding } from './meetings.js';
import { anHour, complete, type Meetings, scheduled, site, startOccurrences } from './occurrences.js';

let meetings: Meetings;
beforeAll(async () => {
  meetings = await startOccurrences();
}, 60_000);
afterAll(() => meetings.bed.stop());

const own = () => site(meetings, [meetings.province]);

describe('of 50 officers who want one site at one time', () => {
  test('one has it, and every other one is told who', async () => {
    const { occurrences, officer } = meetings;
    const siteId = await own();
    const when = anHour();
    const all = Array.from({ length: 50 }, (_, index) =>
      occurrences.make(complete(meetings, siteId, { ...when, title: `Họp ${index}` }), officer),
    );
    const results = await Promise.allSettled(all);
    const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(won).toHaveLength(1);
    const lost = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(lost).toHaveLength(49);
    for (const reason of lost) {
      expect(reason).toMatchObject({
        kind: { code: occurrenceErrors.siteTaken.code },
        details: { by: [{ objectId: siteId, occurrenceId: won[0]?.id, ...when }] },
      });
    }
  });

  test('overlapping by a minute, with several sites in any order, no site is had twice and nothing is half there', async () => {
    const { occurrences, officer, bed } = meetings;
    const sites = [await own(), await own(), await own()];
    const { startsAt } = anHour();
    const all = Array.from({ length: 50 }, (_, index) => {
      const begin = Date.parse(startsAt) + (index % 5) * 59 * 60_000;
      const turned = [...sites.slice(index % 3), ...sites.slice(0, index % 3)];
      return occurrences.make(
        complete(meetings, '', {
          title: `Lượt ${index}`,
          startsAt: new Date(begin).toISOString(),
          endsAt: new Date(begin + 3_600_000).toISOString(),
          sites: turned.map((siteId, place) => ({
            siteId,
            role: place === 0 ? ('main' as const) : ('member' as const),
            expected: 1,
          })),
        }),
        officer,
      );
    });
    const results = await Promise.allSettled(all);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ kind: { code: occurrenceErrors.siteTaken.code } });
    }
    const overlaps = await bed.sql(
      `SELECT 1 FROM meetings.occurrence_sites a JOIN meetings.occurrence_sites b ON a.site_id = b.site_id
         AND a.occurrence_id < b.occurrence_id AND a.during && b.during AND a.booked AND b.booked`,
    );
    expect(overlaps).toEqual([]);
    const halves = await bed.sql(
      `SELECT 1 FROM meetings.occurrences o WHERE title LIKE 'Lượt%'
         AND (SELECT count(*) FROM meetings.occurrence_sites os WHERE os.occurrence_id = o.id) <> 3`,
    );
    expect(halves).toEqual([]);
  });

  test('who has it is not told to who may not see it', async () => {
    const { occurrences, make, school, province, sibling } = meetings;
    const siteId = await site(meetings, [province, school]);
    const meeting = await scheduled(meetings, siteId);
    const { startsAt, endsAt } = meeting;
    const secretary = holding('secretary', sibling, await make.user('Thư Ký Mẫu', sibling));
    const clash = occurrences.make(
      complete(meetings, siteId, { unitId: sibling, startsAt, endsAt }),
      secretary,
    );
    await expect(clash).rejects.toMatchObject({
      details: { by: [{ objectId: siteId, occurrenceId: null, title: null, startsAt, endsAt }] },
    });
  });

  test('a room is had by one meeting at a time', async () => {
    const { occurrences, officer, make, province } = meetings;
    const room = await make.room([province]);
    const when = anHour();
    const both = [await own(), await own()].map((siteId) =>
      occurrences.make(complete(meetings, siteId, { ...when, roomId: room.id }), officer),
    );
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost).toMatchObject({ reason: { kind: { code: occurrenceErrors.roomTaken.code } } });
  });
});

test('of two leaders who decide at once, one decides', async () => {
  const { occurrences, officer, leader, bed, province, make } = meetings;
  const draft = await occurrences.make(complete(meetings, await own()), officer);
  const { version } = await occurrences.submit({ occurrenceId: draft.id, version: draft.version }, officer);
  const another = holding('leader', province, await make.user('Phạm Văn Mẫu', province));
  const requests = bed.client(RequestsClient);
  const results = await Promise.allSettled([
    requests.approve({ occurrenceId: draft.id, version }, leader),
    requests.reject({ occurrenceId: draft.id, version, reason: 'Chưa cần' }, another),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

describe('meetings of a series', () => {
  const dateOf = (nominal: string): PlannedDate => ({
    nominal,
    outcome: 'asPlanned',
    day: nominal,
    startsAt: `${nominal}T01:00:00.000Z`,
    endsAt: `${nominal}T03:00:00.000Z`,
    reason: null,
  });
  const days = ['2032-01-25', '2032-02-25', '2032-03-25'];

  async function series(mainSite: string, roomId: string | null = null) {
    const { province, chair, bed } = meetings;
    const template: SeriesTemplate = {
      roomId,
      chairId: chair.userId,
      directorId: null,
      secretaryId: null,
      composition: 'Lãnh đạo các đơn vị',
      sites: [{ siteId: mainSite, role: 'main', expected: 20 }],
      agenda: [{ title: 'Giao ban', unitId: null, minutes: 60, dueDays: 3 }],
      dispatch: null,
    };
    const id = randomUUID();
    const times = `'FREQ=MONTHLY;BYMONTHDAY=25', '2032-01-25', '08:00', 120, 'keep', 'active'`;
    await bed.sql(
      `INSERT INTO meetings.series (id, unit_id, unit_path, unit_name, kind, title, rule, first_day, starts_at,
         duration_min, shift, state, template) VALUES ($1, $2, $3, 'Sở mẫu', 'briefing', 'Giao ban', ${times}, $4)`,
      [id, province, [province], JSON.stringify(template)],
    );
    const unit = {
      unitId: province,
      unitPath: [province],
      unitName: 'Sở mẫu',
      level: null,
      zone: 'Asia/Ho_Chi_Minh',
    };
    return { id, ...unit, kind: 'briefing' as const, title: 'Giao ban', template };
  }

  const make = (of: Awaited<ReturnType<typeof series>>, dates = days) =>
    meetings.bed
      .part(DataSource)
      .transaction((manager) => meetings.bed.part(MakingService).make(manager, of, dates.map(dateOf)));

  test('are made once by whoever makes them, complete, and told once each (I11)', async () => {
    const facts = meetings.bed.listen(OccurrenceFacts.scheduled);
    const of = await series(await own());
    const made = await Promise.all(Array.from({ length: 6 }, () => make(of)));
    expect(
      made
        .flat()
        .map(({ nominal }) => nominal)
        .sort(),
    ).toEqual(days);
    const ids = new Set(made.flat().map(({ id }) => id));
    await eventually(
      () => facts.filter(({ occurrenceId }) => ids.has(occurrenceId)),
      (told) => told.length === 3,
    );
    const { items } = await meetings.occurrences.list({ seriesId: of.id }, meetings.officer);
    expect(items).toMatchObject(
      days.map((nominalDate) => ({ nominalDate, state: 'scheduled', conflicted: false })),
    );
    const whole = await meetings.occurrences.find({ occurrenceId: items[0]?.id ?? '' }, meetings.officer);
    expect(whole).toMatchObject({ missing: [], sites: [{ role: 'main', expected: 20 }] });
    expect(await make(of)).toEqual([]);
  });

  test('whose site somebody has are drafts that say so, and the others are not concerned', async () => {
    const { occurrences, officer } = meetings;
    const siteId = await own();
    await scheduled(meetings, siteId, {
      startsAt: '2032-02-25T02:00:00.000Z',
      endsAt: '2032-02-25T04:00:00.000Z',
    });
    const made = await make(await series(siteId));
    expect(made.map(({ conflicted }) => conflicted)).toEqual([false, true, false]);
    const [, taken] = made;
    const draft = await occurrences.find({ occurrenceId: taken?.id ?? '' }, officer);
    expect(draft).toMatchObject({
      state: 'draft',
      sites: [],
      conflicts: [{ kind: 'site', id: siteId, role: 'main' }],
      missing: ['mainSite', 'noConflict'],
    });
    expect((await occurrences.list({ conflicted: true }, officer)).items.map(({ id }) => id)).toContain(
      draft.id,
    );
    // Somebody decides: another time, with the site.
    const sites = [{ siteId, role: 'main' as const, expected: 20 }];
    const settled = await occurrences.change(
      { occurrenceId: draft.id, version: draft.version, ...anHour(), sites },
      officer,
    );
    expect(settled).toMatchObject({ conflicts: [], missing: [], edited: true });
    const done = await occurrences.schedule({ occurrenceId: draft.id, version: settled.version }, officer);
    expect(done.state).toBe('scheduled');
  });

  test('whose room somebody has are made without it', async () => {
    const { occurrences, officer, make: maker, province } = meetings;
    const room = await maker.room([province]);
    await scheduled(meetings, await own(), {
      roomId: room.id,
      startsAt: '2032-01-25T02:00:00.000Z',
      endsAt: '2032-01-25T02:30:00.000Z',
    });
    const [first, second] = await make(await series(await own(), room.id));
    const states = [first, second].map((one) => occurrences.find({ occurrenceId: one?.id ?? '' }, officer));
    await expect(Promise.all(states)).resolves.toMatchObject([
      { state: 'draft', room: null, conflicts: [{ kind: 'room', id: room.id }] },
      { state: 'scheduled', room: { id: room.id }, conflicts: [] },
    ]);
  });
});
