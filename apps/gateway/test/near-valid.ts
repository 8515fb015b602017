import fc from 'fast-check';

/** As much of JSON Schema as the committed documents use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}
export type Schemas = Readonly<Record<string, JsonSchema>>;

/** Text that has broken parsers, databases and logs before. */
const nastyText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\u{1F600}'.repeat(40),
    '\ud800',
    '﻿',
    '\u202e',
    "'; DROP TABLE users; --",
    '$1',
    '../../etc/passwd',
    '*',
    '>',
    'a.b.c',
    '{{7*7}}',
    'NaN',
    '1e999',
    'null',
    '9007199254740993',
    'Trung tâm Giáo dục thường xuyên Như Xuân',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 300 }),
  fc.string({ minLength: 2000, maxLength: 2100 }),
);

/** Anything that JSON can say. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, true, 0, -0, -1, 1e308, 2 ** 53, [], {}, [[]], { length: -1 }, { toString: 1 }),
  fc.constantFrom(nested(12), nested(40), { constructor: { prototype: {} } }),
);

function nested(depth: number): unknown {
  return depth === 0 ? 'bottom' : { in: nested(depth - 1) };
}

/** Where the words come from that must be somebody's to mean anything. */
export interface Vocabulary {
  readonly schemas: Schemas;
  readonly ids: fc.Arbitrary<string>;
  /** Values of fields by their name; they win over the schema. */
  readonly fields: Readonly<Record<string, fc.Arbitrary<unknown>>>;
}

/** Mostly what the schema asks for, with some of it wrong: what is wrong everywhere dies in the first check. */
export function nearValid(schema: JsonSchema, words: Vocabulary): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 14, arbitrary: valid(schema, words) }, { weight: 1, arbitrary: junk });
}

function valid(schema: JsonSchema, words: Vocabulary): fc.Arbitrary<unknown> {
  if (schema.$ref) return nearValid(words.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, words);
  const [first] = schema.allOf ?? schema.oneOf ?? [];
  if (first) return nearValid(first, words);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const { minimum: min = 0, maximum: max = 100, maxLength = 80 } = schema;
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return schema.format === 'uuid'
        ? words.ids
        : fc.string({ minLength: 1, maxLength: Math.min(80, maxLength) });
    case 'integer':
      return fc.integer({ min, max });
    case 'number':
      return fc.double({ min, max, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(nearValid(schema.items ?? {}, words), { maxLength: 4 });
    case 'object':
      if (schema.properties) return recordOf(schema.properties, words);
      return fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });
    default:
      return junk;
  }
}

function recordOf(properties: Schemas, words: Vocabulary): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, words.fields[name] ?? nearValid(part, words)]),
  );
  const whole = fc.record(fields);
  return fc.oneof(
    { weight: 10, arbitrary: whole },
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(whole, fc.string(), junk)
        .map(([object, key, value]) => ({ ...object, [key]: value })),
    },
  );
}
