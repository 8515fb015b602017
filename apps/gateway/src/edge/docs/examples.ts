import type { Schema, Schemas } from '@diemcau/contracts/core/schema';
import { bodies, usuallyNothing } from './example-bodies.js';
import { idOf } from './example-ids.js';
import { numbers, numbersOf } from './example-numbers.js';
import { textsOf } from './example-texts-of.js';
import { texts } from './example-texts.js';
import { dayOf, instantOf } from './example-times.js';

const deepest = 4;

/** Where in the documents a value stands. */
interface Place {
  readonly schemas: Schemas;
  /** The class whose field it is; the body itself has none. */
  readonly owner: string;
  readonly name: string;
  readonly depth: number;
}

interface Described extends Schema {
  readonly examples?: readonly unknown[];
  readonly $ref?: string;
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
}

const typesOf = ({ type }: Schema): readonly string[] => (typeof type === 'string' ? [type] : (type ?? []));

const isNullable = (schema: Described): boolean =>
  [schema, ...(schema.oneOf ?? [])].some((one) => typesOf(one).includes('null'));

/**
 * A value that the schema allows, for people to begin with: examples of the contract where it has them, else what such a
 * field usually holds. Optional fields are shown when their contract has an example, or where there is nothing else.
 * @param owner the class whose schema it is
 */
export const exampleOf = (schema: Schema, schemas: Schemas, owner = ''): unknown =>
  valueOf(schema, { schemas, owner, name: '', depth: 0 });

function valueOf(schema: Described, place: Place): unknown {
  const { examples, enum: values, $ref, oneOf } = schema;
  const { schemas, depth, name } = place;
  if (isNullable(schema) && usuallyNothing.has(name)) return null;
  if (examples?.[0] !== undefined) return examples[0];
  if ($ref) {
    const owner = $ref.split('/').at(-1) ?? '';
    return valueOf(schemas[owner] ?? {}, { ...place, owner });
  }
  if (oneOf?.[0]) return valueOf(oneOf[0], place);
  if (values) return wordOf(values, place);
  switch (typesOf(schema)[0]) {
    case 'object':
      return objectOf(schema, place);
    case 'array':
      return depth >= deepest ? [] : [valueOf(schema.items ?? {}, { ...place, depth: depth + 1 })];
    case 'integer':
    case 'number':
      return numberOf(schema, place);
    case 'boolean':
      return false;
    case 'string':
      return textOf(schema, place);
    default:
      return {};
  }
}

function objectOf({ properties = {}, required = [] }: Schema, { schemas, owner, depth }: Place): object {
  const bare = required.every((name) => name === 'version');
  const shown = Object.entries(properties).filter(
    ([name, field]) => bare || required.includes(name) || 'examples' in field,
  );
  const fields = shown.map(([name, field]) => [
    name,
    valueOf(field, { schemas, owner, name, depth: depth + 1 }),
  ]);
  return { ...Object.fromEntries(fields), ...bodies[owner] };
}

/** The usual one where it was said, else the first. */
function wordOf(words: readonly unknown[], { owner, name }: Place): unknown {
  const usual = textsOf[`${owner}.${name}`];
  return words.includes(usual) ? usual : words[0];
}

const within = (value: number, { minimum, maximum }: Schema): number =>
  Math.min(Math.max(value, Number(minimum ?? value)), Number(maximum ?? value));

const numberOf = (schema: Schema, { owner, name }: Place): number =>
  within(numbersOf[`${owner}.${name}`] ?? numbers[name] ?? 1, schema);

function textOf(schema: Schema, { owner, name }: Place): string {
  switch (schema['format']) {
    case 'uuid':
      return idOf(name === 'id' ? owner : name);
    case 'date-time':
      return instantOf(name);
    case 'date':
      return dayOf(name);
    case 'email':
      return texts['email'] ?? '';
    default: {
      const [min, max] = [Number(schema['minLength'] ?? 0), Number(schema['maxLength'] ?? 200)];
      return (textsOf[`${owner}.${name}`] ?? texts[name] ?? idOrName(name)).padEnd(min, '0').slice(0, max);
    }
  }
}

/** Ids of several kinds of things, or of outside systems, are texts. */
const isId = (name: string): boolean => /Ids?$/.test(name);
const idOrName = (name: string): string => (isId(name) ? idOf(name) : name);

/** Fields of which nobody said what they hold: neither their contract nor the words above. */
export function unexplained(schemas: Schemas): string[] {
  return Object.entries(schemas).flatMap(([owner, { properties = {} }]) =>
    Object.entries(properties)
      .filter(([name, field]) => !isExplained(field, owner, name))
      .map(([name]) => `${owner}.${name}`),
  );
}

function isExplained(field: Described, owner: string, name: string): boolean {
  if (field.examples || field.enum || field.$ref || field.oneOf || field['format']) return true;
  if (field.items) return isExplained(field.items, owner, name);
  if (isId(name) || (isNullable(field) && usuallyNothing.has(name))) return true;
  const own = `${owner}.${name}`;
  switch (typesOf(field)[0]) {
    case 'string':
      return own in textsOf || name in texts;
    case 'integer':
    case 'number':
      return own in numbersOf || name in numbers;
    default:
      return true;
  }
}
