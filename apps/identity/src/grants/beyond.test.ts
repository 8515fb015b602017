import type { UserCaller } from '@diemcau/contracts/core/caller';
import { builtInRoles, type Role } from '@diemcau/contracts/identity/roles';
import { beyond } from './beyond.js';

const [province, district, school, other] = ['p', 'p-d', 'p-d-s', 'p-o'];
const holding = (role: Role, unitId: string, subtree = true): UserCaller => ({
  kind: 'user',
  userId: 'u',
  sessionId: 's',
  rightsVersion: 1,
  grants: [{ role, unitId, subtree }],
  roles: { [role]: builtInRoles[role].permissions },
});
const inSchool = { unitPath: [province, district, school], subtree: false };

test.each([
  [
    'a department admin, an admin anywhere below',
    holding('departmentAdmin', province),
    'departmentAdmin',
    [],
  ],
  ['a unit operator, another one below', holding('unitOperator', district), 'unitOperator', []],
  ['a unit operator, a teacher in the own unit', holding('unitOperator', school, false), 'teacher', []],
  ['a teacher, a student', holding('teacher', school), 'student', []],
] as const)('%s may make', (_, caller, role, missing) => {
  expect(beyond(caller, builtInRoles[role].permissions, inSchool)).toEqual(missing);
});

test.each([
  ['a role that permits more than the own', holding('unitOperator', district), inSchool],
  ['the own role in a sibling unit', holding('departmentAdmin', other), inSchool],
  [
    'the own role in the unit above',
    holding('departmentAdmin', school),
    { unitPath: [province], subtree: true },
  ],
  [
    'the own role for everything below when it holds for the unit alone',
    holding('departmentAdmin', school, false),
    { ...inSchool, subtree: true },
  ],
])('nobody makes %s', (_, caller, reach) => {
  expect(beyond(caller, builtInRoles.departmentAdmin.permissions, reach)).not.toEqual([]);
});
