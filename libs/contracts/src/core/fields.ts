import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
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
import { IsInstant, IsPlainData } from './rules.js';

/** `optional`: the key may be absent. `nullable`: null is a value of its own ("no unit"). */
interface Presence {
  readonly optional?: boolean;
  readonly nullable?: boolean;
  /** For OpenAPI; the docstring of the field says the same to readers of the code. */
  readonly example?: unknown;
}

function field(
  presence: Presence,
  api: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, nullable = false, example } = presence;
  const lenient = ValidateIf(
    (_, value) => !((optional && value === undefined) || (nullable && value === null)),
  );
  const documented = {
    ...api,
    required: !optional,
    ...(nullable && { nullable }),
    ...(example !== undefined && { example }),
  };
  return applyDecorators(...rules, lenient, ApiProperty(documented as ApiPropertyOptions));
}

const tidy = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);
/**
 * No C0 or C1 controls, except tab and line breaks where lines are allowed. PostgreSQL refuses U+0000 in text and lone
 * surrogates in JSON.
 */
const oneLine = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u;
const lines = /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u;

export const Id = (presence: Presence = {}) => field(presence, { type: String, format: 'uuid' }, IsUUID());

export const Ids = ({ max, ...presence }: { max: number } & Presence) =>
  field(
    presence,
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: max },
    IsArray(),
    ArrayMaxSize(max),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  );

/** Trimmed, NFC (Vietnamese has two ways to write each diacritic), one line unless `multiline`. Lengths in UTF-16 units. */
export const Text = ({
  min = 1,
  max,
  multiline = false,
  ...presence
}: { min?: number; max: number; multiline?: boolean } & Presence) =>
  field(
    presence,
    { type: String, minLength: min, maxLength: max },
    tidy,
    IsString(),
    Length(min, max),
    Matches(multiline ? lines : oneLine),
  );

/** Taken as typed: no trimming, no normalisation. */
export const Secret = ({ min = 1, max, ...presence }: { min?: number; max: number } & Presence) =>
  field(presence, { type: String, minLength: min, maxLength: max }, IsString(), Length(min, max));

/** `thanh-hoa`: lower-case ASCII words joined by hyphens, 2–60 characters. */
export const Slug = (presence: Presence = {}) =>
  field(
    presence,
    { type: String, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 2, maxLength: 60 },
    IsString(),
    Length(2, 60),
    Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/),
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
  field(presence, { type: Number, minimum: min, maximum: max }, fromText, IsNumber(), Min(min), Max(max));

export const Flag = (presence: Presence = {}) =>
  field(
    presence,
    { type: Boolean },
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );

/** RFC 3339 with offset, as text: contracts are JSON, never Date. */
export const Instant = (presence: Presence = {}) =>
  field(presence, { type: String, format: 'date-time' }, IsInstant());

export const OneOf = (values: readonly string[], presence: Presence = {}) =>
  field(presence, { type: String, enum: [...values] }, IsIn(values));

export const ListOf = (item: () => new () => object, { max, ...presence }: { max: number } & Presence) =>
  field(
    presence,
    { type: () => item(), isArray: true, maxItems: max } as ApiPropertyOptions,
    IsArray(),
    ArrayMaxSize(max),
    ValidateNested({ each: true }),
    Type(() => item()),
  );

const everyItem: ValidationOptions = { each: true };

export const TextsOf = ({ max, each, ...presence }: { max: number; each: number } & Presence) =>
  field(
    presence,
    { type: 'array', items: { type: 'string', maxLength: each }, maxItems: max },
    IsArray(),
    ArrayMaxSize(max),
    IsString(everyItem),
    Length(1, each, everyItem),
    Matches(oneLine, everyItem),
  );

export const Part = (item: () => new () => object, presence: Presence = {}) =>
  field(
    presence,
    { type: () => item() } as ApiPropertyOptions,
    IsPlainData({ depth: 8, items: 500 }),
    ValidateNested(),
    Type(() => item()),
  );

/** A body whose inside is another standard's (RTP parameters): plain JSON, bounded here, checked by its owner. */
export const Foreign = ({
  depth = 8,
  items = 500,
  ...presence
}: { depth?: number; items?: number } & Presence = {}) =>
  field(presence, { type: 'object', additionalProperties: true }, IsPlainData({ depth, items }));
