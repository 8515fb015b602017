import type { Schema, Schemas } from '@diemcau/contracts/core/schema';

/** What a field is called and where, when its contract gives no example of its own. */
const byFormat: Readonly<Record<string, string>> = {
  uuid: '0b9f6f3e-5d1c-4c55-9a53-3a4d7c1e2f60',
  'date-time': '2026-11-20T08:00:00+07:00',
  date: '2026-11-20',
  email: 'vanthu@truong-mau.example',
};
const deepest = 4;

/**
 * A value that the schema allows, for people to begin with: examples of the contract where it has them, else the plainest
 * value of the kind. Optional fields are shown when their contract has an example.
 */
export function exampleOf(schema: Schema, schemas: Schemas, name = '', depth = 0): unknown {
  const {
    examples,
    enum: values,
    $ref,
    oneOf,
  } = schema as Schema & {
    examples?: readonly unknown[];
    $ref?: string;
    oneOf?: readonly Schema[];
  };
  if (examples?.[0] !== undefined) return examples[0];
  if ($ref) return exampleOf(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas, name, depth);
  if (oneOf?.[0]) return exampleOf(oneOf[0], schemas, name, depth);
  if (values) return values[0];
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'object':
      return objectOf(schema, schemas, depth);
    case 'array':
      return depth >= deepest ? [] : [exampleOf((schema['items'] ?? {}) as Schema, schemas, name, depth + 1)];
    case 'integer':
    case 'number':
      return schema['minimum'] ?? 1;
    case 'boolean':
      return false;
    case 'string':
      return textOf(schema, name);
    default:
      return {};
  }
}

function objectOf({ properties = {}, required = [] }: Schema, schemas: Schemas, depth: number): object {
  const shown = Object.entries(properties).filter(
    ([name, field]) => required.includes(name) || 'examples' in field,
  );
  return Object.fromEntries(shown.map(([name, field]) => [name, exampleOf(field, schemas, name, depth + 1)]));
}

function textOf(schema: Schema, name: string): string {
  const known = byFormat[String(schema['format'])];
  if (known !== undefined) return known;
  const [min, max] = [Number(schema['minLength'] ?? 0), Number(schema['maxLength'] ?? 200)];
  return (name || 'văn bản').padEnd(min, '.').slice(0, max);
}
