import { scimSchemas } from '@diemcau/contracts/identity/scim';

type Mutability = 'readWrite' | 'readOnly' | 'immutable';

export interface Attribute {
  readonly name: string;
  readonly type: string;
  readonly multiValued: boolean;
  readonly description?: string;
  readonly required?: boolean;
  readonly mutability?: Mutability;
  readonly subAttributes?: readonly Attribute[];
}

interface Traits {
  readonly required?: boolean;
  readonly mutability?: Mutability;
  readonly uniqueness?: 'none' | 'server';
  readonly caseExact?: boolean;
}

/** RFC 7643 7 */
function attribute(
  name: string,
  description: string,
  { required = false, mutability = 'readWrite', uniqueness = 'none', caseExact = false }: Traits = {},
) {
  return {
    name,
    type: 'string',
    multiValued: false,
    description,
    required,
    caseExact,
    mutability,
    returned: 'default',
    uniqueness,
  } as const;
}

const flag = (name: string, description: string) => ({ ...attribute(name, description), type: 'boolean' });

const complex = (
  name: string,
  description: string,
  multiValued: boolean,
  subAttributes: readonly Attribute[],
  traits: Traits = {},
) => ({ ...attribute(name, description, traits), type: 'complex', multiValued, subAttributes });

const contact = (name: string, description: string) =>
  complex(name, description, true, [
    attribute('value', description),
    attribute('type', 'always work'),
    flag('primary', 'always true'),
  ]);

const schema = (id: string, name: string, attributes: readonly Attribute[]) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
  id,
  name,
  description: name,
  attributes,
  meta: { resourceType: 'Schema', location: `Schemas/${id}` },
});

const readOnly: Traits = { mutability: 'readOnly' };

export const schemas = [
  schema(scimSchemas.user, 'User', [
    attribute('userName', 'Sign-in name, unique in the installation', {
      required: true,
      uniqueness: 'server',
    }),
    attribute('displayName', 'Full name as it is written, family name first'),
    complex('name', 'Parts of the full name', false, [
      attribute('formatted', 'Full name'),
      attribute('familyName', 'Họ'),
      attribute('middleName', 'Tên đệm'),
      attribute('givenName', 'Tên'),
    ]),
    attribute('userType', 'staff (unless given) or student', { mutability: 'immutable', caseExact: true }),
    flag('active', 'false disables the account and ends its sessions'),
    contact('emails', 'One address is kept'),
    contact('phoneNumbers', 'One number is kept'),
    complex(
      'groups',
      'Classes',
      true,
      [attribute('value', 'id', readOnly), attribute('display', 'name', readOnly)],
      readOnly,
    ),
  ]),
  schema(scimSchemas.enterprise, 'Enterprise User', [
    attribute('employeeNumber', 'The same as code', { caseExact: true }),
  ]),
  schema(scimSchemas.person, 'Điểm Cầu person', [
    attribute('code', 'Staff or student code, unique in the province', {
      uniqueness: 'server',
      caseExact: true,
    }),
    attribute('unitCode', "Code of the unit; the key's unit unless given", { caseExact: true }),
  ]),
  schema(scimSchemas.group, 'Group', [
    attribute('displayName', 'Name of the class, unique in the unit and school year', { required: true }),
    complex('members', 'Students of the class', true, [
      attribute('value', 'id of the User', { mutability: 'immutable' }),
      attribute('display', 'Full name', readOnly),
      attribute('type', 'User', readOnly),
    ]),
  ]),
  schema(scimSchemas.class, 'Điểm Cầu class', [
    attribute('unitCode', "Code of the school; the key's unit unless given", {
      mutability: 'immutable',
      caseExact: true,
    }),
    attribute('schoolYear', 'For example 2026-2027; the running one unless given', {
      mutability: 'immutable',
    }),
  ]),
] as const;
