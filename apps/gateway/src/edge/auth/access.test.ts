import { anonymous, type Caller } from '@diemcau/contracts/core/caller';
import { permissions } from '@diemcau/contracts/identity/permissions';
import { builtInRoles, type Role, roles } from '@diemcau/contracts/identity/roles';
import { account, anyone, entryToken, mayDo, refusal, signedIn } from './access.js';

const as = (role: Role) => ({
  caller: {
    kind: 'user',
    userId: 'u',
    sessionId: 's',
    rightsVersion: 1,
    grants: [{ role, unitId: 'unit', subtree: true }],
    roles: { [role]: builtInRoles[role].permissions },
  } satisfies Caller,
  entryToken: null,
});
const nobody = { caller: anonymous, entryToken: null };
const guest = { caller: anonymous, entryToken: 'word' };

test('a public route takes everybody', () => {
  expect([nobody, guest, as('parent')].map((asker) => refusal(anyone, asker))).toEqual([null, null, null]);
});

test("a key opens what its permissions open, and nothing that is a person's own", () => {
  const key = {
    caller: {
      kind: 'key',
      keyId: 'k',
      grants: [{ role: 'key', unitId: 'unit', subtree: true }],
      roles: { key: ['units.read'] },
    } satisfies Caller,
    entryToken: null,
  };
  expect(refusal(mayDo('units.read'), key)).toBeNull();
  expect(refusal(mayDo('users.read'), key)?.code).toBe('common.notAllowed');
  expect(refusal(account, key)).toBeNull();
  expect(refusal(signedIn, key)?.code).toBe('common.signInNeeded');
});

test('an entry token opens what belongs to the entry, and nothing that asks for an account', () => {
  expect(refusal(entryToken, guest)).toBeNull();
  expect(refusal(entryToken, as('departmentAdmin'))?.code).toBe('common.signInNeeded');
  expect(refusal(signedIn, guest)?.code).toBe('common.signInNeeded');
  expect(refusal(mayDo('rooms.host'), guest)?.code).toBe('common.signInNeeded');
});

test.each(permissions.flatMap((permission) => roles.map((role) => [permission, role] as const)))(
  '%s is for %s exactly when the role says so',
  (permission, role) => {
    const expected = builtInRoles[role].permissions.includes(permission) ? undefined : 'common.notAllowed';
    expect(refusal(mayDo(permission), as(role))?.code).toBe(expected);
  },
);
