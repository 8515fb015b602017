import type { UserCaller } from '@diemcau/contracts/core/caller';
import { type AddToRoster, RosterClient } from '@diemcau/contracts/identity/roster';
import { UserChangesClient } from '@diemcau/contracts/identity/users';
import { CertificateFacts } from '@diemcau/contracts/meetings/certificates';
import { eventually } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { type PeopleBed, startPeople } from './people-bed.js';

let people: PeopleBed;
let roster: RosterClient;
let changes: UserChangesClient;
let operator: UserCaller;

beforeAll(async () => {
  people = await startPeople();
  roster = people.bed.client(RosterClient);
  changes = people.bed.client(UserChangesClient);
  operator = await people.as('unitOperator', people.district);
});
afterAll(() => people.bed.stop());

const add = (of: Pick<AddToRoster, 'unitId' | 'userId'> & Partial<AddToRoster>) =>
  roster.add({ duties: 'Phụ trách chính', since: '2026-09-01', ...of }, operator);
const newSchool = (name: string) => people.make.unit(name, { parentId: people.district, type: 'school' });

test('a certificate of the province’s own training is a record until it is revoked (HB-11.2)', async () => {
  const unitId = await newSchool('Trường có chứng nhận');
  const account = { displayName: 'Võ Thị Học', unitId, kind: 'staff' as const };
  const { id: userId } = await changes.create(account, operator);
  const now = await add({ unitId, userId });
  const before = await add({ unitId, userId, since: '2025-01-01', until: '2025-12-31' });
  const certificateId = randomUUID();
  const recordsOf = async (entryId: string) => (await roster.find({ entryId }, operator)).training;
  await people.bed.tell(CertificateFacts.issued, {
    certificateId,
    userId,
    course: 'Vận hành điểm cầu',
    firstDay: '2026-10-01',
    lastDay: '2026-10-02',
    issuerName: 'Sở mẫu',
    number: '7/2026/CN-TH',
  });
  const [record] = await eventually(
    () => recordsOf(now.id),
    (all) => all.length === 1,
  );
  expect(record).toMatchObject({ date: '2026-10-02', issuer: 'Sở mẫu', certificateNo: '7/2026/CN-TH' });
  expect(await recordsOf(before.id)).toEqual([]);
  await people.bed.tell(CertificateFacts.revoked, { certificateId });
  const gone = eventually(
    () => recordsOf(now.id),
    (all) => all.length === 0,
  );
  await expect(gone).resolves.toEqual([]);
});

describe('a certificate that was issued before its holder runs a site (HB-11.2)', () => {
  const course = { course: 'Dạy học qua cầu truyền hình', firstDay: '2026-03-02', lastDay: '2026-03-03' };
  const certified = async (userId: string): Promise<string> => {
    const certificateId = randomUUID();
    const issued = { certificateId, userId, ...course, issuerName: 'Sở mẫu', number: '9/2026/CN-TH' };
    await people.bed.tell(CertificateFacts.issued, issued);
    await eventually(
      () =>
        people.bed.sql('SELECT FROM identity.known_certificates WHERE certificate_id = $1', [certificateId]),
      (rows) => rows.length === 1,
    );
    return certificateId;
  };
  const learner = async (unitId: string): Promise<string> =>
    (await changes.create({ displayName: 'Hồ Thị Trước', unitId, kind: 'staff' }, operator)).id;
  const recordsOf = async (entryId: string) => (await roster.find({ entryId }, operator)).training;

  test('is a record from the day the holder is put on the roster, in every unit, and gone when revoked', async () => {
    const [unitId, another] = [await newSchool('Trường sau'), await newSchool('Trường sau nữa')];
    const userId = await learner(unitId);
    const certificateId = await certified(userId);
    const entries = [await add({ unitId, userId }), await add({ unitId: another, userId })];
    for (const { training } of entries)
      expect(training).toEqual([
        expect.objectContaining({ course: course.course, date: '2026-03-03', certificateNo: '9/2026/CN-TH' }),
      ]);
    await people.bed.tell(CertificateFacts.revoked, { certificateId });
    for (const { id } of entries)
      await eventually(
        () => recordsOf(id),
        (all) => all.length === 0,
      );
    expect((await add({ unitId: await newSchool('Trường cuối'), userId })).training).toEqual([]);
  });

  test('is none of a time on the roster that ended before, until that time is made longer', async () => {
    const unitId = await newSchool('Trường một thời');
    const userId = await learner(unitId);
    await certified(userId);
    const entry = await add({ unitId, userId, since: '2025-09-01', until: '2026-02-28' });
    expect(entry.training).toEqual([]);
    const longer = await roster.change({ entryId: entry.id, version: entry.version, until: null }, operator);
    expect(longer.training).toHaveLength(1);
    await roster.removeTraining({ entryId: entry.id, trainingId: longer.training[0]?.id ?? '' }, operator);
    const { version } = await roster.find({ entryId: entry.id }, operator);
    const changed = await roster.change({ entryId: entry.id, version, duties: 'Dự bị' }, operator);
    expect(changed.training).toEqual([]);
  });
});
