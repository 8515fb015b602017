import type { UserCaller } from '@diemcau/contracts/core/caller';
import { builtInRoles, type Role } from '@diemcau/contracts/identity/roles';
import { judge, type Surroundings } from './judge.js';
import type { KnownPerson } from './known-people.js';

const operator = (unitId: string): UserCaller => ({
  kind: 'user',
  userId: 'u',
  sessionId: 's',
  rightsVersion: 1,
  grants: [{ role: 'unitOperator', unitId, subtree: true }],
  roles: { unitOperator: builtInRoles.unitOperator.permissions },
});
const unit = { id: 'x', code: 'thpt-x', name: 'X', state: 'active', path: ['p', 'x'] };
const person: KnownPerson = {
  id: 'k',
  code: 'CB1',
  kind: 'staff',
  fullName: 'Nguyễn Văn Mẫu',
  userName: 'nvmau',
  email: null,
  phone: '0900000001',
  birthDate: null,
  unitId: 'x',
  unitCode: 'thpt-x',
  unitPath: ['p', 'x'],
  roles: [],
};
const role = (key: Role) => ({ key, nameVi: builtInRoles[key].vi, nameEn: key, permissions: [] });
const around = (of: Partial<Surroundings> = {}): Surroundings => ({
  kind: 'staff',
  caller: operator('x'),
  unit,
  known: undefined,
  className: null,
  role: undefined,
  usualRole: 'teacher',
  beyond: () => [],
  outlasting: () => [],
  ...of,
});
const values = { fullName: 'Nguyễn Văn Mẫu', code: 'CB1', unitCode: 'thpt-x' };
const held = { userId: 'k', unitId: 'x', subtree: false, isLent: false, path: ['p', 'x'], permissions: [] };

test.each<[string, Record<string, string>, Partial<Surroundings>, string, string[]]>([
  ['somebody new', {}, {}, 'create', []],
  ['the same again', {}, { known: person }, 'unchanged', []],
  ['an empty cell', { phone: '0900000001' }, { known: person }, 'unchanged', []],
  ['another phone', { phone: '0900000002' }, { known: person }, 'change', []],
  [
    'a role held already',
    {},
    { known: { ...person, roles: [{ ...held, role: 'teacher' }] }, role: role('teacher') },
    'unchanged',
    [],
  ],
  ['a role not held yet', {}, { known: person, role: role('leader') }, 'change', []],
  ['no such unit', {}, { unit: undefined }, 'error', ['unknownUnit']],
  ['a unit out of scope', {}, { caller: operator('y') }, 'error', ['unknownUnit']],
  ['a closed unit', {}, { unit: { ...unit, state: 'closed' } }, 'error', ['unitClosed']],
  [
    'somebody who was in it when it closed',
    {},
    { unit: { ...unit, state: 'closed' }, known: person },
    'unchanged',
    [],
  ],
  [
    'a code of somebody out of scope',
    {},
    { known: { ...person, unitPath: ['p', 'y'] } },
    'error',
    ['codeUsed'],
  ],
  ['a code of a student', {}, { known: { ...person, kind: 'student' } }, 'error', ['codeUsed']],
  ['a role that does not exist', { role: 'vua' }, {}, 'error', ['unknownRole']],
  [
    'a role that would go on when the own has ended',
    { role: 'x' },
    { role: role('leader'), outlasting: () => ['x'] },
    'error',
    ['roleOutlasts'],
  ],
  [
    'the role that an account comes with',
    {},
    { role: role('teacher'), outlasting: () => ['x'] },
    'create',
    [],
  ],
  [
    'that role for somebody who is there already',
    { role: 'x' },
    { known: person, role: role('teacher'), outlasting: () => ['x'] },
    'error',
    ['roleOutlasts'],
  ],
  [
    'a role beyond the own',
    { role: 'x' },
    { role: role('departmentAdmin'), beyond: () => ['x'] },
    'error',
    ['roleBeyond'],
  ],
  [
    'somebody who holds more',
    { email: 'a@b.example' },
    { known: { ...person, roles: [{ ...held, role: 'departmentAdmin' }] }, beyond: () => ['x'] },
    'error',
    ['personBeyond'],
  ],
  [
    'somebody who would take along what the caller could not give there',
    {},
    {
      known: {
        ...person,
        unitId: 'z',
        unitPath: ['p', 'x', 'z'],
        roles: [{ ...held, unitId: 'z', role: 'leader' }],
      },
      beyond: (_, path) => (path === unit.path ? ['x'] : []),
    },
    'error',
    ['roleAlong'],
  ],
  [
    'somebody whose role at the old unit only was lent',
    {},
    {
      known: {
        ...person,
        unitId: 'z',
        unitPath: ['p', 'x', 'z'],
        roles: [{ ...held, unitId: 'z', role: 'leader', isLent: true }],
      },
      beyond: (_, path) => (path === unit.path ? ['x'] : []),
    },
    'change',
    [],
  ],
])('%s', (_, said, of, outcome, faults) => {
  const verdict = judge({ row: 2, values: { ...values, ...said } }, around(of));
  expect([verdict.outcome, verdict.faults.map(({ code }) => code)]).toEqual([outcome, faults]);
});

test('a class is the same however it is written', () => {
  const student = around({ kind: 'student', known: { ...person, kind: 'student' }, className: '10A1' });
  expect(judge({ row: 2, values: { ...values, className: '10a1' } }, student).outcome).toBe('unchanged');
});
