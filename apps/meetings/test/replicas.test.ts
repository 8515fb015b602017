import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startMeetings } from './meetings.js';
import { Convener } from './reminding.js';
import { Replicas } from './replicas.js';
import { Planner } from './scheduling.js';

const [minuteMs, dayMs] = [60_000, 86_400_000];
const at = (day: string, time = '08:00'): Date => new Date(`${day}T${time}:00+07:00`);
const begin = at('2026-11-01', '00:00');
const end = at('2027-03-01', '00:00');
const standstill = { from: at('2026-12-20', '12:00'), to: at('2026-12-27', '12:00') };
/** 90 days after the end. */
const lastDay = '2027-05-30';

const mondays = (): string[] => {
  const days: string[] = [];
  for (let day = Date.parse('2026-11-02'); day <= Date.parse(lastDay); day += 7 * dayMs)
    days.push(new Date(day).toISOString().slice(0, 10));
  return days;
};

/** By the calendar on the wall: which day each nominal date is held on. */
const wanted: Record<
  string,
  { rule: string; shift: 'keep' | 'nextWorkingDay' | 'previousWorkingDay'; days: string[][] }
> = {
  briefing: {
    rule: 'FREQ=MONTHLY;BYMONTHDAY=25',
    shift: 'nextWorkingDay',
    days: [
      ...['2026-11-25', '2026-12-25', '2027-01-25', '2027-02-25', '2027-03-25'].map((day) => [day, day]),
      // 25 April 2027 is a Sunday.
      ['2027-04-25', '2027-04-26'],
      ['2027-05-25', '2027-05-25'],
    ],
  },
  activity: {
    rule: 'FREQ=MONTHLY;BYMONTHDAY=15',
    shift: 'previousWorkingDay',
    days: [
      // 15 November 2026 is a Sunday, 15 May 2027 a Saturday.
      ['2026-11-15', '2026-11-13'],
      ...['2026-12-15', '2027-01-15', '2027-02-15', '2027-03-15', '2027-04-15'].map((day) => [day, day]),
      ['2027-05-15', '2027-05-14'],
    ],
  },
  weekly: { rule: 'FREQ=WEEKLY;BYDAY=MO', shift: 'keep', days: mondays().map((day) => [day, day]) },
};

const leads = [10_080, 1440, 60];

/** Seeded, so that a failure can be seen again (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A midnight a week, and the minutes at which something is due; none of them during the standstill. */
function moments(): Date[] {
  const all = new Set<number>([standstill.to.getTime(), end.getTime()]);
  for (let day = begin.getTime(); day < end.getTime(); day += 7 * dayMs) all.add(day);
  for (const start of Object.values(wanted).flatMap(({ days }) =>
    days.map(([, day = '']) => at(day).getTime()),
  ))
    for (const lead of leads) all.add(start - lead * minuteMs);
  return [...all]
    .filter((time) => time >= begin.getTime() && time <= end.getTime())
    .filter((time) => time <= standstill.from.getTime() || time >= standstill.to.getTime())
    .sort((a, b) => a - b)
    .map((time) => new Date(time));
}

/** What becomes of a reminder that is looked for at these moments only. Null while it is not due. */
function outcome(start: Date, lead: number, looks: readonly Date[]): string | null {
  const due = start.getTime() - lead * minuteMs;
  const look = looks.find((time) => time.getTime() >= due)?.getTime();
  if (look === undefined) return null;
  if (start.getTime() <= look) return 'missed';
  const later = leads.some((one) => one < lead && start.getTime() - one * minuteMs <= look);
  return later ? 'superseded' : 'sent';
}

let bed: TestBed;
let replicas: Replicas;
const series = new Map<string, string>();

beforeAll(async () => {
  const started = await startMeetings();
  ({ bed } = started);
  const province = await started.make.unit('Sở mẫu');
  const unitId = await started.make.unit('Trường mẫu', province);
  await new Convener(bed).onRoster(unitId, await started.make.user('Người Vận Hành Mẫu', unitId));
  const planner = new Planner(bed);
  for (const [name, { rule, shift }] of Object.entries(wanted)) {
    const of = { path: [province, unitId], rule, shift, firstDay: '2026-11-01', chairId: randomUUID() };
    series.set(name, await planner.series(of));
  }
  replicas = new Replicas();
}, 90_000);
afterAll(async () => {
  await replicas.stop();
  await bed.stop();
});

test('three replicas, killed at random moments of four months, all of them down for a week: everything once, nothing missing', async () => {
  const looks = moments();
  const chance = random(20_261_101);
  replicas.set(begin);
  replicas.start(3);
  for (const look of looks) {
    if (look.getTime() === standstill.to.getTime()) await replicas.killAll();
    replicas.set(look);
    replicas.start(3);
    if (chance() < 0.1) {
      await sleep(chance() * 60);
      await replicas.kill(Math.floor(chance() * 3));
      replicas.start(3);
    }
    await replicas.finished(look);
  }
  await replicas.killAll();
  expect(replicas.kills).toBeGreaterThan(10);

  for (const [name, { days }] of Object.entries(wanted)) {
    const seriesId = series.get(name) ?? '';
    const made = await bed.sql<{ nominal: string; startsAt: Date }>(
      `SELECT nominal_date::text AS nominal, starts_at AS "startsAt" FROM meetings.occurrences
       WHERE series_id = $1 ORDER BY nominal_date`,
      [seriesId],
    );
    expect([name, made]).toEqual([name, days.map(([nominal, day = '']) => ({ nominal, startsAt: at(day) }))]);
    const reminded = await bed.sql<{ line: string }>(
      `SELECT nominal_date || ' ' || minutes || ' ' || reminder.state || ' ' || people || ' ' || (
         SELECT count(*) FROM meetings.outgoing_mails WHERE key LIKE 'reminder:' || reminder.id || ':%') AS line
       FROM meetings.reminders reminder JOIN meetings.occurrences occurrence ON occurrence.id = occurrence_id
       WHERE series_id = $1 AND about = 'start' AND due_at <= $2`,
      [seriesId, end],
    );
    const expected = days.flatMap(([nominal, day = '']) =>
      leads.flatMap((lead) => {
        const state = outcome(at(day), lead, looks);
        const people = state === 'sent' ? 2 : 0;
        return state ? [`${nominal} ${lead} ${state} ${people} ${people}`] : [];
      }),
    );
    expect(reminded.map(({ line }) => line).sort()).toEqual(expected.sort());
  }
  expect(await bed.sql('SELECT FROM meetings.missed_dates')).toEqual([]);
}, 180_000);
