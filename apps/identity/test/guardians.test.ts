import { anonymous } from '@diemcau/contracts/core/caller';
import { guardianErrors } from '@diemcau/contracts/identity/guardians';
import { userErrors } from '@diemcau/contracts/identity/users';
import { randomUUID } from 'node:crypto';
import { userCaller } from './identity.js';
import { codeOf } from './people-bed.js';
import {
  people,
  guardians,
  changes,
  users,
  operator,
  makeClass,
  student,
  child,
  claim,
  parentOf,
  standGuardians,
} from './guardians-bed.js';

standGuardians();

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
