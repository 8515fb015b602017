import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { ClassesClient } from '@diemcau/contracts/identity/classes';
import { GuardiansClient } from '@diemcau/contracts/identity/guardians';
import { schoolYearAt } from '@diemcau/contracts/identity/school-year';
import { UserChangesClient, UsersClient } from '@diemcau/contracts/identity/users';
import { randomUUID } from 'node:crypto';
import { userCaller } from './identity.js';
import { type PeopleBed, startPeople } from './people-bed.js';

export let people: PeopleBed;
export let guardians: GuardiansClient;
export let classes: ClassesClient;
export let changes: UserChangesClient;
export let users: UsersClient;
export let operator: UserCaller;
export let consentVersion: string;
export let named = 0;

export const birthDate = '2014-03-02';

/** A school with classes, students and their parents, for the tests of one file. */
export function standGuardians(): void {
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
}

export const makeClass = (unitId = people.school) =>
  classes.make({ unitId, schoolYear: schoolYearAt(new Date()), name: `Lớp ${(named += 1)}` }, operator);

export async function student(displayName: string, of: { classId?: string; birthDate?: string | null } = {}) {
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
export async function child(displayName: string, of: { classId?: string } = {}) {
  const { studentId, classId } = await student(displayName, of);
  const { items } = await guardians.issueCodes({ classId, studentIds: [studentId] }, operator);
  return { studentId, classId, code: items[0]?.code ?? '' };
}

export const claim = (code: string, of: object = {}) => ({
  code,
  birthDate,
  relation: 'mother' as const,
  consentVersion,
  ...of,
});
export const register = (code: string, of: { userName?: string; [more: string]: unknown } = {}) =>
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
export async function parentOf(code: string): Promise<UserCaller> {
  const { userName } = await register(code);
  const [row] = await people.bed.sql<{ id: string }>('SELECT id FROM identity.users WHERE user_name = $1', [
    userName,
  ]);
  return userCaller(row?.id ?? '', randomUUID(), [{ role: 'parent', unitId: people.school, subtree: false }]);
}
