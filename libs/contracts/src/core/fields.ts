import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import type { Dto } from './contract.js';
import { IsDay, IsInstant, IsPlainData, IsSchoolYear } from './rules.js';
import { describeField, type Schema } from './schema.js';

/** `optional`: the key may be absent. `nullable`: null is a value of its own ("no unit"). */
interface Presence {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  /** For OpenAPI; the docstring of the field says the same to readers of the code. */
  readonly example?: unknown;
}

/** Validation and documentation of a field in one. */
const field = (presence: Presence, schema: Schema, ...rules: PropertyDecorator[]): PropertyDecorator =>
  decorated(presence, { schema }, rules);

/** As {@link field}, for one or a list of another class. */
const nested = (
  presence: Presence,
  item: () => Dto,
  schema: Schema,
  ...rules: PropertyDecorator[]
): PropertyDecorator =>
  decorated(presence, { schema, item }, [...rules, ValidateNested({ each: 'type' in schema }), Type(item)]);

function decorated(
  { optional = false, nullable = false, example }: Presence,
  { schema, item }: { schema: Schema; item?: () => Dto },
  rules: readonly PropertyDecorator[],
): PropertyDecorator {
  const lenient = ValidateIf(
    (_, value) => !((optional && value === undefined) || (nullable && value === null)),
  );
  return (target, name) => {
    for (const rule of [...rules, lenient]) rule(target, name);
    describeField(target, String(name), {
      optional,
      nullable,
      schema: { ...schema, ...(example !== undefined && { examples: [example] }) },
      ...(item && { item }),
    });
  };
}

/**
 * What is pasted brings along what nobody sees: marks of direction around a telephone number, zero-width and soft breaks.
 * Joiners stay where they join an emoji.
 */
const unseen =
  /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])[\u200C\u200D]/gu;
/** Word's own line breaks, and those of other programs. */
const breaks = /[\v\f\u0085\u2028\u2029]/gu;

/** NFC, without what nobody sees; what breaks a line breaks it, or is a space where there is one line only. */
const tidied = (text: string, multiline: boolean): string => {
  const plain = text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(breaks, multiline ? '\n' : ' ');
  return (multiline ? plain : plain.replaceAll('\t', ' ')).trim();
};
const tidying = (multiline: boolean) =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? tidied(value, multiline) : value,
  );
const tidy = tidying(false);
/**
 * No C0 or C1 controls, except tab and line breaks where lines are allowed. PostgreSQL refuses U+0000 in text and lone
 * surrogates in JSON.
 */
const oneLine = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u;
const lines = /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u;

export const Id = (presence: Presence = {}) => field(presence, { type: 'string', format: 'uuid' }, IsUUID());

export const Ids = ({ max, ...presence }: { max: number } & Presence) =>
  field(
    presence,
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: max },
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  );

/**
 * Trimmed, NFC (Vietnamese has two ways to write each diacritic), without invisible characters, one line unless `multiline`.
 * Lengths in UTF-16 units.
 */
export const Text = ({
  min = 1,
  max,
  multiline = false,
  ...presence
}: { min?: number; max: number; multiline?: boolean } & Presence) =>
  field(
    presence,
    { type: 'string', minLength: min, maxLength: max },
    tidying(multiline),
    IsString(),
    Length(min, max),
    Matches(multiline ? lines : oneLine),
  );

/** Taken as typed: no trimming, no normalisation. */
export const Secret = ({ min = 1, max, ...presence }: { min?: number; max: number } & Presence) =>
  field(presence, { type: 'string', minLength: min, maxLength: max }, IsString(), Length(min, max));

/** `thanh-hoa`: lower-case ASCII words joined by hyphens, 2–60 characters. */
export const Slug = (presence: Presence = {}) =>
  field(
    presence,
    { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 2, maxLength: 60 },
    IsString(),
    Length(2, 60),
    Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  );

/** An address of e-mail as people have them (`ten@truong.edu.vn`): no display name, no comments, at most 254 characters. */
export const Email = (presence: Presence = {}) =>
  field(presence, { type: 'string', format: 'email', maxLength: 254 }, tidy, IsString(), IsEmail());

const phone = /^\+?(?:[ .()-]*[0-9]){7,15}$/;

/** A telephone number as it is written, 7–15 digits: `0912 345 678`, `+84 (237) 3852-123`. */
export const Phone = (presence: Presence = {}) =>
  field(
    presence,
    { type: 'string', pattern: phone.source, minLength: 7, maxLength: 25 },
    tidy,
    IsString(),
    Length(7, 25),
    Matches(phone),
  );
/** What somebody signs in with: letters, digits and `. _ - @`, 3–100 characters. */
export const UserName = (presence: Presence = {}) =>
  field(
    presence,
    { type: 'string', minLength: 3, maxLength: 100 },
    tidy,
    IsString(),
    Length(3, 100),
    Matches(/^[\p{L}\p{N}._@-]+$/u),
  );

interface Range {
  readonly min: number;
  readonly max: number;
}
/** Query strings carry numbers as text. */
const fromText = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? Number(value) : value,
);

export const Int = ({ min, max, ...presence }: Range & Presence) =>
  field(presence, { type: 'integer', minimum: min, maximum: max }, fromText, IsInt(), Min(min), Max(max));

export const Decimal = ({ min, max, ...presence }: Range & Presence) =>
  field(presence, { type: 'number', minimum: min, maximum: max }, fromText, IsNumber(), Min(min), Max(max));

export const Flag = (presence: Presence = {}) =>
  field(
    presence,
    { type: 'boolean' },
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );

/** RFC 3339 with offset, as text: contracts are JSON, never Date. */
export const Instant = (presence: Presence = {}) =>
  field(presence, { type: 'string', format: 'date-time' }, IsInstant());

/** A date of the calendar, `YYYY-MM-DD`, 1900–2999. */
export const Day = (presence: Presence = {}) => field(presence, { type: 'string', format: 'date' }, IsDay());

const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Time of day where people are, `08:00`; which zone, its owner says. */
export const WallTime = (presence: Presence = {}) =>
  field(presence, { type: 'string', pattern: wallTime.source }, IsString(), Matches(wallTime));

/** `2026-2027`: two years that follow each other. */
export const SchoolYear = (presence: Presence = {}) =>
  field(
    presence,
    { type: 'string', pattern: '^20\\d\\d-20\\d\\d$', examples: ['2026-2027'] },
    IsSchoolYear(),
  );

export const OneOf = (values: readonly string[], presence: Presence = {}) =>
  field(presence, { type: 'string', enum: [...values] }, IsIn(values));

export const ListOf = (item: () => Dto, { max, ...presence }: { max: number } & Presence) =>
  nested(presence, item, { type: 'array', maxItems: max }, IsArray(), ArrayMaxSize(max));

const everyItem: ValidationOptions = { each: true };

/** Any number of the values, each once. */
export const SomeOf = (values: readonly string[], presence: Presence = {}) =>
  field(
    presence,
    {
      type: 'array',
      items: { type: 'string', enum: [...values] },
      maxItems: values.length,
      uniqueItems: true,
    },
    IsArray(),
    ArrayMaxSize(values.length),
    ArrayUnique(),
    IsIn(values, everyItem),
  );

export const TextsOf = ({ max, each, ...presence }: { max: number; each: number } & Presence) =>
  field(
    presence,
    { type: 'array', items: { type: 'string', maxLength: each }, maxItems: max },
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((one: unknown) => (typeof one === 'string' ? tidied(one, false) : one))
        : value,
    ),
    IsArray(),
    ArrayMaxSize(max),
    IsString(everyItem),
    Length(1, each, everyItem),
    Matches(oneLine, everyItem),
  );

/** @param items values in it at most, at whatever depth: more are refused before they are looked at one by one */
export const Part = (item: () => Dto, { items = 500, ...presence }: { items?: number } & Presence = {}) =>
  nested(presence, item, {}, IsPlainData({ depth: 8, items }));

/** A body whose inside is another standard's (RTP parameters): plain JSON, bounded here, checked by its owner. */
export const Foreign = ({
  depth = 8,
  items = 500,
  ...presence
}: { depth?: number; items?: number } & Presence = {}) =>
  field(presence, { type: 'object', additionalProperties: true }, IsPlainData({ depth, items }));
