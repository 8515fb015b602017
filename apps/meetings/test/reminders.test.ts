import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { MeetingsModule } from '../src/meetings.module.js';
import { RemindersJob } from '../src/reminders/reminders.job.js';
import { startMeetings } from './meetings.js';
import { type Convened, Convener, type Reminded } from './reminding.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const startsAt = new Date('2031-03-25T01:00:00Z');
const before = (ms: number): Date => new Date(startsAt.getTime() - ms);

let bed: TestBed;
let jobs: RemindersJob[];
let convener: Convener;
let now: Date;
let path: string[];
let people: Reminded['people'];
let meeting: Convened;

/** Every replica looks at the same moment. */
async function at(moment: Date): Promise<void> {
  now = moment;
  await Promise.all(jobs.map((job) => job.run()));
}

beforeAll(async () => {
  const started = await startMeetings();
  ({ bed } = started);
  const first = { job: bed.part(RemindersJob), clock: bed.part(Clock) };
  await bed.serve(MeetingsModule, { name: 'meetings' });
  const second = { job: bed.part(RemindersJob), clock: bed.part(Clock) };
  for (const { clock } of [first, second]) clock.now = () => now;
  jobs = [first.job, second.job];
  convener = new Convener(bed);
  ({ path, people } = await convener.school(started.make));
}, 60_000);
afterAll(() => bed.stop());

beforeEach(async () => {
  await bed.sql('DELETE FROM meetings.occurrences');
  meeting = await convener.meeting({ path, startsAt, ...people });
});

const both = (): string[] => [people.operatorId, people.chairId].sort();

describe('reminders of a meeting', () => {
  it('go to operators and chair seven days, a day and an hour before, once each over all replicas', async () => {
    for (const ms of [8 * dayMs, 7 * dayMs, 3 * dayMs, dayMs, 2 * hourMs, hourMs, 0, -dayMs]) {
      await at(before(ms));
      await at(before(ms));
    }
    expect(await convener.reminders(meeting.id)).toEqual([
      '0 start 10080 sent 2',
      '0 start 1440 sent 2',
      '0 start 60 sent 2',
    ]);
    expect(await convener.mailed(meeting.id)).toEqual([...both(), ...both(), ...both()]);
  });

  it('are planned rows before they are due, and nothing is sent early', async () => {
    await at(before(8.5 * dayMs));
    expect(await convener.reminders(meeting.id)).toEqual(['0 start 10080 planned 0']);
    expect(await convener.mailed(meeting.id)).toEqual([]);
  });

  it('that came due while all was down are one letter, the last of them, not three', async () => {
    await at(before(20 * hourMs));
    expect(await convener.reminders(meeting.id)).toEqual([
      '0 start 10080 superseded 0',
      '0 start 1440 sent 2',
      '0 start 60 planned 0',
    ]);
    expect(await convener.mailed(meeting.id)).toEqual(both());
  });

  it('are missed, and not sent, once the meeting has begun', async () => {
    await at(before(2 * hourMs));
    await at(before(-1));
    expect(await convener.reminders(meeting.id)).toContain('0 start 60 missed 0');
    expect(await convener.mailed(meeting.id)).toEqual(both());
  });

  it('follow a meeting that is moved', async () => {
    await at(before(3 * dayMs));
    await bed.sql(
      `UPDATE meetings.occurrences SET starts_at = starts_at + interval '2 days', ends_at = ends_at + interval '2 days',
       sequence = 1 WHERE id = $1`,
      [meeting.id],
    );
    await at(before(3 * dayMs - 1));
    await at(before(dayMs));
    await at(before(-dayMs));
    expect(await convener.reminders(meeting.id)).toEqual([
      '0 start 10080 sent 2',
      '0 start 1440 dropped 0',
      // Who was reminded on that very day is not reminded again because the meeting moved by two days.
      '1 start 10080 superseded 0',
      '1 start 1440 sent 2',
      '1 start 60 planned 0',
    ]);
  });

  it('are dropped with a meeting that is cancelled', async () => {
    await at(before(8 * dayMs));
    await bed.sql(`UPDATE meetings.occurrences SET state = 'cancelled' WHERE id = $1`, [meeting.id]);
    await at(before(7 * dayMs));
    expect(await convener.reminders(meeting.id)).toEqual(['0 start 10080 dropped 0']);
    expect(await convener.mailed(meeting.id)).toEqual([]);
  });

  it('go to who runs the site when they are due, not when they were planned', async () => {
    await at(before(8 * dayMs));
    const [unitId = ''] = path.slice(-1);
    await bed.sql('DELETE FROM identity.roster_entries');
    await convener.onRoster(unitId, people.chairId);
    await at(before(7 * dayMs));
    expect(await convener.mailed(meeting.id)).toEqual([people.chairId]);
    await bed.sql('DELETE FROM identity.roster_entries');
    await convener.onRoster(unitId, people.operatorId);
  });
});
