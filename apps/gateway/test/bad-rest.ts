import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { junk, nearValid, type JsonSchema, type Schemas, type Vocabulary } from './near-valid.js';

interface RouteDoc {
  readonly requestBody?: {
    /** Uploads have another type. */
    readonly content: { readonly 'application/json'?: { readonly schema: JsonSchema } };
  };
}
interface Document {
  readonly components: { readonly schemas: Schemas };
  readonly paths: Readonly<Record<string, Readonly<Record<string, RouteDoc>>>>;
}

export const documentOf = (name: string): Document =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/api', name), 'utf8')) as Document;

export interface BadRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly authorization: string | undefined;
  readonly type: string;
  readonly text: string;
}

const queried = [
  'limit',
  'cursor',
  'q',
  'state',
  'parentId',
  'unitId',
  'userId',
  'on',
  'from',
  'kind',
  'fileName',
];
const queries = fc.oneof(
  fc.constant(''),
  fc
    .dictionary(fc.constantFrom(...queried, 'x', '__proto__'), fc.string(), {
      maxKeys: 3,
    })
    .map((pairs) => `?${new URLSearchParams(pairs)}`),
  fc.constantFrom('?limit=1&limit=2', '?limit=-1', '?limit=1e9', '?cursor=%00', '?q=%25', '?limit[]=1', '?%'),
);
const types = fc.oneof(
  { weight: 12, arbitrary: fc.constant('application/json') },
  fc.constantFrom('text/csv', 'text/plain', 'multipart/form-data', 'application/json; charset=utf-16', 'x'),
);

/** Requests to every route there is, each wrong in some way or none. */
export function badRequests(
  words: Omit<Vocabulary, 'schemas'>,
  token: () => string,
): fc.Arbitrary<BadRequest> {
  const { paths, components } = documentOf('openapi.json');
  const vocabulary = { ...words, schemas: components.schemas };
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]) => ({ path, method, route })),
  );
  const segment = fc.oneof(
    words.ids,
    fc.constantFrom('thanh-hoa', '%00', '%ff', '..', '%2e%2e', '%F0%9F%98%80', "'", '*', 'a'.repeat(300)),
    fc.string({ maxLength: 40 }).map(encodeURIComponent),
  );
  const credentials = fc.oneof(
    fc.constantFrom(undefined, 'Bearer ', 'Entry ', 'Basic YTpi', 'Bearer a.b.c', 'Entry x', 'Bearer null'),
    fc.constant(null).map(() => `Bearer ${token()}`),
    fc.string({ unit: fc.constantFrom(...'abcXYZ019-_. ='), maxLength: 60 }).map((word) => `Entry ${word}`),
  );
  return fc.constantFrom(...routes).chain(({ path, method, route }) => {
    const schema = route.requestBody?.content['application/json']?.schema;
    const asked = (schema ? nearValid(schema, vocabulary) : junk).map((value) => JSON.stringify(value) ?? '');
    return fc.record({
      method: fc.oneof(
        { weight: 12, arbitrary: fc.constant(method) },
        fc.constantFrom('post', 'put', 'delete', 'patch'),
      ),
      path: fc
        .tuple(segment, segment)
        .map(([first, second]) => path.replace(/\{\w+\}/, first).replace(/\{\w+\}/, second)),
      query: queries,
      authorization: credentials,
      type: types,
      text: fc.oneof(
        { weight: 10, arbitrary: asked },
        { weight: 1, arbitrary: asked.map((text) => text.slice(0, -2)) },
        { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
        { weight: 1, arbitrary: fc.constant(`${'['.repeat(9000)}${']'.repeat(9000)}`) },
      ),
    });
  });
}
