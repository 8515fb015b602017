import type { UserCaller } from '@diemcau/contracts/core/caller';
import { rosterErrors, RosterClient } from '@diemcau/contracts/identity/roster';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { UserChangesClient, userErrors } from '@diemcau/contracts/identity/users';
import { codeOf, type PeopleBed, startPeople } from './people-bed.js';

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

const add = (of: object = {}, by = operator) =>
  roster.add(
    {
      unitId: people.school,
      name: 'Lê Văn Kỹ Thuật',
      phone: '0912 345 678',
      duties: 'Phụ trách chính',
      since: '2026-09-01',
      ...of,
    },
    by,
  );
const newSchool = (name: string) => people.make.unit(name, { parentId: people.district, type: 'school' });

describe('the roster of operators (HB-10.3)', () => {
  test('holds people without an account and people with one, whose name and number are the account’s', async () => {
    const unitId = await newSchool('Trường danh bạ');
    const person = await changes.create(
      {
        displayName: 'Trần Thị Vận Hành',
        unitId,
        kind: 'staff',
        phone: '0987 654 321',
        email: 'van.hanh@truong.example',
      },
      operator,
    );
    await add({ unitId, name: 'lê văn kỹ thuật' });
    await add({ unitId, userId: person.id, name: undefined, phone: undefined });
    const { items } = await roster.list({ unitId, on: '2026-10-01' }, operator);
    expect(items).toEqual([
      expect.objectContaining({
        name: 'Trần Thị Vận Hành',
        phone: '0987 654 321',
        email: 'van.hanh@truong.example',
      }),
      expect.objectContaining({ name: 'Lê Văn Kỹ Thuật', userId: null }),
    ]);
    await changes.change({ userId: person.id, version: person.version, phone: '0900 000 001' }, operator);
    const [entry] = (await roster.list({ unitId, on: '2026-10-01', q: 'van hanh' }, operator)).items;
    expect(entry?.phone).toBe('0900 000 001');
  });

  test('is seen with its telephone numbers in every unit of the province, and in no other province', async () => {
    const { id: entryId } = await add({ unitId: await newSchool('Trường cho mọi người xem') });
    for (const unitId of [people.province, people.sibling, people.school]) {
      const teacher = await people.as('teacher', unitId);
      await expect(roster.find({ entryId }, teacher)).resolves.toMatchObject({ phone: '0912 345 678' });
    }
    const abroad = await people.as('departmentAdmin', people.elsewhere);
    expect(await codeOf(roster.find({ entryId }, abroad))).toBe(rosterErrors.notFound.code);
    expect((await roster.list({ history: true }, abroad)).total).toBe(0);
    for (const role of ['student', 'parent'] as const) {
      const outsider = await people.as(role, people.school);
      expect(await codeOf(roster.list({}, outsider))).toBe('common.notAllowed');
    }
  });

  test('is kept by the unit’s own operators and those above', async () => {
    const entry = await add();
    const change = { entryId: entry.id, version: entry.version, duties: 'Dự bị' };
    for (const by of [
      await people.as('unitOperator', people.sibling),
      await people.as('teacher', people.school),
      await people.as('departmentAdmin', people.elsewhere),
    ]) {
      expect(await codeOf(add({}, by))).toBe(unitErrors.notFound.code);
      expect(await codeOf(roster.change(change, by))).toBe(rosterErrors.notFound.code);
      expect(await codeOf(roster.remove({ entryId: entry.id }, by))).toBe(rosterErrors.notFound.code);
      const training = {
        entryId: entry.id,
        course: 'A',
        date: '2026-01-01',
        issuer: null,
        certificateNo: null,
      };
      expect(await codeOf(roster.addTraining(training, by))).toBe(rosterErrors.notFound.code);
    }
    await expect(roster.change(change, operator)).resolves.toMatchObject({ duties: 'Dự bị' });
    expect(await codeOf(roster.change(change, operator))).toBe(rosterErrors.changedMeanwhile.code);
    expect(await people.audited('roster.change', entry.id)).toHaveLength(1);
  });

  test('keeps who ran a site when: an entry ends with its last day and stays in the history', async () => {
    const unitId = await newSchool('Trường có lịch sử');
    const entry = await add({ unitId, since: '2025-09-01' });
    await roster.change({ entryId: entry.id, version: entry.version, until: '2026-05-31' }, operator);
    const names = async (query: object) => (await roster.list({ unitId, ...query }, operator)).items.length;
    expect(await names({ on: '2025-08-31' })).toBe(0);
    expect(await names({ on: '2025-09-01' })).toBe(1);
    expect(await names({ on: '2026-05-31' })).toBe(1);
    expect(await names({ on: '2026-06-01' })).toBe(0);
    expect(await names({ history: true })).toBe(1);
  });

  test('shows who has left only for days before, and lists the unit as one without an operator', async () => {
    const unitId = await newSchool('Trường có người nghỉ');
    const { id: userId } = await changes.create(
      { displayName: 'Đinh Văn Nghỉ', unitId, kind: 'staff' },
      operator,
    );
    await add({ unitId, userId, name: undefined, since: '2020-01-01' });
    const now = async () => [
      (await roster.list({ unitId }, operator)).total,
      (await roster.missing({ unitId }, operator)).total,
    ];
    expect(await now()).toEqual([1, 0]);
    await changes.disable({ userId, reason: 'Nghỉ việc' }, operator);
    expect(await now()).toEqual([0, 1]);
    expect((await roster.list({ unitId, on: '2021-01-01' }, operator)).total).toBe(1);
  });

  test('has one person in one unit once at a time, also when added twice at the same moment', async () => {
    const unitId = await newSchool('Trường một người');
    const { id: userId } = await changes.create(
      { displayName: 'Ngô Văn Đơn', unitId, kind: 'staff' },
      operator,
    );
    const once = () => codeOf(add({ unitId, userId, name: undefined, until: '2026-12-31' }));
    expect((await Promise.all([once(), once()])).sort()).toEqual(['done', rosterErrors.overlap.code]);
    expect(await codeOf(add({ unitId, userId, name: undefined, since: '2027-01-01' }))).toBe('done');
  });

  test('takes either an account or a name, sound dates, people of the province and units that are there', async () => {
    const { userId } = await people.as('teacher', people.school);
    const { userId: stranger } = await people.as('teacher', people.elsewhere);
    expect(await codeOf(add({ userId }))).toBe(rosterErrors.nameNeeded.code);
    expect(await codeOf(add({ name: undefined }))).toBe(rosterErrors.nameNeeded.code);
    expect(await codeOf(add({ until: '2026-08-31' }))).toBe(rosterErrors.dates.code);
    expect(await codeOf(add({ userId: stranger, name: undefined }))).toBe(userErrors.notFound.code);
    expect(await codeOf(add({ since: '2026-13-01' }))).toBe('common.invalid');
    const closed = await people.make.unit('Trường đóng', { parentId: people.district, state: 'closed' });
    expect(await codeOf(add({ unitId: closed }))).toBe(unitErrors.closed.code);
  });

  test('comes page by page, each once, by unit and then by name', async () => {
    const under = await people.make.unit('Cụm trường', { parentId: people.district, type: 'districtOffice' });
    const [b, a] = [
      await people.make.unit('B', { parentId: under, type: 'school' }),
      await people.make.unit('A', { parentId: under, type: 'school' }),
    ];
    for (const [unitId, name] of [
      [b, 'Lê An'],
      [a, 'Lê Bình'],
      [a, 'Trần An'],
    ] as const) {
      await add({ unitId, name });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await roster.list(
        { unitId: under, history: true, limit: 2, ...(cursor && { cursor }) },
        operator,
      );
      expect(page.total).toBe(3);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['Trần An', 'Lê Bình', 'Lê An']);
  });
});

test('units that ought to have an operator and have none on that day are listed', async () => {
  const under = await people.make.unit('Phòng đang thiếu', {
    parentId: people.province,
    type: 'districtOffice',
  });
  const [has, had] = [
    await people.make.unit('Trường đủ người', { parentId: under, type: 'school' }),
    await people.make.unit('Trường từng có', { parentId: under, type: 'school' }),
  ];
  await people.make.unit('Tổ văn phòng', { parentId: under, type: 'division' });
  await people.make.unit('Trường đã đóng', { parentId: under, type: 'school', state: 'closed' });
  const admin = await people.as('departmentAdmin', people.province);
  await add({ unitId: has, since: '2026-01-01' }, admin);
  await add({ unitId: had, since: '2025-01-01', until: '2025-12-31' }, admin);
  const { items, total } = await roster.missing({ unitId: under, on: '2026-10-01' }, admin);
  expect(items.map(({ name }) => name)).toEqual(['Phòng đang thiếu', 'Trường từng có']);
  expect(total).toBe(2);
});

test('training records are kept with an operator, the latest first (HB-11.2)', async () => {
  const { id: entryId } = await add({ unitId: await newSchool('Trường tập huấn') });
  const older = {
    course: 'Vận hành cơ bản',
    date: '2024-08-01',
    issuer: 'Sở GD&ĐT mẫu',
    certificateNo: 'CN-01',
  };
  const newer = { ...older, course: 'Xử lý sự cố', date: '2025-08-01', certificateNo: null };
  await roster.addTraining({ entryId, ...older }, operator);
  await roster.addTraining({ entryId, ...newer }, operator);
  const { training } = await roster.addTraining({ entryId, ...newer }, operator);
  expect(training).toEqual([expect.objectContaining(newer), expect.objectContaining(older)]);
  const trainingId = training[1]?.id ?? '';
  const left = await roster.removeTraining({ entryId, trainingId }, operator);
  expect(left.training).toHaveLength(1);
  expect(await codeOf(roster.removeTraining({ entryId, trainingId }, operator))).toBe(
    rosterErrors.notFound.code,
  );
  expect(await people.audited('roster.addTraining', entryId)).toHaveLength(2);
});
