import { anonymous } from '@diemcau/contracts/core/caller';
import { classErrors } from '@diemcau/contracts/identity/classes';
import { guardianErrors } from '@diemcau/contracts/identity/guardians';
import { SessionsClient } from '@diemcau/contracts/identity/sessions';
import { passwordErrors } from '@diemcau/contracts/identity/sign-in';
import { userErrors } from '@diemcau/contracts/identity/users';
import { codeOf } from './people-bed.js';
import {
  people,
  guardians,
  changes,
  users,
  operator,
  consentVersion,
  makeClass,
  student,
  child,
  register,
  standGuardians,
} from './guardians-bed.js';

standGuardians();

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
      `UPDATE identity.guardian_codes SET issued_at = now() - interval '61 days', expires_at = now() - interval '1 second' WHERE student_id = $1`,
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
