import type { Schema } from '@diemcau/contracts/core/schema';
import { scimSchemas } from '@diemcau/contracts/identity/scim';
import { type Attribute, schemas } from '../schemas.js';

/** JSON Schema of an attribute as RFC 7643 describes it. */
function ofAttribute({ type, multiValued, description, mutability, subAttributes }: Attribute): Schema {
  const one: Schema = type === 'complex' ? ofAttributes(subAttributes ?? []) : { type };
  const traits = {
    ...(description && { description }),
    ...(mutability === 'readOnly' && { readOnly: true }),
  };
  return multiValued ? { type: 'array', items: one, ...traits } : { ...one, ...traits };
}

function ofAttributes(attributes: readonly Attribute[]): Schema {
  const required = attributes.filter((one) => one.required === true).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(attributes.map((one) => [one.name, ofAttribute(one)])),
    ...(required.length > 0 && { required }),
  };
}

const attributesOf = (urn: string): readonly Attribute[] =>
  schemas.find(({ id }) => id === urn)?.attributes ?? [];

/** RFC 7643 3.1: what every resource has, and its extensions under their names. */
function resource(urn: string, extensions: readonly string[]): Schema {
  const { properties, required = [] } = ofAttributes(attributesOf(urn));
  const text = { type: 'string' };
  return {
    type: 'object',
    required: ['schemas', ...required],
    properties: {
      schemas: { type: 'array', items: text },
      id: { ...text, readOnly: true },
      externalId: { ...text, description: 'What the directory calls it' },
      ...properties,
      ...Object.fromEntries(extensions.map((one) => [one, ofAttributes(attributesOf(one))])),
      meta: {
        type: 'object',
        readOnly: true,
        properties: {
          resourceType: text,
          created: { type: 'string', format: 'date-time' },
          location: { type: 'string', format: 'uri' },
          version: { ...text, description: 'The entity tag' },
        },
      },
    },
  };
}

const urns = { type: 'array', items: { type: 'string' } };
const list = (name: string): Schema => ({
  type: 'object',
  required: ['schemas', 'totalResults', 'Resources'],
  properties: {
    schemas: urns,
    totalResults: { type: 'integer' },
    startIndex: { type: 'integer' },
    itemsPerPage: { type: 'integer' },
    Resources: { type: 'array', items: { $ref: `#/components/schemas/${name}` } },
  },
});

/** In `components`: resources from the schemas that the provider tells of itself, messages as RFC 7644 3 has them. */
export const scimComponents: Readonly<Record<string, Schema>> = {
  ScimUser: resource(scimSchemas.user, [scimSchemas.enterprise, scimSchemas.person]),
  ScimGroup: resource(scimSchemas.group, [scimSchemas.class]),
  ScimUserList: list('ScimUser'),
  ScimGroupList: list('ScimGroup'),
  ScimDescription: { type: 'object', description: 'RFC 7643 5–7', additionalProperties: true },
  ScimDescriptionList: list('ScimDescription'),
  ScimPatch: {
    type: 'object',
    description: 'RFC 7644 3.5.2',
    required: ['schemas', 'Operations'],
    properties: {
      schemas: urns,
      Operations: {
        type: 'array',
        items: {
          type: 'object',
          required: ['op'],
          properties: {
            op: { type: 'string', description: 'add, remove or replace, in small or capital letters' },
            path: { type: 'string', description: 'Left out: the value holds the attributes' },
            value: { description: 'Of any type' },
          },
        },
      },
    },
  },
  ScimError: {
    type: 'object',
    description: 'RFC 7644 3.12',
    required: ['schemas', 'status', 'detail'],
    properties: {
      schemas: urns,
      status: { type: 'string', description: 'The HTTP status' },
      scimType: { type: 'string', description: 'uniqueness, invalidFilter, mutability …' },
      detail: { type: 'string', description: 'For the administrator of the directory, in English' },
    },
  },
};
