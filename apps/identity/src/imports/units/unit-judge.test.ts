import type { UserCaller } from '@diemcau/contracts/core/caller';
import { builtInRoles } from '@diemcau/contracts/identity/roles';
import { judgeUnit, type KnownUnit } from './unit-judge.js';

const admin = (unitId: string): UserCaller => ({
  kind: 'user',
  userId: 'u',
  sessionId: 's',
  rightsVersion: 1,
  grants: [{ role: 'departmentAdmin', unitId, subtree: true }],
  roles: { departmentAdmin: builtInRoles.departmentAdmin.permissions },
});
const operator = (unitId: string): UserCaller => ({
  ...admin(unitId),
  grants: [{ role: 'unitOperator', unitId, subtree: true }],
  roles: { unitOperator: builtInRoles.unitOperator.permissions },
});
const unit = (of: Partial<KnownUnit>): KnownUnit => ({
  id: 'x',
  name: 'Trường THPT Mẫu',
  code: 'thpt-mau',
  type: 'school',
  state: 'active',
  parentId: 'p',
  path: ['p', 'x'],
  ...of,
});
const province = unit({ id: 'p', name: 'Sở', code: 'so', type: 'department', parentId: null, path: ['p'] });
const school = { key: 'school', nameVi: 'Trường', nameEn: 'School', under: ['department'] };
const values = { code: 'thpt-mau', name: 'Trường THPT Mẫu', type: 'Trường', parentCode: 'so' };
const base = { caller: admin('p'), known: undefined, parent: province, type: school };

test.each([
  ['a new school is made', values, base, 'create', []],
  ['the same again is unchanged', values, { ...base, known: unit({}) }, 'unchanged', []],
  ['another name is a correction', values, { ...base, known: unit({ name: 'Khác' }) }, 'change', []],
  [
    'another type needs an event',
    values,
    { ...base, known: unit({ type: 'partner' }) },
    'error',
    ['needsEvent'],
  ],
  [
    'another parent needs an event',
    values,
    { ...base, known: unit({ parentId: 'q' }) },
    'error',
    ['needsEvent'],
  ],
  ['a type nobody knows', values, { ...base, type: undefined }, 'error', ['unknownType']],
  ['a parent nobody knows', values, { ...base, parent: undefined }, 'error', ['unknownUnit']],
  ['a parent out of scope', values, { ...base, caller: admin('q') }, 'error', ['unknownUnit']],
  [
    'the operator’s own unit as it is',
    values,
    { ...base, caller: operator('x'), known: unit({}) },
    'unchanged',
    [],
  ],
  [
    'another name for the operator’s own unit',
    values,
    { ...base, caller: operator('x'), known: unit({ name: 'Khác' }) },
    'error',
    ['unitAbove'],
  ],
  [
    'another name for a unit below',
    values,
    { ...base, caller: operator('p'), known: unit({ name: 'Khác' }) },
    'change',
    [],
  ],
  ['a closed parent', values, { ...base, parent: { ...province, state: 'closed' } }, 'error', ['unitClosed']],
  [
    'a parent of the wrong type',
    values,
    { ...base, type: { ...school, under: [] } },
    'error',
    ['wrongParent'],
  ],
  ['somebody else’s code', values, { ...base, caller: admin('q'), known: unit({}) }, 'error', ['codeUsed']],
])('%s', (_, said, around, outcome, faults) => {
  const verdict = judgeUnit({ row: 2, values: said }, around);
  expect([verdict.outcome, verdict.faults.map(({ code }) => code)]).toEqual([outcome, faults]);
});
