import type { Dto } from './contract.js';

/** JSON Schema 2020-12, as OpenAPI 3.1 and AsyncAPI 3 have it. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
export type Schemas = Readonly<Record<string, Schema>>;

interface Field {
  readonly optional: boolean;
  readonly nullable: boolean;
  /** Without what it says about the class it mentions. */
  readonly schema: Schema;
  /** Asked for when all classes are there: they may mention each other. */
  readonly item?: () => Dto;
}

const described = new WeakMap<object, Map<string, Field>>();

/** Notes what a field looks like, for the documents that are written from the contracts. */
export function describeField(target: object, name: string, field: Field): void {
  const fields = described.get(target) ?? new Map<string, Field>();
  described.set(target, fields.set(name, field));
}

export const refTo = (dto: Dto): Schema => ({ $ref: `#/components/schemas/${dto.name}` });

function orNull(schema: Schema): Schema {
  if (typeof schema.type !== 'string') return { oneOf: [schema, { type: 'null' }] };
  const { type, enum: values } = schema;
  return { ...schema, type: [type, 'null'], ...(values && { enum: [...values, null] }) };
}

function fieldSchema({ schema, item, nullable }: Field): Schema {
  const mentioned = item && refTo(item());
  const whole = mentioned ? (schema.type === 'array' ? { ...schema, items: mentioned } : mentioned) : schema;
  return nullable ? orNull(whole) : whole;
}

/** Inherited fields first. */
function fieldsOf(prototype: object | null): [string, Field][] {
  if (prototype === null) return [];
  return [
    ...fieldsOf(Object.getPrototypeOf(prototype) as object | null),
    ...(described.get(prototype) ?? []),
  ];
}

/** Is it among the fields of the class, its own or inherited? */
export const hasField = (dto: Dto, name: string): boolean =>
  fieldsOf(dto.prototype as object).some(([one]) => one === name);

function schemaOf(fields: readonly [string, Field][]): Schema {
  const required = fields.filter(([, { optional }]) => !optional).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field)])),
    ...(required.length > 0 && { required }),
  };
}

/** The schemas of classes and of every class they mention, by name. */
export function schemasOf(classes: Iterable<Dto>): Schemas {
  const found = new Map<string, Schema>();
  const named = new Map<string, Dto>();
  const look = (dto: Dto): void => {
    const known = named.get(dto.name);
    if (known === dto) return;
    if (known)
      throw new Error(`two classes are called ${dto.name}: one would hide the other in the documents`);
    named.set(dto.name, dto);
    const fields = fieldsOf(dto.prototype as object);
    found.set(dto.name, schemaOf(fields));
    for (const [, { item }] of fields) if (item) look(item());
  };
  for (const dto of classes) look(dto);
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
