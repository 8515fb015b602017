import { anonymous, type Grant } from '@diemcau/contracts/core/caller';
import { builtInRoles } from '@diemcau/contracts/identity/roles';
import { scopeOf } from './scope.js';

const unitId = '00000000-0000-4000-8000-000000000001';
const roles = { student: builtInRoles.student.permissions };
const user = (grants: Grant[]) =>
  ({ kind: 'user', userId: unitId, sessionId: unitId, rightsVersion: 1, grants, roles }) as const;

test('a service sees everything, a user the provinces of the granted units', () => {
  expect(scopeOf({ kind: 'service', name: 'meetings' })).toBe('everything');
  expect(scopeOf(user([{ role: 'student', unitId, subtree: false }]))).toEqual([unitId]);
});

test.each([
  ['nobody in particular must sign in', anonymous, 'common.signInNeeded'],
  ['a user without roles sees no units', user([]), 'common.notAllowed'],
  [
    'a guest in a room sees no units',
    { kind: 'peer', peerId: unitId, roomId: unitId, attachmentId: unitId },
    'common.notAllowed',
  ],
] as const)('%s', (_, caller, failure) => {
  expect(() => scopeOf(caller)).toThrow(failure);
});
