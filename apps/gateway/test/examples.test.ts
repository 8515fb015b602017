import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dto } from '@diemcau/contracts/core/contract';
import { Failure } from '@diemcau/contracts/core/failure';
import { schemasOf } from '@diemcau/contracts/core/schema';
import { validated } from '@diemcau/contracts/core/validate';
import { controllers } from '../src/controllers.js';
import { unexplained } from '../src/edge/docs/examples.js';
import { apiPrefix, type RouteSpec, routesOf } from '../src/edge/http/route.js';

interface Content {
  readonly content?: Record<string, { readonly example?: object }>;
}
interface Documented {
  readonly requestBody?: Content;
  readonly responses: Record<string, Content>;
}
const routes = routesOf(controllers);
const { paths } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../docs/api/openapi.json'), 'utf8'),
) as { paths: Record<string, Record<string, Documented>> };

const documented = ({ path, method }: RouteSpec): Documented | undefined =>
  paths[`/${apiPrefix}/${path}`.replace(/:(\w+)/g, '{$1}')]?.[method];
const jsonOf = (content?: Content): object | undefined => content?.content?.['application/json']?.example;

function faultsOf({ method, path }: RouteSpec, dto: Dto, example: object): unknown[] {
  try {
    validated(dto, example);
    return [];
  } catch (error) {
    return error instanceof Failure ? [`${method} ${path}: ${JSON.stringify(error.errors)}`] : [error];
  }
}

/** Path parameters stand beside the body; some bodies are only whole with what the edge adds. */
test('the example of every request body is one that its contract takes', () => {
  const faults = routes.flatMap((spec) => {
    const example = jsonOf(documented(spec)?.requestBody);
    if (!example) return [];
    const ids = [...spec.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, sampleOf(name)]);
    const token = spec.access.kind === 'entryToken' ? { token: 'x'.repeat(43) } : {};
    return faultsOf(spec, spec.input, { ...example, ...Object.fromEntries(ids), ...token });
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

test('the example of every answer is one that its contract gives', () => {
  const faults = routes.flatMap((spec) => {
    const example = jsonOf(documented(spec)?.responses[spec.status]);
    return spec.answer && example ? faultsOf(spec, spec.answer, example) : [];
  });
  expect(faults).toEqual([]);
});

test('of every text and number somebody said what it holds: its contract, or edge/docs/example-*.ts', () => {
  const classes = routes.flatMap(({ input, answer }) => (answer ? [input, answer] : [input]));
  expect(unexplained(schemasOf(classes))).toEqual([]);
});

test('no example holds what only stands for something', () => {
  const hollow = (value: unknown, name: string): string[] => {
    if (Array.isArray(value)) return value.flatMap((one) => hollow(one, name));
    if (typeof value === 'object' && value !== null) {
      const fields = Object.entries(value);
      return fields.length === 0 ? [name] : fields.flatMap(([key, one]) => hollow(one, `${name}.${key}`));
    }
    if (typeof value !== 'string') return [];
    const own = name.split('.').at(-1) ?? '';
    const isHollow = value.trim() === '' || value.toLowerCase() === own.toLowerCase();
    return isHollow || /^(string|văn bản|lorem\b.*|foo|bar)$|\.\.\.$/i.test(value) ? [name] : [];
  };
  // There SCIM describes itself: the type of an attribute is "string".
  const told = Object.entries(paths).filter(([path]) => !/^\/scim\/v2\/(Schemas|ResourceTypes)/.test(path));
  const found = told.flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody, responses }]) =>
      [requestBody, ...Object.values(responses)].flatMap((one) =>
        Object.values(one?.content ?? {}).flatMap(({ example }) =>
          hollow(example ?? null, `${method} ${path}`),
        ),
      ),
    ),
  );
  expect(found).toEqual([]);
});
