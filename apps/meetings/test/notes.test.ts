import { AuditFacts, type AuditNoted } from '@diemcau/contracts/core/audit';
import type { UserCaller } from '@diemcau/contracts/core/caller';
import { FilesClient } from '@diemcau/contracts/meetings/files';
import { noteErrors, NotesClient, type WriteNote } from '@diemcau/contracts/meetings/notes';
import { FeedbackClient, feedbackErrors } from '@diemcau/contracts/meetings/notes-feedback';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { makeProvince, type Province } from './equipment.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { pdf, SiteMaker } from './sites.js';

let bed: TestBed;
let make: Maker;
let home: Province;
let notes: NotesClient;
/** A teacher of the first school without a right to read notes. */
let subject: UserCaller;
/** Reads notes of the first school. */
let leader: UserCaller;
let outsiders: UserCaller[];
let noted: AuditNoted[];

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  noted = bed.listen(AuditFacts.noted);
  home = await makeProvince(bed, make);
  notes = bed.client(NotesClient);
  const [first, second] = home.schools;
  subject = holding('teacher', first, await make.user('Nguyễn Văn Mẫu', first));
  leader = holding('leader', first, await make.user('Trần Thị Mẫu', first));
  const far = await makeProvince(bed, make, 'Xa');
  outsiders = [
    holding('teacher', first),
    holding('secretary', first),
    holding('siteOperator', first),
    holding('unitOperator', first),
    holding('leader', second),
    holding('departmentAdmin', second),
    far.admin,
  ];
}, 60_000);
afterAll(() => bed.stop());

const failing = (kind: { code: string }) => ({
  kind: expect.objectContaining({ code: kind.code }) as unknown,
});
const draft = (more: Partial<WriteNote> = {}) =>
  notes.write(
    {
      kind: 'violation',
      unitId: home.schools[0],
      subjectId: subject.userId,
      happenedOn: '2026-10-14',
      title: 'Di chuyển thiết bị',
      text: 'Tự ý di chuyển camera.',
      ...more,
    },
    home.admin,
  );
const sees = async (noteId: string, caller: UserCaller): Promise<boolean> => {
  const found = await notes.find({ noteId }, caller).then(
    () => true,
    (error: unknown) => {
      expect(error).toMatchObject(failing(noteErrors.notFound));
      return false;
    },
  );
  const listed = (await notes.list({ limit: 200 }, caller)).items.some(({ id }) => id === noteId);
  expect(listed).toBe(found);
  return found;
};

describe('notes of commendation and violation (HB-12, I32)', () => {
  test('a draft is for those who write notes there, never for its subject', async () => {
    const { id } = await draft();
    expect(await sees(id, home.admin)).toBe(true);
    for (const caller of [subject, leader, ...outsiders]) expect(await sees(id, caller)).toBe(false);
    const powerful = holding('departmentAdmin', home.department, subject.userId);
    expect(await sees(id, powerful)).toBe(false);
  });

  test('a published one is for its subject, without any right, and those who read notes of the unit', async () => {
    const { id, version } = await draft();
    await notes.publish({ noteId: id, version }, home.admin);
    for (const caller of [home.admin, subject, leader]) expect(await sees(id, caller)).toBe(true);
    for (const caller of outsiders) expect(await sees(id, caller)).toBe(false);
    const elsewhere = holding('teacher', home.schools[1], subject.userId);
    expect(await sees(id, elsewhere)).toBe(true);
  });

  test('one about a unit is for whoever reads notes there, and not for everybody in it', async () => {
    const { id, version } = await draft({ subjectId: null, kind: 'commendation' });
    await notes.publish({ noteId: id, version }, home.admin);
    expect(await sees(id, leader)).toBe(true);
    for (const caller of [subject, ...outsiders]) expect(await sees(id, caller)).toBe(false);
  });

  test('its evidence goes with it: neither the note’s outsiders nor the unit’s others get at the file', async () => {
    const { id: evidenceId } = await new SiteMaker(bed).file('document', pdf, home.admin);
    const { id: noteId, version } = await draft({ evidenceId });
    const files = bed.client(FilesClient);
    const read = (caller: UserCaller) => notes.readEvidence({ noteId, from: 0 }, caller);
    await expect(read(subject)).rejects.toMatchObject(failing(noteErrors.notFound));
    await notes.publish({ noteId, version }, home.admin);
    for (const caller of [home.admin, subject, leader]) {
      expect(Buffer.from((await read(caller)).data, 'base64')).toEqual(pdf);
      expect(await notes.evidence({ noteId }, caller)).toMatchObject({ mediaType: 'application/pdf' });
    }
    for (const caller of outsiders) {
      await expect(read(caller)).rejects.toMatchObject(failing(noteErrors.notFound));
      await expect(files.read({ fileId: evidenceId, from: 0 }, caller)).rejects.toMatchObject(
        failing({ code: 'files.notFound' }),
      );
    }
    expect(JSON.stringify(await notes.find({ noteId }, subject))).not.toContain(evidenceId);
  });

  test('what was published is corrected and never changed, not even in the database', async () => {
    const { id: noteId, version } = await draft();
    await expect(notes.correct({ noteId, text: 'x' }, home.admin)).rejects.toMatchObject(
      failing(noteErrors.notPublished),
    );
    const published = await notes.publish({ noteId, version }, home.admin);
    const change = { noteId, version: published.version, title: 'Khác' };
    await expect(notes.change(change, home.admin)).rejects.toMatchObject(failing(noteErrors.published));
    await expect(notes.discard({ noteId }, home.admin)).rejects.toMatchObject(failing(noteErrors.published));
    await expect(notes.correct({ noteId, text: 'x' }, leader)).rejects.toMatchObject(
      failing({ code: 'common.notAllowed' }),
    );
    await notes.correct({ noteId, text: 'Ngày xảy ra là 13/10.' }, home.admin);
    const seen = await notes.find({ noteId }, subject);
    expect(seen.corrections).toMatchObject([{ text: 'Ngày xảy ra là 13/10.' }]);
    expect(seen.title).toBe('Di chuyển thiết bị');
    await expect(bed.sql(`UPDATE meetings.notes SET text = 'x' WHERE id = $1`, [noteId])).rejects.toThrow(
      'a published note is not changed',
    );
  });

  test('nobody writes about themselves, about strangers, or where they may not', async () => {
    await expect(draft({ subjectId: home.admin.userId, unitId: home.department })).rejects.toMatchObject(
      failing(noteErrors.aboutOneself),
    );
    const stranger = await make.user('Lê Văn Mẫu', home.schools[1]);
    await expect(draft({ subjectId: stranger })).rejects.toMatchObject(failing(noteErrors.noSubject));
    const input = {
      kind: 'violation',
      unitId: home.schools[0],
      happenedOn: '2026-10-14',
      title: 'a',
      text: 'b',
    } as const;
    await expect(notes.write(input, leader)).rejects.toMatchObject(failing({ code: 'units.notFound' }));
  });

  test('the audit log knows that there is one, and not what it says', async () => {
    const { id } = await draft({ title: 'Chuyện kín', text: 'Rất kín' });
    const about = () => noted.filter(({ objectId }) => objectId === id);
    const told = await eventually(about, ({ length }) => length > 0);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('kín');
    expect(JSON.stringify(told)).not.toContain(subject.userId);
  });
});

test('a problem that anybody reports is answered from above, and seen by nobody beside (HB-12)', async () => {
  const feedback = bed.client(FeedbackClient);
  const [unitId] = home.schools;
  const reported = await feedback.report({ unitId, title: 'Đường truyền đứt', text: 'Buổi chiều' }, subject);
  expect(reported).toMatchObject({ state: 'open', mine: true, mayAnswer: false });
  const { id: feedbackId, version } = reported;
  for (const caller of [home.teacher, home.neighbour, holding('departmentAdmin', home.schools[1])]) {
    await expect(feedback.find({ feedbackId }, caller)).rejects.toMatchObject(
      failing(feedbackErrors.notFound),
    );
    expect((await feedback.list({}, caller)).total).toBe(0);
  }
  const answering = ['Sẽ nâng cấp', 'Đã báo nhà mạng'].map((answer) =>
    feedback.answer({ feedbackId, version, answer }, home.admin),
  );
  const outcomes = await Promise.allSettled(answering);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const answered = await feedback.find({ feedbackId }, subject);
  expect(answered.state).toBe('answered');
  const closed = await feedback.close({ feedbackId, version: answered.version }, subject);
  expect(closed.state).toBe('closed');
  await expect(
    feedback.answer({ feedbackId, version: closed.version, answer: 'x' }, home.admin),
  ).rejects.toMatchObject(failing(feedbackErrors.closed));
});
