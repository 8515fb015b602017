import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { classErrors, ClassesClient } from '@diemcau/contracts/identity/classes';
import { guardianErrors, GuardiansClient } from '@diemcau/contracts/identity/guardians';
import { schoolYearAt } from '@diemcau/contracts/identity/school-year';
import { SessionsClient } from '@diemcau/contracts/identity/sessions';
import { passwordErrors } from '@diemcau/contracts/identity/sign-in';
import { UserChangesClient, userErrors, UsersClient } from '@diemcau/contracts/identity/users';
import { randomUUID } from 'node:crypto';
import { userCaller } from './identity.js';
import { codeOf, type PeopleBed, startPeople } from './people-bed.js';

let people: PeopleBed;
let guardians: GuardiansClient;
let classes: ClassesClient;
let changes: UserChangesClient;
let users: UsersClient;
let operator: UserCaller;
let consentVersion: string;
let named = 0;

const birthDate = '2014-03-02';

beforeAll(async () => {
  people = await startPeople();
  guardians = people.bed.client(GuardiansClient);
  classes = people.bed.client(ClassesClient);
  changes = people.bed.client(UserChangesClient);
  users = people.bed.client(UsersClient);
  operator = await people.as('unitOperator', people.district);
  consentVersion = (await guardians.consentText({}, anonymous)).version;
});
afterAll(() => people.bed.stop());

const makeClass = (unitId = people.school) =>
  classes.make({ unitId, schoolYear: schoolYearAt(new Date()), name: `Lớp ${(named += 1)}` }, operator);

async function student(displayName: string, of: { classId?: string; birthDate?: string | null } = {}) {
  const unitId = of.classId ? (await classes.find({ classId: of.classId }, operator)).unitId : people.school;
  const made = await changes.create(
    {
      displayName,
      unitId,
      kind: 'student',
      birthDate: of.birthDate === undefined ? birthDate : of.birthDate,
    },
    operator,
  );
  const classId = of.classId ?? (await makeClass()).id;
  await classes.moveStudent({ classId, studentId: made.id }, operator);
  return { studentId: made.id, classId };
}

/** A student, and the code that the school printed for the parents. */
async function child(displayName: string, of: { classId?: string } = {}) {
  const { studentId, classId } = await student(displayName, of);
  const { items } = await guardians.issueCodes({ classId, studentIds: [studentId] }, operator);
  return { studentId, classId, code: items[0]?.code ?? '' };
}

const claim = (code: string, of: object = {}) => ({
  code,
  birthDate,
  relation: 'mother' as const,
  consentVersion,
  ...of,
});
const register = (code: string, of: { userName?: string; [more: string]: unknown } = {}) =>
  guardians.register(
    {
      ...claim(code),
      displayName: 'trần thị mẫu',
      phone: '0912 345 678',
      userName: `phu-huynh-${randomUUID()}`,
      password: 'ba con vịt qua cầu',
      ...of,
    },
    anonymous,
  );

/** Registers, and gives the parent as a caller. */
async function parentOf(code: string): Promise<UserCaller> {
  const { userName } = await register(code);
  const [row] = await people.bed.sql<{ id: string }>('SELECT id FROM identity.users WHERE user_name = $1', [
    userName,
  ]);
  return userCaller(row?.id ?? '', randomUUID(), [{ role: 'parent', unitId: people.school, subtree: false }]);
}

describe('codes for parents', () => {
  test('are issued to a class once, shown once, kept as hashes, and void when issued anew or revoked', async () => {
    const { id: classId } = await makeClass();
    await student('Lê An', { classId });
    await student('Lê Bình', { classId });
    await student('Lê Không Ngày Sinh', { classId, birthDate: null });
    const slips = await guardians.issueCodes({ classId }, operator);
    expect(slips.items.map(({ displayName }) => displayName)).toEqual(['Lê An', 'Lê Bình']);
    expect(slips.withoutBirthDate.map(({ displayName }) => displayName)).toEqual(['Lê Không Ngày Sinh']);
    expect((await guardians.issueCodes({ classId }, operator)).items).toEqual([]);

    const [an, binh] = slips.items;
    const dump = JSON.stringify(await people.bed.sql('SELECT * FROM identity.guardian_codes'));
    expect(dump).not.toContain(an?.code);
    await guardians.issueCodes({ classId, studentIds: [an?.studentId ?? ''] }, operator);
    expect(await codeOf(register(an?.code ?? ''))).toBe(guardianErrors.notRecognised.code);
    await expect(guardians.revokeCodes({ classId }, operator)).resolves.toEqual({ revoked: 2 });
    expect(await codeOf(register(binh?.code ?? ''))).toBe(guardianErrors.notRecognised.code);
    expect(await people.audited('guardians.issueCodes', classId)).toHaveLength(2);
    const states = await guardians.codes({ classId }, operator);
    expect(states.items.map(({ codeUntil }) => codeUntil)).toEqual([null, null, null]);
  });

  test('are not for those who may not reset passwords there', async () => {
    const { id: classId } = await makeClass();
    for (const by of [
      await people.as('unitOperator', people.sibling),
      await people.as('departmentAdmin', people.elsewhere),
      await people.as('teacher', people.school),
      await people.as('secretary', people.school),
    ]) {
      expect(await codeOf(guardians.issueCodes({ classId }, by))).toBe(classErrors.notFound.code);
      expect(await codeOf(guardians.codes({ classId }, by))).toBe(classErrors.notFound.code);
      expect(await codeOf(guardians.revokeCodes({ classId }, by))).toBe(classErrors.notFound.code);
    }
  });
});

describe('registering with a code', () => {
  test('makes a parent of the child’s unit who signs in, with the consent on record', async () => {
    const { studentId, code } = await child('Nguyễn Văn Con');
    const { userName, childName } = await register(` ${code.toUpperCase().replaceAll('-', ' ')} `);
    expect(childName).toBe('Nguyễn Văn Con');
    const sessions = people.bed.client(SessionsClient);
    const step = await sessions.signIn({ userName, password: 'ba con vịt qua cầu' }, anonymous);
    expect(JSON.stringify(step)).toContain('parent');

    const { items } = await guardians.of({ userId: studentId }, operator);
    expect(items).toEqual([expect.objectContaining({ displayName: 'Trần Thị Mẫu', relation: 'mother' })]);
    expect((await users.details({ userId: studentId }, operator)).guardians).toEqual(items);
    const consents = await people.bed.sql(
      'SELECT kind, text_version, given_by, withdrawn_at FROM identity.consents WHERE user_id = $1',
      [studentId],
    );
    expect(consents).toEqual([
      { kind: 'minorData', text_version: consentVersion, given_by: items[0]?.userId, withdrawn_at: null },
    ]);
    expect(await people.audited('guardians.bind', studentId)).toHaveLength(1);
  });

  test('fails the same way for a wrong code, a wrong birth date, and a code that is over or used up', async () => {
    const { studentId, code } = await child('Nguyễn Văn Kín');
    const over = await child('Nguyễn Văn Hết Hạn');
    await people.bed.sql(
      `UPDATE identity.guardian_codes SET issued_at = now() - interval '61 days', expires_at = now() WHERE student_id = $1`,
      [over.studentId],
    );
    const left = await child('Nguyễn Văn Thôi Học');
    await changes.disable({ userId: left.studentId, reason: 'Thôi học' }, operator);
    for (const attempt of [
      register('aaaa-bbbb-cccc'),
      register(code, { birthDate: '2014-03-03' }),
      register(over.code),
      register(left.code),
    ]) {
      const failure = await attempt.catch((error: unknown) => error);
      expect(failure).toMatchObject({ kind: { code: guardianErrors.notRecognised.code }, details: {} });
    }
    for (let i = 0; i < 3; i++) await register(code);
    expect(await codeOf(register(code))).toBe(guardianErrors.notRecognised.code);
    expect((await guardians.of({ userId: studentId }, operator)).items).toHaveLength(3);
  });

  test('binds three of eight who try the same code at the same moment', async () => {
    const { studentId, code } = await child('Nguyễn Văn Đông Cha Mẹ');
    const codes = await Promise.all(Array.from({ length: 8 }, () => codeOf(register(code))));
    expect(codes.filter((result) => result === 'done')).toHaveLength(3);
    expect((await guardians.of({ userId: studentId }, operator)).items).toHaveLength(3);
    const orphans = await people.bed.sql(
      `SELECT FROM identity.users u WHERE kind = 'parent'
         AND NOT EXISTS (SELECT FROM identity.guardianships g WHERE g.guardian_id = u.id)`,
    );
    expect(orphans).toEqual([]);
  });

  test('is no way to guess a birth date: ten wrong ones, all at once, void the code', async () => {
    const { code } = await child('Nguyễn Văn Bị Dò');
    const guesses = Array.from({ length: 25 }, (_, i) => {
      const day = `2013-01-${String(i + 1).padStart(2, '0')}`;
      return codeOf(register(code, { birthDate: day }));
    });
    expect(new Set(await Promise.all(guesses))).toEqual(new Set([guardianErrors.notRecognised.code]));
    expect(await codeOf(register(code))).toBe(guardianErrors.notRecognised.code);
  });

  test('tells nothing about names or passwords to who does not know the child, and costs no use', async () => {
    const { code, studentId } = await child('Nguyễn Văn Tên');
    const { userName } = await register(code);
    expect(await codeOf(register('aaaa-bbbb-cccc', { userName }))).toBe(guardianErrors.notRecognised.code);
    expect(await codeOf(register(code, { userName }))).toBe(userErrors.userNameTaken.code);
    expect(await codeOf(register(code, { password: 'ngắn' }))).toBe(passwordErrors.tooShort.code);
    expect(await codeOf(register(code, { password: '0912345678' }))).not.toBe('done');
    expect(await codeOf(register(code, { consentVersion: '2020-01' }))).toBe(
      guardianErrors.consentOutdated.code,
    );
    const [row] = await people.bed.sql(
      'SELECT uses, failures FROM identity.guardian_codes WHERE student_id = $1',
      [studentId],
    );
    expect(row).toEqual({ uses: 1, failures: 0 });
  });
});

describe('a guardian', () => {
  test('binds further children, also in another school, and sees them and no others', async () => {
    const first = await child('Lê Con Một');
    const parent = await parentOf(first.code);
    const { id: classId } = await makeClass(people.sibling);
    const second = await child('Lê Con Hai', { classId });
    await child('Lê Con Người Ta');
    await expect(guardians.bind(claim(second.code), parent)).resolves.toMatchObject({
      displayName: 'Lê Con Hai',
    });
    await guardians.bind(claim(second.code), parent);
    const { items } = await guardians.children({}, parent);
    expect(items.map(({ displayName, unitName }) => [displayName, unitName])).toEqual([
      ['Lê Con Hai', 'Trường THPT Mẫu 2'],
      ['Lê Con Một', 'Trường THPT Mẫu 1'],
    ]);
    expect(items[0]?.className).toMatch(/^Lớp/);
    const grants = await people.bed.sql<{ unit_id: string }>(
      'SELECT unit_id FROM identity.role_grants WHERE user_id = $1 AND revoked_at IS NULL',
      [parent.userId],
    );
    expect(grants.map((grant) => grant.unit_id).sort()).toEqual([people.school, people.sibling].sort());
    const [row] = await people.bed.sql('SELECT uses FROM identity.guardian_codes WHERE student_id = $1', [
      second.studentId,
    ]);
    expect(row).toEqual({ uses: 1 });
  });

  test('unbinds a child: the role goes with the last one of the unit, the consent stays on record', async () => {
    const { studentId, code } = await child('Lê Con Rời');
    const parent = await parentOf(code);
    await guardians.unbindChild({ studentId }, parent);
    expect((await guardians.children({}, parent)).items).toEqual([]);
    expect(await codeOf(guardians.unbindChild({ studentId }, parent))).toBe(guardianErrors.notFound.code);
    const grants = await people.bed.sql(
      'SELECT FROM identity.role_grants WHERE user_id = $1 AND revoked_at IS NULL',
      [parent.userId],
    );
    expect(grants).toEqual([]);
    const consents = await people.bed.sql('SELECT FROM identity.consents WHERE user_id = $1', [studentId]);
    expect(consents).toHaveLength(1);
    expect(await people.audited('guardians.unbind', studentId)).toHaveLength(1);
  });

  test('withdraws the consent, once, and can give it again', async () => {
    const { studentId, code } = await child('Lê Con Rút Lại');
    const parent = await parentOf(code);
    const withdrawn = await guardians.withdrawConsent({ studentId }, parent);
    expect(withdrawn.consents).toEqual([
      expect.objectContaining({ withdrawnAt: expect.any(String) as string }),
    ]);
    await guardians.withdrawConsent({ studentId }, parent);
    expect(await people.audited('guardians.withdrawConsent', studentId)).toHaveLength(1);
    const again = await guardians.bind(claim(code), parent);
    expect(again.consents.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false]);
  });

  test('follows the child into another school', async () => {
    const { studentId, code } = await child('Lê Con Chuyển');
    const parent = await parentOf(code);
    const { version } = await users.details({ userId: studentId }, operator);
    await changes.move({ userId: studentId, version, unitId: people.sibling }, operator);
    const grants = await people.bed.sql<{ unit_id: string }>(
      'SELECT unit_id FROM identity.role_grants WHERE user_id = $1 AND revoked_at IS NULL',
      [parent.userId],
    );
    expect(grants.map((grant) => grant.unit_id)).toEqual([people.sibling]);
  });

  test('is unbound by an operator of the child’s unit and by no other', async () => {
    const { studentId, code } = await child('Lê Con Nhầm');
    const { userId: guardianId } = await parentOf(code);
    for (const by of [
      await people.as('unitOperator', people.sibling),
      await people.as('departmentAdmin', people.elsewhere),
      await people.as('secretary', people.school),
    ]) {
      expect(await codeOf(guardians.unbind({ userId: studentId, guardianId }, by))).toBe(
        userErrors.notFound.code,
      );
    }
    const stranger = await people.as('unitOperator', people.sibling);
    expect(await codeOf(guardians.of({ userId: studentId }, stranger))).toBe(userErrors.notFound.code);
    await guardians.unbind({ userId: studentId, guardianId }, operator);
    const again = guardians.unbind({ userId: studentId, guardianId }, operator);
    expect(await codeOf(again)).toBe(guardianErrors.notFound.code);
  });

  test('is never a student', async () => {
    const { code } = await child('Lê Em');
    const { studentId } = await student('Lê Anh');
    const own = userCaller(studentId, randomUUID(), [
      { role: 'student', unitId: people.school, subtree: false },
    ]);
    expect(await codeOf(guardians.bind(claim(code), own))).toBe(guardianErrors.notForStudents.code);
    expect(await codeOf(guardians.bind(claim(code), anonymous))).toBe('common.signInNeeded');
    expect(await codeOf(guardians.children({}, anonymous))).toBe('common.signInNeeded');
  });
});
