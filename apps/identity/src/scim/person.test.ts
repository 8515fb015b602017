import { scimSchemas } from '@diemcau/contracts/identity/scim';
import { merged, type PersonRow, toResource, wishOf } from './person.js';

const row: PersonRow = {
  id: '1',
  userName: 'a@truong.example',
  displayName: 'Nguyễn Thị Văn Mẫu',
  kind: 'staff',
  state: 'active',
  code: 'GV1',
  email: 'a@truong.example',
  phone: null,
  unitId: 'u',
  unitCode: 'thpt-1',
  externalId: 'entra-1',
  createdAt: new Date(0),
  version: 3,
  classes: [],
};
const resource = toResource(row);
const asIs = {
  userName: row.userName,
  displayName: row.displayName,
  kind: 'staff',
  active: true,
  code: 'GV1',
  email: row.email,
  phone: null,
  unitCode: 'thpt-1',
  externalId: 'entra-1',
};

test('a resource that comes back as it went asks for nothing new', () => {
  expect(wishOf(resource, resource)).toEqual(asIs);
  expect(resource['name']).toEqual({
    formatted: 'Nguyễn Thị Văn Mẫu',
    familyName: 'Nguyễn',
    middleName: 'Thị Văn',
    givenName: 'Mẫu',
  });
});

test.each([
  ['a display name', { displayName: 'Trần Mẫu' }, { displayName: 'Trần Mẫu' }],
  ['a whole name', { name: { formatted: 'Trần Mẫu' } }, { displayName: 'Trần Mẫu' }],
  ['a family name', { name: { familyName: 'Trần' } }, { displayName: 'Trần Thị Văn Mẫu' }],
  ['the given name with the middle name in it', { name: { givenName: 'Thị Văn Mẫu' } }, {}],
  ['the family name with the middle name in it', { name: { familyName: 'Nguyễn Thị Văn' } }, {}],
  ['a code', { [scimSchemas.person]: { code: 'GV2' } }, { code: 'GV2' }],
  ['a number of an employee', { [scimSchemas.enterprise]: { employeeNumber: 'GV2' } }, { code: 'GV2' }],
  ['another unit', { [scimSchemas.person]: { unitCode: 'thpt-2' } }, { unitCode: 'thpt-2' }],
  ['Entra: off', { active: 'False' }, { active: false }],
  ['no e-mail any more', { emails: [] }, { email: null }],
  [
    'the primary one of several',
    { emails: [{ value: 'x@a.example' }, { value: 'y@a.example', primary: true }] },
    { email: 'y@a.example' },
  ],
  ['a number', { phoneNumbers: [{ value: '0912345678', type: 'mobile' }] }, { phone: '0912345678' }],
])('%s', (_, body, expected) => {
  expect(wishOf(merged(resource, body), resource)).toEqual({ ...asIs, ...expected });
});

test.each([
  ['a display name', { displayName: 'Trần Mẫu', name: { formatted: 'Mẫu Trần' } }, 'Trần Mẫu'],
  ['parts of a name', { name: { familyName: 'Trần', givenName: 'Văn Mẫu' } }, 'Trần Văn Mẫu'],
  ['a user name only', {}, 'b@truong.example'],
])('a new person with %s', (_, body, displayName) => {
  const wish = wishOf({ userName: 'b@truong.example', ...body }, {});
  expect(wish).toMatchObject({ displayName, active: true, kind: 'staff', code: null, unitCode: null });
});

test.each([
  [{}],
  [{ userName: 7 }],
  [{ userName: 'b', active: 'perhaps' }],
  [{ userName: 'b', emails: 'x@a.example' }],
  [{ userName: 'b', displayName: ['x'] }],
])('%j is no person', (body) => {
  expect(() => wishOf(body, {})).toThrow('scim.invalidValue');
});
