import type { UserCaller } from '@diemcau/contracts/core/caller';
import { classErrors, ClassesClient } from '@diemcau/contracts/identity/classes';
import { schoolYearAt, schoolYearAfter } from '@diemcau/contracts/identity/school-year';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { UserChangesClient, UsersClient } from '@diemcau/contracts/identity/users';
import { randomUUID } from 'node:crypto';
import { userCaller } from './identity.js';
import { codeOf, type PeopleBed, startPeople } from './people-bed.js';

let people: PeopleBed;
let classes: ClassesClient;
let users: UsersClient;
let changes: UserChangesClient;
let operator: UserCaller;
let foreigners: UserCaller[];

const schoolYear = schoolYearAt(new Date());
const nextYear = schoolYearAfter(schoolYear);

beforeAll(async () => {
  people = await startPeople();
  classes = people.bed.client(ClassesClient);
  users = people.bed.client(UsersClient);
  changes = people.bed.client(UserChangesClient);
  operator = await people.as('unitOperator', people.district);
  foreigners = [
    await people.as('unitOperator', people.sibling),
    await people.as('departmentAdmin', people.elsewhere),
    await people.as('teacher', people.school),
  ];
});
afterAll(() => people.bed.stop());

const newSchool = () => people.make.unit('Trường có lớp', { parentId: people.district, type: 'school' });
const makeClass = (name: string, unitId = people.school, year = schoolYear) =>
  classes.make({ unitId, schoolYear: year, name }, operator);
const student = async (displayName: string, unitId = people.school) =>
  (await changes.create({ displayName, unitId, kind: 'student' }, operator)).id;
const studentsOf = async (classId: string) =>
  (await users.list({ classId }, operator)).items.map(({ displayName }) => displayName);

describe('classes of a school', () => {
  test('are listed the latest year first, 9A2 before 9A10 before 10A', async () => {
    const unitId = await newSchool();
    for (const name of ['10A', '9A10', '9A2']) await makeClass(name, unitId);
    await makeClass('1A', unitId, nextYear);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await classes.list({ unitId, limit: 2, ...(cursor && { cursor }) }, operator);
      expect(page.total).toBe(4);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['1A', '9A2', '9A10', '10A']);
    expect((await classes.list({ unitId, schoolYear, q: '9a' }, operator)).total).toBe(2);
  });

  test('are made once, however often and at whatever moment', async () => {
    const made = await Promise.all(['6A', '6a', '6A', ' 6A '].map((name) => makeClass(name)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  test('are renamed by who read the last version, to a name that is free', async () => {
    const [one, other] = [await makeClass('7A'), await makeClass('7B')];
    const rename = (name: string, version = one.version) =>
      codeOf(classes.rename({ classId: one.id, version, name }, operator));
    expect(await rename('7b')).toBe(classErrors.taken.code);
    expect((await Promise.all([rename('7C'), rename('7D')])).sort()).toEqual([
      classErrors.changedMeanwhile.code,
      'done',
    ]);
    expect(other.name).toBe('7B');
    expect(await people.audited('classes.rename', one.id)).toHaveLength(1);
  });

  test('are removed only when nobody is in them', async () => {
    const { id: classId } = await makeClass('7E');
    await classes.moveStudent({ classId, studentId: await student('Ở Lại Lớp') }, operator);
    expect(await codeOf(classes.remove({ classId }, operator))).toBe(classErrors.notEmpty.code);
    const empty = await makeClass('7F');
    await classes.remove({ classId: empty.id }, operator);
    expect(await codeOf(classes.find({ classId: empty.id }, operator))).toBe(classErrors.notFound.code);
  });

  test('are as good as not there for others, except for their own students', async () => {
    const { id: classId, version } = await makeClass('8A');
    const studentId = await student('Học Sinh Lớp Mình');
    await classes.moveStudent({ classId, studentId }, operator);
    for (const by of foreigners) {
      expect(await codeOf(classes.find({ classId }, by))).toBe(classErrors.notFound.code);
      expect(await codeOf(classes.rename({ classId, version, name: 'X' }, by))).toBe(
        classErrors.notFound.code,
      );
      expect(await codeOf(classes.remove({ classId }, by))).toBe(classErrors.notFound.code);
      expect(await codeOf(classes.moveStudent({ classId, studentId }, by))).toBe(classErrors.notFound.code);
      expect(await codeOf(classes.make({ unitId: people.school, schoolYear, name: 'X' }, by))).toBe(
        unitErrors.notFound.code,
      );
    }
    const own = userCaller(studentId, randomUUID(), [
      { role: 'student', unitId: people.school, subtree: false },
    ]);
    await expect(classes.find({ classId }, own)).resolves.toMatchObject({ name: '8A', students: 1 });
    expect((await classes.mine({}, own)).items.map(({ name }) => name)).toEqual(['8A']);
    const { id: other } = await makeClass('8B');
    expect(await codeOf(classes.find({ classId: other }, own))).toBe(classErrors.notFound.code);
    expect(await codeOf(classes.list({}, own))).toBe('common.notAllowed');
  });

  test.each(['2026', '2026-2028', '26-27', '2027-2026'])('have no school year %s', async (year) => {
    expect(await codeOf(makeClass('9Z', people.school, year))).toBe('common.invalid');
  });
});

describe('a class list', () => {
  test('is compared before it is put, tells who comes from where and who goes, and is noted', async () => {
    const [a, b] = [await makeClass('10A'), await makeClass('10B')];
    const [an, binh, cuong] = [await student('Lê An'), await student('Lê Bình'), await student('Lê Cường')];
    const first = await classes.putMembers(
      { classId: a.id, version: a.version, studentIds: [binh, an] },
      operator,
    );
    expect(first.come.map(({ displayName }) => displayName)).toEqual(['Lê An', 'Lê Bình']);

    const studentIds = [binh, cuong];
    const difference = await classes.compareMembers({ classId: b.id, studentIds }, operator);
    expect(difference).toMatchObject({
      come: [
        { displayName: 'Lê Bình', from: '10A' },
        { displayName: 'Lê Cường', from: null },
      ],
      go: [],
      stay: 0,
    });
    expect(await studentsOf(b.id)).toEqual([]);
    await classes.putMembers({ classId: b.id, version: difference.version, studentIds }, operator);
    expect([await studentsOf(a.id), await studentsOf(b.id)]).toEqual([['Lê An'], ['Lê Bình', 'Lê Cường']]);
    expect(await people.audited('classes.members', b.id)).toHaveLength(1);
  });

  test('that changed since it was looked at is not put', async () => {
    const { id: classId } = await makeClass('10C');
    const [one, two] = [await student('Người Trước'), await student('Người Sau')];
    const { version } = await classes.compareMembers({ classId, studentIds: [one] }, operator);
    const codes = await Promise.all(
      [one, two].map((id) => codeOf(classes.putMembers({ classId, version, studentIds: [id] }, operator))),
    );
    expect(codes.sort()).toEqual([classErrors.changedMeanwhile.code, 'done']);
  });

  test('takes students of its own school only', async () => {
    const { id: classId, version } = await makeClass('10D');
    const teacher = (await people.as('teacher', people.school)).userId;
    for (const studentId of [await student('Trường Bạn', people.sibling), teacher, randomUUID()]) {
      const put = classes.putMembers({ classId, version, studentIds: [studentId] }, operator);
      expect(await codeOf(put)).toBe(classErrors.notStudents.code);
      expect(await codeOf(classes.moveStudent({ classId, studentId }, operator))).toBe(
        classErrors.notStudents.code,
      );
    }
  });

  test('a student moved into several classes at once ends in one', async () => {
    const targets = await Promise.all(['11A', '11B', '11C'].map((name) => makeClass(name)));
    const studentId = await student('Đi Nhiều Lớp');
    await Promise.all(
      targets.map(({ id: classId }) => classes.moveStudent({ classId, studentId }, operator)),
    );
    expect((await users.details({ userId: studentId }, operator)).classes).toHaveLength(1);
  });

  test('a student who moves to another school leaves it', async () => {
    const { id: classId } = await makeClass('11D');
    const studentId = await student('Chuyển Trường');
    await classes.moveStudent({ classId, studentId }, operator);
    const { version } = await users.details({ userId: studentId }, operator);
    const moved = await changes.move({ userId: studentId, version, unitId: people.sibling }, operator);
    expect(moved.classes).toEqual([]);
  });
});

describe('a school goes up a year', () => {
  test('classes get successors, those of the last grade leave, and again changes nothing', async () => {
    const unitId = await newSchool();
    const [ten, twelve] = [await makeClass('10A', unitId), await makeClass('12A', unitId)];
    const [an, binh, gone, graduate] = [
      await student('Lê An', unitId),
      await student('Lê Bình', unitId),
      await student('Lê Thôi', unitId),
      await student('Lê Tốt', unitId),
    ];
    for (const studentId of [an, binh, gone]) {
      await classes.moveStudent({ classId: ten.id, studentId }, operator);
    }
    await classes.moveStudent({ classId: twelve.id, studentId: graduate }, operator);
    await changes.disable({ userId: gone, reason: 'Thôi học' }, operator);

    const plan = {
      unitId,
      from: schoolYear,
      to: nextYear,
      classes: [
        { classId: ten.id, name: '11A' },
        { classId: twelve.id, name: null },
      ],
    };
    const twice = await Promise.all([classes.promote(plan, operator), classes.promote(plan, operator)]);
    expect(twice.map(({ classesMade }) => classesMade).sort()).toEqual([0, 1]);
    expect(twice.map(({ studentsPlaced }) => studentsPlaced).sort()).toEqual([0, 2]);
    const { items } = await classes.list({ unitId, schoolYear: nextYear }, operator);
    expect(items.map(({ name, students }) => [name, students])).toEqual([['11A', 2]]);
    expect(await studentsOf(ten.id)).toHaveLength(3);

    const moved = await makeClass('11B', unitId, nextYear);
    await classes.moveStudent({ classId: moved.id, studentId: an }, operator);
    await expect(classes.promote(plan, operator)).resolves.toMatchObject({ studentsPlaced: 0 });
    expect(await studentsOf(moved.id)).toEqual(['Lê An']);
    expect(await people.audited('classes.promote', unitId)).toHaveLength(1);
  });

  test('to the year after and no other, with classes of its own', async () => {
    const { id: classId } = await makeClass('9P');
    const plan = { unitId: people.school, from: schoolYear, classes: [{ classId, name: '10P' }] };
    expect(await codeOf(classes.promote({ ...plan, to: schoolYearAfter(nextYear) }, operator))).toBe(
      classErrors.notNextYear.code,
    );
    const other = { ...plan, unitId: people.sibling, to: nextYear };
    expect(await codeOf(classes.promote(other, operator))).toBe(classErrors.notFound.code);
    for (const by of foreigners) {
      expect(await codeOf(classes.promote({ ...plan, to: nextYear }, by))).toBe(unitErrors.notFound.code);
    }
  });
});
