import { AuditFacts } from '@diemcau/contracts/core/audit';
import { commonFailures } from '@diemcau/contracts/core/failure';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { type AskForMeeting, RequestsClient } from '@diemcau/contracts/meetings/requests';
import { eventually } from '@diemcau/testing/service';
import { holding } from './meetings.js';
import { anHour, complete, holdingAll, type Meetings, site, startOccurrences } from './occurrences.js';

let meetings: Meetings;
let requests: RequestsClient;
let mainSite: string;

beforeAll(async () => {
  meetings = await startOccurrences();
  requests = meetings.bed.client(RequestsClient);
  mainSite = await site(meetings, [meetings.province]);
}, 60_000);
afterAll(() => meetings.bed.stop());

const wanted = (more: Partial<AskForMeeting> = {}): AskForMeeting => ({
  ...complete(meetings, mainSite),
  unitId: meetings.school,
  urgent: false,
  reason: 'Bàn về kỳ thi sắp tới',
  ...more,
});
const at = ({ id, version }: { id: string; version: number }) => ({ occurrenceId: id, version });

describe('a request of a unit', () => {
  test('goes to the department, which owns the meeting from then on (HB-4.2)', async () => {
    const { school, province, leader } = meetings;
    const head = holding('leader', school);
    const asked = await requests.ask(wanted(), head);
    expect(asked).toMatchObject({ state: 'pendingApproval', unitId: province, requestingUnitId: school });
    const { items } = await requests.list({ view: 'toDecide', limit: 200 }, leader);
    expect(items).toContainEqual(
      expect.objectContaining({ id: asked.id, decidable: true, reason: 'Bàn về kỳ thi sắp tới' }),
    );
    expect((await requests.list({ view: 'own' }, head)).items.map(({ id }) => id)).toEqual([asked.id]);
    await expect(requests.approve(at(asked), head)).rejects.toThrow(commonFailures.notAllowed.code);
    const approved = await requests.approve(at(asked), leader);
    expect(approved.state).toBe('scheduled');
    expect(
      (await requests.list({ view: 'decided', limit: 200 }, leader)).items.map(({ id }) => id),
    ).toContain(asked.id);
  });

  test('is never approved by its author, not even with every right, nor in the database (I12)', async () => {
    const { province, make, bed } = meetings;
    const everything = holdingAll(
      ['departmentAdmin', 'leader'],
      province,
      await make.user('Vũ Văn Mẫu', province),
    );
    const asked = await requests.ask(wanted({ unitId: province }), everything);
    await expect(requests.approve(at(asked), everything)).rejects.toThrow(occurrenceErrors.ownWork.code);
    expect(asked.actions).not.toContain('approve');
    const forced = bed.sql('UPDATE meetings.occurrences SET approved_by = author_id WHERE id = $1', [
      asked.id,
    ]);
    await expect(forced).rejects.toThrow('check constraint');
  });

  test('is refused with a reason, mended by its author, and submitted anew', async () => {
    const { school, leader, occurrences } = meetings;
    const head = holding('leader', school);
    const asked = await requests.ask(wanted({ composition: null }), head);
    await expect(requests.approve(at(asked), leader)).rejects.toMatchObject({
      kind: { code: occurrenceErrors.incomplete.code },
      details: { missing: ['composition'] },
    });
    const reason = 'Chưa rõ thành phần';
    const refused = await requests.reject({ ...at(asked), reason }, leader);
    expect(refused).toMatchObject({ state: 'rejected', reason });
    const draft = await requests.takeBack({ occurrenceId: asked.id }, head);
    const mended = await occurrences.change({ ...at(draft), composition: 'Tổ trưởng chuyên môn' }, head);
    const again = await occurrences.submit(at(mended), head);
    const approved = await requests.approve(at(again), leader);
    expect(approved.state).toBe('scheduled');
    await expect(occurrences.change({ ...at(approved), title: 'Khác' }, head)).rejects.toThrow(
      commonFailures.notAllowed.code,
    );
  });

  test('is not approved once its time is over: it is given another time and submitted anew', async () => {
    const { school, leader, bed, occurrences } = meetings;
    const head = holding('leader', school);
    const asked = await requests.ask(wanted(), head);
    await bed.sql(
      `UPDATE meetings.occurrences SET starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'
       WHERE id = $1`,
      [asked.id],
    );
    await expect(requests.approve(at(asked), leader)).rejects.toThrow(occurrenceErrors.past.code);
    const draft = await requests.takeBack({ occurrenceId: asked.id }, head);
    await expect(occurrences.submit(at(draft), head)).rejects.toThrow(occurrenceErrors.past.code);
    const later = await occurrences.change({ ...at(draft), ...anHour() }, head);
    const approved = await requests.approve(at(await occurrences.submit(at(later), head)), leader);
    expect(approved.state).toBe('scheduled');
  });

  test('that is urgent comes first, and has its own entry in the audit log (HB-7.2)', async () => {
    const { school, leader, bed } = meetings;
    const noted = bed.listen(AuditFacts.noted);
    const head = holding('leader', school);
    await requests.ask(wanted(), head);
    const urgent = await requests.ask(wanted({ urgent: true }), head);
    const { items } = await requests.list({ view: 'toDecide' }, leader);
    expect(items[0]?.id).toBe(urgent.id);
    const first = await requests.list({ view: 'toDecide', limit: 1 }, leader);
    const second = await requests.list(
      { view: 'toDecide', limit: 1, cursor: first.nextCursor ?? '' },
      leader,
    );
    expect(second.items[0]?.id).toBe(items[1]?.id);
    await eventually(
      () => noted.some(({ action, objectId }) => action === 'requests.askUrgently' && objectId === urgent.id),
      Boolean,
    );
    const due = await bed.sql<{ same: boolean }>(
      `SELECT bool_and(i.due_at = o.starts_at) AS same FROM meetings.checklist_items i
       JOIN meetings.occurrences o ON o.id = i.occurrence_id WHERE o.id = $1`,
      [urgent.id],
    );
    expect(due).toEqual([{ same: true }]);
  });

  test('is asked for one’s own unit', async () => {
    const { school, sibling } = meetings;
    await expect(requests.ask(wanted(), holding('leader', sibling))).rejects.toThrow(
      unitErrors.notFound.code,
    );
    await expect(requests.ask(wanted(), holding('teacher', school))).rejects.toThrow(
      commonFailures.notAllowed.code,
    );
  });
});
