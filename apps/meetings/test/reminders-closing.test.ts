import { ClosingChecksClient } from '@diemcau/contracts/meetings/closing';
import { RemindersClient } from '@diemcau/contracts/meetings/reminders';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { RemindersJob } from '../src/reminders/reminders.job.js';
import { holding, startMeetings } from './meetings.js';
import { type Convened, Convener, type Reminded } from './reminding.js';

const startsAt = new Date('2031-03-25T01:00:00Z');
/** The meeting is an hour long, and ended by the clock. */
const hoursAfterEnd = (hours: number): Date => new Date(startsAt.getTime() + (1 + hours) * 3_600_000);

let bed: TestBed;
let convener: Convener;
let path: string[];
let people: Reminded['people'];
let meeting: Convened;

/** Two replicas. */
async function at(moment: Date): Promise<void> {
  bed.part(Clock).now = () => moment;
  const job = bed.part(RemindersJob);
  await Promise.all([job.run(), job.run()]);
}
const closing = async (): Promise<string[]> =>
  (await convener.reminders(meeting.id)).filter((line) => line.includes('closing'));
/** Of this kind alone. */
const mailed = async (): Promise<string[]> => {
  const rows = await bed.sql<{ userId: string }>(
    `SELECT mail.user_id AS "userId" FROM meetings.outgoing_mails mail
     JOIN meetings.reminders reminder ON mail.key LIKE 'reminder:' || reminder.id || ':%'
     WHERE reminder.about = 'closing'`,
  );
  return rows.map(({ userId }) => userId);
};
const end = (state: string) =>
  bed.sql('UPDATE meetings.occurrences SET state = $2 WHERE id = $1', [meeting.id, state]);

beforeAll(async () => {
  const started = await startMeetings();
  ({ bed } = started);
  convener = new Convener(bed);
  ({ path, people } = await convener.school(started.make));
}, 60_000);
afterAll(() => bed.stop());

beforeEach(async () => {
  await bed.sql('TRUNCATE meetings.occurrences, meetings.outgoing_mails CASCADE');
  meeting = await convener.meeting({ path, startsAt, ...people });
});

describe('a site that nobody closed after the meeting (HB-9.2f)', () => {
  it('is reminded of two hours later, its operator exactly once, whoever looks how often', async () => {
    await at(hoursAfterEnd(-0.5));
    expect(await closing()).toEqual([]);
    await end('ended');
    await at(hoursAfterEnd(1));
    expect(await closing()).toEqual(['0 closing 120 planned 0']);
    for (const hours of [2, 2, 3, 48]) await at(hoursAfterEnd(hours));
    expect(await closing()).toEqual(['0 closing 120 sent 1']);
    expect(await mailed()).toEqual([people.operatorId]);
  });

  it('is listed on the meeting’s page with its site and unit', async () => {
    await end('ended');
    await at(hoursAfterEnd(3));
    const caller = holding('departmentAdmin', path[0] ?? '');
    const { items } = await bed.client(RemindersClient).list({ occurrenceId: meeting.id }, caller);
    expect(items.filter(({ about }) => about === 'closing')).toMatchObject([
      { minutes: 120, state: 'sent', people: 1, subject: meeting.siteId, unitName: 'Trường mẫu', to: [] },
    ]);
  });

  it('is reminded of no more once it is closed', async () => {
    await end('ended');
    await at(hoursAfterEnd(1));
    const client = bed.client(ClosingChecksClient);
    const operator = holding('siteOperator', path[1] ?? '', people.operatorId);
    const ref = { occurrenceId: meeting.id, siteId: meeting.siteId };
    const { expected } = await client.look(ref, operator);
    await client.submit({ ...ref, items: expected.map(({ key }) => ({ key, answer: 'ok' })) }, operator);
    await at(hoursAfterEnd(2));
    expect(await closing()).toEqual(['0 closing 120 dropped 0']);
  });

  it('is not, when the meeting was called off, or is over for longer than it may be closed', async () => {
    await end('cancelled');
    await at(hoursAfterEnd(3));
    expect(await closing()).toEqual([]);
    await end('ended');
    await at(hoursAfterEnd(24 * 14));
    expect(await closing()).not.toContainEqual(expect.stringContaining('sent'));
    expect(await mailed()).toEqual([]);
  });
});
