import { RemindersClient } from '@diemcau/contracts/meetings/reminders';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { RemindersJob } from '../src/reminders/reminders.job.js';
import { holding, startMeetings } from './meetings.js';
import { type Convened, Convener, type Reminded } from './reminding.js';

const dayMs = 86_400_000;
const startsAt = new Date('2031-03-25T01:00:00Z');
const daysBefore = (days: number): Date => new Date(startsAt.getTime() - days * dayMs);

let bed: TestBed;
let convener: Convener;
let path: string[];
let people: Reminded['people'];
let meeting: Convened;

async function at(moment: Date): Promise<void> {
  bed.part(Clock).now = () => moment;
  await bed.part(RemindersJob).run();
}

const owed = async (): Promise<string[]> =>
  (await convener.reminders(meeting.id)).filter((line) => !line.includes('start'));

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

/** What the meeting's page says of what is not about its start. */
const listed = async (): Promise<string[]> => {
  const caller = holding('departmentAdmin', path[0] ?? '');
  const { items } = await bed.client(RemindersClient).list({ occurrenceId: meeting.id }, caller);
  return items
    .filter(({ about }) => about !== 'start')
    .map(({ id, subject, unitName, personName, state, people }) =>
      [id === null ? 'rule' : 'row', subject ?? '-', unitName ?? '-', personName ?? '-', state, people].join(
        ', ',
      ),
    );
};

describe('an agenda item', () => {
  const item = randomUUID();
  beforeEach(() =>
    bed.sql(
      `INSERT INTO meetings.agenda_items (id, occurrence_id, position, title, minutes, unit_id, unit_path, unit_name, due_at,
         starts_at)
       VALUES ($1, $2, 1, 'Báo cáo thu chi', 30, $3, $4, 'Trường mẫu', $5, $6)`,
      [item, meeting.id, path.at(-1), path, daysBefore(5), startsAt],
    ),
  );

  it('is asked for two days before it is due, of who runs the unit’s site', async () => {
    await at(daysBefore(7));
    await at(daysBefore(7));
    expect(await owed()).toEqual(['0 agenda 2880 sent 1']);
    expect(await convener.mailed(meeting.id)).toContain(people.operatorId);
  });

  it('is listed with its unit from the day the meeting is known: by the rule, as a row, as sent', async () => {
    const of = (kind: string, end: string) => [`${kind}, Báo cáo thu chi, Trường mẫu, -, ${end}`];
    await at(daysBefore(20));
    expect(await listed()).toEqual(of('rule', 'planned, 0'));
    await at(daysBefore(8));
    expect(await listed()).toEqual(of('row', 'planned, 0'));
    await at(daysBefore(7));
    expect(await listed()).toEqual(of('row', 'sent, 1'));
  });

  it('is not asked for once it is submitted', async () => {
    await at(daysBefore(8));
    await bed.sql(
      `UPDATE meetings.agenda_items SET state = 'submitted', submitted_at = now() WHERE id = $1`,
      [item],
    );
    await at(daysBefore(7));
    expect(await owed()).toEqual(['0 agenda 2880 dropped 0']);
  });

  it('is not asked for when it is late already: that is seen elsewhere', async () => {
    await at(daysBefore(4));
    expect(await owed()).toEqual(['0 agenda 2880 missed 0']);
  });
});

describe('an invitation', () => {
  const [ofSite, ofPerson] = [randomUUID(), randomUUID()];
  beforeEach(async () => {
    await bed.sql(
      `INSERT INTO meetings.invited_meetings (occurrence_id, uid, sequence, starts_at, ends_at, told, version, changed_at)
       SELECT id, id::text, sequence, starts_at, ends_at, '', version, now() FROM meetings.occurrences`,
    );
    await bed.sql(
      `INSERT INTO meetings.invitations (id, occurrence_id, site_id, site_role, user_id, invited_as, state, sent_at)
       VALUES ($1, $3, $4, 'main', NULL, NULL, 'sent', $6), ($2, $3, NULL, NULL, $5, 'chair', 'viewed', $6)`,
      [ofSite, ofPerson, meeting.id, meeting.siteId, people.chairId, daysBefore(20)],
    );
  });

  it('is reminded of three days after it went out: the site’s operators, or the person', async () => {
    await at(daysBefore(17));
    expect(await owed()).toEqual(['0 answer 4320 sent 1', '0 answer 4320 sent 1']);
    expect((await convener.mailed(meeting.id)).sort()).toEqual([people.operatorId, people.chairId].sort());
  });

  it('is listed with the site or the person who has not answered', async () => {
    await at(daysBefore(20));
    expect((await listed()).sort()).toEqual(
      [
        `rule, ${meeting.siteId}, Trường mẫu, -, planned, 0`,
        'rule, -, -, Người Chủ Trì Mẫu, planned, 0',
      ].sort(),
    );
  });

  it('that was answered meanwhile is not reminded of', async () => {
    await at(daysBefore(18));
    await bed.sql(`UPDATE meetings.invitations SET state = 'accepted', answered_at = now() WHERE id = $1`, [
      ofSite,
    ]);
    await at(daysBefore(17));
    expect(await owed()).toEqual(['0 answer 4320 dropped 0', '0 answer 4320 sent 1']);
    expect(await convener.mailed(meeting.id)).toEqual([people.chairId]);
  });
});
