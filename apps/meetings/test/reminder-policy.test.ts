import { AuditFacts } from '@diemcau/contracts/core/audit';
import { commonFailures } from '@diemcau/contracts/core/failure';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { reminderErrors, type ReminderRule, RemindersClient } from '@diemcau/contracts/meetings/reminders';
import { Clock } from '@diemcau/service/time/clock';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { RemindersJob } from '../src/reminders/reminders.job.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { Convener } from './reminding.js';

let bed: TestBed;
let make: Maker;
let reminders: RemindersClient;
let convener: Convener;

const dayBefore: ReminderRule = { about: 'start', minutes: 1440, to: ['secretary'] };

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  reminders = bed.client(RemindersClient);
  convener = new Convener(bed);
}, 60_000);
afterAll(() => bed.stop());

const failing = (kind: { code: string }) => ({ kind: { code: kind.code } });

/** A province nobody else knows, and a school in it. */
async function province() {
  const id = await make.unit('Sở mẫu');
  const unitId = await make.unit('Trường mẫu', id);
  return { id, unitId, admin: holding('departmentAdmin', id), path: [id, unitId] };
}

describe('the reminder policy of a province', () => {
  it('is the product’s own until the province decides, and shown to everybody there', async () => {
    const { id, unitId, admin } = await province();
    const shown = await reminders.policy({}, holding('teacher', unitId));
    expect(shown).toMatchObject({ provinceId: id, version: 0, changeable: false });
    expect(shown.rules.map(({ about, minutes }) => `${about} ${minutes}`)).toEqual([
      'start 10080',
      'start 1440',
      'start 60',
      'agenda 2880',
      'answer 4320',
      'closing 120',
    ]);
    expect(await reminders.policy({}, admin)).toMatchObject({ changeable: true });
  });

  it('is changed by who manages meetings of the province, with an entry in the audit log', async () => {
    const { id, admin } = await province();
    const noted = bed.listen(AuditFacts.noted);
    const changed = await reminders.changePolicy({ version: 0, rules: [dayBefore] }, admin);
    expect(changed).toEqual({ provinceId: id, version: 1, rules: [dayBefore], changeable: true });
    expect(await reminders.policy({}, admin)).toEqual(changed);
    await eventually(
      () => noted.filter(({ objectId }) => objectId === id),
      (entries) => entries.length === 1 && entries[0]?.action === 'reminders.changePolicy',
    );
  });

  it('is not another province’s, and not a school’s, to change', async () => {
    const [mine, theirs] = [await province(), await province()];
    const change = { version: 0, rules: [dayBefore] };
    await expect(
      reminders.changePolicy(change, holding('departmentAdmin', mine.unitId)),
    ).rejects.toMatchObject(failing(commonFailures.notAllowed));
    const foreign = { ...change, provinceId: theirs.id };
    await expect(reminders.changePolicy(foreign, mine.admin)).rejects.toMatchObject(
      failing(commonFailures.notFound),
    );
    await expect(reminders.policy({ provinceId: theirs.id }, mine.admin)).rejects.toMatchObject(
      failing(commonFailures.notFound),
    );
  });

  it('of two changes at one moment one is made, the other is told (412)', async () => {
    const { admin } = await province();
    const results = await Promise.allSettled(
      [60, 120].map((minutes) =>
        reminders.changePolicy({ version: 0, rules: [{ ...dayBefore, minutes }] }, admin),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: failing(reminderErrors.changed),
    });
  });

  it.each([
    ['two of the same', [dayBefore, dayBefore], reminderErrors.twice],
    ['a start that nobody hears of', [{ ...dayBefore, to: [] }], reminderErrors.recipients],
    ['one four minutes before', [{ ...dayBefore, minutes: 4 }], commonFailures.invalid],
    [
      'twenty-one of them',
      Array.from({ length: 21 }, (_, i) => ({ ...dayBefore, minutes: 60 + i })),
      commonFailures.invalid,
    ],
  ] satisfies [string, ReminderRule[], { code: string }][])('refuses %s', async (_, rules, kind) => {
    const { admin } = await province();
    await expect(reminders.changePolicy({ version: 0, rules }, admin)).rejects.toMatchObject(failing(kind));
    expect(await reminders.policy({}, admin)).toMatchObject({ version: 0 });
  });

  it('holds at once for what is planned: recipients, times, and what is no longer wanted', async () => {
    const { admin, unitId, path } = await province();
    const now = new Date('2031-03-23T02:00:00Z');
    bed.part(Clock).now = () => now;
    const chairId = await make.user('Người Chủ Trì Mẫu', unitId);
    const startsAt = new Date('2031-03-25T01:00:00Z');
    const meeting = await convener.meeting({ path, startsAt, operatorId: chairId, chairId });
    await bed.part(RemindersJob).run();
    const states = async () =>
      (await reminders.list({ occurrenceId: meeting.id }, admin)).items.map(
        ({ minutes, state }) => `${minutes} ${state}`,
      );
    expect(await states()).toEqual(['10080 sent', '1440 planned', '60 planned']);
    await reminders.changePolicy(
      { version: 0, rules: [{ ...dayBefore, minutes: 120, to: ['chair'] }] },
      admin,
    );
    await bed.part(RemindersJob).run();
    expect(await states()).toEqual(['10080 sent', '120 planned']);
    const reader = holding('teacher', unitId);
    await expect(reminders.list({ occurrenceId: meeting.id }, reader)).rejects.toMatchObject(
      failing(commonFailures.notAllowed),
    );
    const stranger = holding('departmentAdmin', (await province()).id);
    await expect(reminders.list({ occurrenceId: meeting.id }, stranger)).rejects.toMatchObject(
      failing(occurrenceErrors.notFound),
    );
  });
});
