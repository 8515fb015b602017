import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '@diemcau/contracts/core/failure';
import { validated } from '@diemcau/contracts/core/validate';
import { controllers } from '../src/controllers.js';
import { asyncApi } from '../src/edge/docs/asyncapi.js';
import { openApi } from '../src/edge/docs/openapi.js';
import { apiPrefix, type RouteSpec, routesOf } from '../src/edge/http/route.js';

const committed = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/api', name), 'utf8'));
const plain = (document: object): unknown => JSON.parse(JSON.stringify(document));

const mend = 'run pnpm --filter @diemcau/gateway run api, and commit what it writes';

test(`docs/api/openapi.json says what the routes say (else: ${mend})`, () => {
  expect(plain(openApi(routesOf(controllers)))).toEqual(committed('openapi.json'));
});

test(`docs/api/asyncapi.json says what the socket says (else: ${mend})`, () => {
  expect(plain(asyncApi())).toEqual(committed('asyncapi.json'));
});

/** Path parameters stand beside the body; some bodies are only whole with what the edge adds. */
const exampleIn = (spec: RouteSpec): object | undefined => {
  const path = `/${apiPrefix}/${spec.path}`.replace(/:(\w+)/g, '{$1}');
  const { paths } = committed('openapi.json') as { paths: Record<string, Record<string, Documented>> };
  return paths[path]?.[spec.method]?.requestBody?.content['application/json']?.example;
};
interface Documented {
  readonly requestBody?: { readonly content: Record<string, { readonly example?: object }> };
}

test('the example of every request body is one that its contract takes', () => {
  const faults = routesOf(controllers).flatMap((spec) => {
    const example = exampleIn(spec);
    if (!example) return [];
    const ids = [...spec.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, sampleOf(name)]);
    const token = spec.access.kind === 'entryToken' ? { token: 'x'.repeat(43) } : {};
    try {
      validated(spec.input, { ...example, ...Object.fromEntries(ids), ...token });
      return [];
    } catch (error) {
      return error instanceof Failure
        ? [`${spec.method} ${spec.path}: ${JSON.stringify(error.errors)}`]
        : [error];
    }
  });
  expect(faults).toEqual([]);
});
const samples: Readonly<Record<string, string>> = {
  slug: 'phong-hop',
  nominal: '2028-01-25',
  kind: 'briefing',
};
const sampleOf = (name: string): string =>
  name.endsWith('Id') ? '0b9f6f3e-5d1c-4c55-9a53-3a4d7c1e2f60' : (samples[name] ?? 'teacher');

test('no two routes differ only in the name of a parameter: OpenAPI counts them as one', () => {
  const { paths } = committed('openapi.json') as { paths: Record<string, object> };
  const shapes = Object.keys(paths).map((path) => path.replace(/\{\w+\}/g, '{}'));
  expect(new Set(shapes).size).toBe(shapes.length);
});

test('every reference in both documents leads somewhere', () => {
  for (const name of ['openapi.json', 'asyncapi.json']) {
    const document = committed(name);
    const text = JSON.stringify(document);
    for (const [, reference = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = reference
        .split('/')
        .reduce((at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key], document);
      expect([name, reference, target === undefined]).toEqual([name, reference, false]);
    }
  }
});
