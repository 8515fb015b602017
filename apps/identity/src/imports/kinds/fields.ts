import type { FieldSpec } from './import-kind.js';
import type { Mapping } from './read-row.js';

export const partsOf = (fields: readonly FieldSpec[], whole: string): FieldSpec[] =>
  fields.filter(({ partOf }) => partOf === whole);

/** Fields that every row must have and that no column is known for; a field that comes in parts lacks what it lacks of them. */
export function missingFields(fields: readonly FieldSpec[], mapping: Mapping): FieldSpec[] {
  return fields.flatMap((field) => {
    if (!field.required || field.partOf !== undefined || mapping.has(field.name)) return [];
    const parts = partsOf(fields, field.name);
    const missing = parts.filter(({ name, required }) => required && !mapping.has(name));
    return parts.some(({ name }) => mapping.has(name)) ? missing : [field];
  });
}

/** A field is mapped as a whole or in parts, not as both. */
export const isWholeAndParts = (fields: readonly FieldSpec[], mapped: ReadonlySet<string>): boolean =>
  fields.some(({ name, partOf }) => partOf !== undefined && mapped.has(name) && mapped.has(partOf));
