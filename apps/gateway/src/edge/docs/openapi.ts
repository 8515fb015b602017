import type { Dto } from '@diemcau/contracts/core/contract';
import { refTo, type Schema, type Schemas, schemasOf } from '@diemcau/contracts/core/schema';
import { hasKeys } from '../auth/access.js';
import { scimComponents } from '../../scim/docs/json-schema.js';
import { scimPaths } from '../../scim/docs/scim-paths.js';
import { apiPrefix, type RouteSpec, takesVersion } from '../http/route.js';
import { exampleOf } from './examples.js';
import { problemSchema } from './problem-schema.js';

const description = `REST interface of Điểm Cầu. Errors are RFC 9457 problem details: show \`title\`, branch on \`code\`.
Refused for asking too often: 429 with \`Retry-After\`. \`X-Request-Id\` and \`traceparent\` are taken and passed on.
What happens live is said over the socket: see /api/asyncapi.json. Below /scim/v2 RFC 7644 holds: its own media type and errors.`;

const securitySchemes = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'From signing in; 10 minutes',
  },
  entryToken: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: "`Entry <token>`: the token of the guest's own request to enter",
  },
};

const headerParameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Done once: sent again within a day under the same key, the request is answered as the first time, with ' +
      '`Idempotent-Replayed: true`. Best a UUID; another request under the same key is refused.',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The `ETag` that was read, instead of `version` in the input: 412 when somebody was quicker',
    schema: { type: 'string', examples: ['"7"'] },
  },
};

/** The OpenAPI 3.1 document of the routes. */
export function openApi(routes: readonly RouteSpec[]): object {
  const classes = routes.flatMap(({ input, answer }) => (answer ? [input, answer] : [input]));
  const schemas = schemasOf(classes);
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = `/${apiPrefix}/${route.path}`.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Điểm Cầu', version: '1', description, license: { name: 'AGPL-3.0-or-later' } },
    servers: [{ url: '/' }],
    paths: { ...paths, ...scimPaths },
    components: {
      securitySchemes,
      parameters: headerParameters,
      schemas: { ...schemas, Problem: problemSchema, ...scimComponents },
      responses: {
        Problem: {
          description: 'A problem',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function operationOf(route: RouteSpec, schemas: Schemas): object {
  const { operation, access, status, answer, summary, method } = route;
  const read = method === 'get' || method === 'delete' || route.upload !== undefined;
  const path = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const rest = without(schemaOf(route.input, schemas), [
    ...path,
    ...(access.kind === 'entryToken' ? ['token'] : []),
  ]);
  const hasRest = Object.keys(rest.properties ?? {}).length > 0;
  const parameters = [
    ...path.map((name) => parameter('path', name, schemaOf(route.input, schemas))),
    ...(read ? Object.keys(rest.properties ?? {}).map((name) => parameter('query', name, rest)) : []),
    ...headersOf(route),
  ];
  return {
    operationId: route.download ? `${operation.subject}.${route.path.split('/').at(-1)}` : operation.subject,
    tags: [operation.subject.split('.')[1]],
    summary,
    ...(access.kind === 'may' && { 'x-permission': access.permission }),
    security: securityOf(route),
    ...(parameters.length > 0 && { parameters }),
    ...(route.upload && { requestBody: { required: true, content: filesOf(route.upload.types) } }),
    ...(!read &&
      hasRest && {
        requestBody: {
          required: true,
          content: {
            'application/json': { schema: rest, example: exampleOf(rest, schemas, route.input.name) },
          },
        },
      }),
    responses: {
      [status]: {
        description: answer ? answer.name : route.download ? 'A file' : 'Done',
        ...(answer && {
          content: {
            'application/json': { schema: refTo(answer), example: exampleOf(refTo(answer), schemas) },
          },
        }),
        ...(route.download && { content: filesOf(route.download) }),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

const filesOf = (types: readonly string[]): object =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));

const schemaOf = (dto: Dto, schemas: Schemas): Schema =>
  schemas[dto.name] ?? { type: 'object', properties: {} };

function without({ properties = {}, required = [], ...rest }: Schema, gone: readonly string[]): Schema {
  const kept = Object.entries(properties).filter(([name]) => !gone.includes(name));
  return {
    ...rest,
    properties: Object.fromEntries(kept),
    required: required.filter((name) => !gone.includes(name)),
  };
}

const parameter = (place: 'path' | 'query', name: string, { properties, required }: Schema) => ({
  name,
  in: place,
  required: place === 'path' || (required?.includes(name) ?? false),
  schema: properties?.[name] ?? { type: 'string' },
});

/** Of one definition each, in `components`. */
function headersOf(route: RouteSpec): object[] {
  const keyed = route.method !== 'get' && hasKeys(route.access);
  return [
    ...(keyed ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(takesVersion(route) ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
  ];
}

function securityOf({ access }: RouteSpec): object[] {
  if (access.kind === 'anyone') return [];
  return access.kind === 'entryToken' ? [{ entryToken: [] }] : [{ accessToken: [] }];
}
