import { scimSchemas } from '@diemcau/contracts/identity/scim';
import { patched } from './patching.js';

const resource = {
  userName: 'a@truong.example',
  displayName: 'Nguyễn Văn Mẫu',
  active: true,
  emails: [{ value: 'a@truong.example', type: 'work', primary: true }],
  phoneNumbers: [],
  members: [{ value: '1' }, { value: '2' }],
};
const patch = (...operations: unknown[]) =>
  patched(resource, { schemas: [scimSchemas.patch], Operations: operations });

test.each([
  ['Entra: capital op, path', { op: 'Replace', path: 'displayName', value: 'Khác' }, { displayName: 'Khác' }],
  ['Okta: no path, an object', { op: 'replace', value: { active: false } }, { active: false }],
  ['Entra: dotted keys', { op: 'Add', value: { 'name.givenName': 'Mẫu' } }, { name: { givenName: 'Mẫu' } }],
  [
    'Entra: value of an address of a type',
    { op: 'Add', path: 'emails[type eq "work"].value', value: 'b@truong.example' },
    { emails: [{ value: 'b@truong.example', type: 'work', primary: true }] },
  ],
  [
    'Entra: value of a number that was not there',
    { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '0912' },
    { phoneNumbers: [{ type: 'mobile', value: '0912' }] },
  ],
  [
    'an extension by its URN and attribute',
    { op: 'Add', path: `${scimSchemas.enterprise}:employeeNumber`, value: 'GV1' },
    { [scimSchemas.enterprise]: { employeeNumber: 'GV1' } },
  ],
  [
    'an extension as a whole object',
    { op: 'replace', value: { [scimSchemas.person]: { code: 'GV1', unitCode: 'thpt-1' } } },
    { [scimSchemas.person]: { code: 'GV1', unitCode: 'thpt-1' } },
  ],
  ['names in another case', { op: 'replace', path: 'USERNAME', value: 'c' }, { userName: 'c' }],
  [
    'members that come, with what Entra sends along',
    { op: 'Add', path: 'members', value: [{ $ref: null, value: '3', display: 'x' }] },
    { members: [{ value: '1' }, { value: '2' }, { value: '3' }] },
  ],
  [
    'members that are there already',
    { op: 'add', path: 'members', value: [{ value: '2' }] },
    { members: [{ value: '1' }, { value: '2' }] },
  ],
  [
    'Okta: one goes by a filter',
    { op: 'remove', path: 'members[value eq "1"]' },
    { members: [{ value: '2' }] },
  ],
  [
    'Entra: one goes by its value',
    { op: 'Remove', path: 'members', value: [{ value: '1', $ref: null }] },
    { members: [{ value: '2' }] },
  ],
  [
    'one goes who is not there',
    { op: 'remove', path: 'members[value eq "9"]' },
    { members: resource.members },
  ],
  [
    'all are replaced',
    { op: 'replace', path: 'members', value: [{ value: '7' }] },
    { members: [{ value: '7' }] },
  ],
])('%s', (_, operation, expected) => {
  expect(patch(operation)).toMatchObject(expected);
});

test('the resource that was given stays as it was', () => {
  const before = structuredClone(resource);
  patch({ op: 'replace', path: 'displayName', value: 'Khác' }, { op: 'remove', path: 'members' });
  expect(resource).toEqual(before);
});

test.each([
  ['no operations', {}, 'scim.invalidSyntax'],
  ['an empty list', { Operations: [] }, 'scim.invalidSyntax'],
  ['no op', { Operations: [{ path: 'active', value: true }] }, 'scim.invalidSyntax'],
  ['an op of its own', { Operations: [{ op: 'move', path: 'active', value: true }] }, 'scim.invalidSyntax'],
  ['no value', { Operations: [{ op: 'add', path: 'active' }] }, 'scim.invalidSyntax'],
  ['a remove without a path', { Operations: [{ op: 'Remove' }] }, 'scim.noTarget'],
  ['half a path', { Operations: [{ op: 'add', path: 'emails[', value: 1 }] }, 'scim.invalidPath'],
  [
    'a filter that nothing fits',
    { Operations: [{ op: 'replace', path: 'members[value eq "9"]', value: {} }] },
    'scim.noTarget',
  ],
  ['another id', { Operations: [{ op: 'replace', path: 'id', value: '7' }] }, 'scim.mutability'],
  [
    'a version of its own',
    { Operations: [{ op: 'add', path: 'meta.version', value: 'W/"9"' }] },
    'scim.mutability',
  ],
  ['a path to code', { Operations: [{ op: 'add', path: '__proto__.x', value: 1 }] }, 'scim.invalidPath'],
  [
    'a key to code',
    { Operations: [{ op: 'add', value: { 'constructor.prototype.x': 1 } }] },
    'scim.invalidPath',
  ],
])('%s is refused', (_, body, code) => {
  expect(() => patched(resource, body)).toThrow(code);
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});
