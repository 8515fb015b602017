import { scimErrors, scimSchemas } from '@diemcau/contracts/identity/scim';
import { idOf } from '../../edge/docs/example-ids.js';
import { located } from '../located.js';
import { providerConfig } from '../provider-config.js';
import { resourceTypes } from '../resource-types.js';
import { schemas } from '../schemas.js';

export const exampleBase = 'https://hop.sogddt.example/scim/v2';

const email = 'ha.nguyen@truong-mau.example';

/** As a directory sends somebody. */
export const user = {
  schemas: [scimSchemas.user, scimSchemas.enterprise, scimSchemas.person],
  externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
  userName: email,
  name: { formatted: 'Nguyễn Thị Hà', familyName: 'Nguyễn', middleName: 'Thị', givenName: 'Hà' },
  displayName: 'Nguyễn Thị Hà',
  userType: 'staff',
  active: true,
  emails: [{ value: email, type: 'work', primary: true }],
  phoneNumbers: [{ value: '0912345678', type: 'work', primary: true }],
  [scimSchemas.enterprise]: { employeeNumber: 'GV000123' },
  [scimSchemas.person]: { code: 'GV000123', unitCode: 'thpt-nhu-xuan-1' },
};

export const userPatch = {
  schemas: [scimSchemas.patch],
  Operations: [
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'ha.nguyen2@truong-mau.example' },
    { op: 'replace', path: 'active', value: false },
  ],
};

const pupil = { value: idOf('User'), display: 'Lê Minh Anh' };

export const group = {
  schemas: [scimSchemas.group, scimSchemas.class],
  externalId: 'lop-10a1',
  displayName: '10A1',
  members: [pupil],
  [scimSchemas.class]: { unitCode: 'thpt-nhu-xuan-1', schoolYear: '2026-2027' },
};

export const groupPatch = {
  schemas: [scimSchemas.patch],
  Operations: [{ op: 'add', path: 'members', value: [{ value: pupil.value }] }],
};

const list = (...resources: readonly object[]) => ({
  schemas: [scimSchemas.list],
  totalResults: resources.length,
  startIndex: 1,
  itemsPerPage: resources.length,
  Resources: resources,
});

const versioned = { created: '2026-09-05T01:30:00.000Z', version: 'W/"3"' };
const userAnswer = located(
  {
    ...user,
    id: idOf('User'),
    groups: [],
    meta: { resourceType: 'User', location: `Users/${idOf('User')}`, ...versioned },
  },
  exampleBase,
);
const groupAnswer = located(
  {
    ...group,
    id: idOf('Group'),
    members: [{ ...pupil, type: 'User' }],
    meta: { resourceType: 'Group', location: `Groups/${idOf('Group')}`, version: versioned.version },
  },
  exampleBase,
);

export const answers = {
  Users: { one: userAnswer, list: list(userAnswer) },
  Groups: { one: groupAnswer, list: list(groupAnswer) },
};

const described = (items: readonly object[]) =>
  located({ schemas: [scimSchemas.list], totalResults: items.length, Resources: [...items] }, exampleBase);

export const descriptions = {
  ServiceProviderConfig: located(providerConfig, exampleBase),
  ResourceTypes: described(resourceTypes),
  'ResourceTypes/{id}': located(resourceTypes[0], exampleBase),
  Schemas: described(schemas),
  'Schemas/{id}': located(schemas[4], exampleBase),
};

const { uniqueness } = scimErrors;
export const problem = {
  schemas: [scimSchemas.error],
  status: String(uniqueness.status),
  scimType: 'uniqueness',
  detail: `${uniqueness.en} · userName`,
};
