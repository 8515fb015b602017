import type { ImportField } from '@diemcau/contracts/identity/imports';

/** Which field each column is, by its number; null for one that is left out. */
export type Columns = ReadonlyMap<number, string | null>;

type Field = Pick<ImportField, 'name' | 'required' | 'partOf'>;

/**
 * The columns after one of them was chosen to be a field. A name is in one column or in parts: whoever says that this column
 * is the given name says that the one of whole names is the family's.
 */
export function withColumn<F extends Field>(
  columns: Columns,
  column: number,
  field: string | null,
  fields: readonly F[],
): Columns {
  const next = new Map(columns).set(column, field);
  const { partOf = null } = fields.find(({ name }) => name === field) ?? {};
  for (const [other, held] of columns) {
    if (other === column || held === null) continue;
    if (held === partOf) next.set(other, firstFreePart(next, partOf, fields));
    else if (field !== null && fields.find(({ name }) => name === held)?.partOf === field)
      next.set(other, null);
  }
  return next;
}

function firstFreePart(columns: Columns, whole: string, fields: readonly Field[]): string | null {
  const used = new Set(columns.values());
  const free = fields.find(({ name, partOf, required }) => partOf === whole && required && !used.has(name));
  return free?.name ?? null;
}

/** Fields that every row must have and that no column is; of what comes in parts, the parts that lack. */
export function missingFields<F extends Field>(columns: Columns, fields: readonly F[]): F[] {
  const used = new Set(columns.values());
  return fields.flatMap((field) => {
    if (!field.required || field.partOf !== null || used.has(field.name)) return [];
    const parts = fields.filter(({ partOf }) => partOf === field.name);
    const lacking = parts.filter(({ name, required }) => required && !used.has(name));
    return parts.some(({ name }) => used.has(name)) ? lacking : [field];
  });
}
