import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controllers } from '../src/controllers.js';
import { asyncApi } from '../src/edge/docs/asyncapi.js';
import { openApi } from '../src/edge/docs/openapi.js';
import { routesOf } from '../src/edge/http/route.js';

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
