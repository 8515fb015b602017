import { scimLimits, type ScimType, scimTypes } from '@diemcau/contracts/identity/scim';
import { answers, descriptions, group, groupPatch, problem, user, userPatch } from './scim-examples.js';

const mediaType = 'application/scim+json';
const parameter = (place: string, name: string, description: string, schema: object, example?: unknown) => ({
  name,
  in: place,
  required: place === 'path',
  description,
  schema,
  ...(example !== undefined && { example }),
});
const text = { type: 'string' };

const paging = [
  parameter('query', 'startIndex', 'From 1', { type: 'integer' }, 1),
  parameter(
    'query',
    'count',
    `At most ${scimLimits.count}`,
    { type: 'integer', maximum: scimLimits.count },
    100,
  ),
];
const projection = [
  parameter('query', 'attributes', 'These alone, by commas', text, 'userName,active'),
  parameter('query', 'excludedAttributes', 'All but these, by commas', text, 'members'),
];
const filters: Readonly<Record<ScimType, string>> = {
  Users: `userName eq "${user.userName}"`,
  Groups: `displayName eq "${group.displayName}"`,
};
const ifMatch = parameter(
  'header',
  'If-Match',
  'The `ETag` that was read: 412 when somebody was quicker',
  text,
  'W/"3"',
);
const ifNoneMatch = parameter(
  'header',
  'If-None-Match',
  'The `ETag` that is known: 304 while it holds',
  text,
  'W/"3"',
);

const body = (schema: string, example: object) => ({
  content: { [mediaType]: { schema: { $ref: `#/components/schemas/${schema}` }, example } },
});
const wanted = (schema: string, example: object) => ({
  requestBody: { required: true, ...body(schema, example) },
});

const refused = { description: 'A problem, in the words of SCIM', ...body('ScimError', problem) };
const answering = (status: number, description: string, schema?: string, example: object = {}) => ({
  responses: { [status]: { description, ...(schema && body(schema, example)) }, default: refused },
});

/** A key with `directory.sync`. */
const operation = (id: string, summary: string) => ({
  operationId: `scim.${id}`,
  tags: ['scim'],
  summary,
  'x-permission': 'directory.sync',
  security: [{ accessToken: [] }],
});

function ofType(type: ScimType): Record<string, Record<string, object>> {
  const [schema, one, change] =
    type === 'Users' ? ['ScimUser', user, userPatch] : ['ScimGroup', group, groupPatch];
  const what = type === 'Users' ? ['người', 'people'] : ['lớp', 'classes'];
  const say = (vi: string, en: string) => `${vi} ${what[0]} · ${en} ${what[1]}`;
  const { one: told, list } = answers[type];
  const id = parameter('path', 'id', 'As the answers name it', text);
  return {
    [`/scim/v2/${type}`]: {
      get: {
        ...operation(`${type}.list`, say('Tìm', 'Search')),
        parameters: [
          parameter('query', 'filter', 'RFC 7644 3.4.2.2', text, filters[type]),
          ...paging,
          ...projection,
        ],
        ...answering(200, 'ListResponse', `${schema}List`, list),
      },
      post: {
        ...operation(`${type}.create`, say('Thêm', 'Add')),
        parameters: projection,
        ...wanted(schema, one),
        ...answering(201, schema, schema, told),
      },
    },
    [`/scim/v2/${type}/{id}`]: {
      get: {
        ...operation(`${type}.find`, say('Xem', 'Read')),
        parameters: [id, ...projection, ifNoneMatch],
        ...answering(200, schema, schema, told),
      },
      put: {
        ...operation(`${type}.replace`, `${say('Ghi đè', 'Replace')}; what is left out stays`),
        parameters: [id, ...projection, ifMatch],
        ...wanted(schema, one),
        ...answering(200, schema, schema, told),
      },
      patch: {
        ...operation(`${type}.patch`, say('Sửa', 'Change')),
        parameters: [id, ...projection, ifMatch],
        ...wanted('ScimPatch', change),
        ...answering(200, schema, schema, told),
      },
      delete: {
        ...operation(
          `${type}.remove`,
          type === 'Users' ? 'Ngừng một người · Disable a person' : 'Xoá một lớp · Delete a class',
        ),
        parameters: [id, ifMatch],
        ...answering(204, 'Done'),
      },
    },
  };
}

const discovery = Object.entries(descriptions).map(([path, example]): [string, Record<string, object>] => {
  const single = path.endsWith('{id}') || path === 'ServiceProviderConfig';
  const [name = ''] = path.split('/');
  return [
    `/scim/v2/${path}`,
    {
      get: {
        operationId: `scim.${name}${path.endsWith('{id}') ? '.find' : '.list'}`,
        tags: ['scim'],
        summary: `Nhà cung cấp này làm được gì: ${name} · What this provider can do: ${name}`,
        security: [],
        ...(path.endsWith('{id}') && { parameters: [parameter('path', 'id', 'Its `id`', text)] }),
        ...answering(200, name, single ? 'ScimDescription' : 'ScimDescriptionList', example),
      },
    },
  ];
});

/** SCIM 2.0 for the OpenAPI document: routes of its own, with errors of its own (RFC 7644). */
export const scimPaths: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  ...Object.fromEntries(scimTypes.flatMap((type) => Object.entries(ofType(type)))),
  ...Object.fromEntries(discovery),
};
