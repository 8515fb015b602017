import { scimSchemas } from '@diemcau/contracts/identity/scim';

const schemas = ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'];

/** RFC 7643 6. */
export const resourceTypes = [
  {
    schemas,
    id: 'User',
    name: 'User',
    description: 'Staff and students · Cán bộ và học sinh',
    endpoint: '/Users',
    schema: scimSchemas.user,
    schemaExtensions: [
      { schema: scimSchemas.enterprise, required: false },
      { schema: scimSchemas.person, required: false },
    ],
    meta: { resourceType: 'ResourceType', location: 'ResourceTypes/User' },
  },
  {
    schemas,
    id: 'Group',
    name: 'Group',
    description: 'Classes of a school year · Lớp học',
    endpoint: '/Groups',
    schema: scimSchemas.group,
    schemaExtensions: [{ schema: scimSchemas.class, required: false }],
    meta: { resourceType: 'ResourceType', location: 'ResourceTypes/Group' },
  },
] as const;
