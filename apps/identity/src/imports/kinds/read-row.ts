import type { Row } from '@diemcau/spreadsheets/read/row';
import type { FieldFault } from '../faults.js';
import { partsOf } from './fields.js';
import type { FieldSpec, Values } from './import-kind.js';

/** Which field stands in which column, from 0. */
export type Mapping = ReadonlyMap<string, number>;

export interface ReadRow {
  readonly values: Values;
  readonly faults: readonly FieldFault[];
}

/** What a row of the spreadsheet says, field by field. An empty cell says nothing. */
export function readRow(row: Row, fields: readonly FieldSpec[], mapping: Mapping): ReadRow {
  const values: Record<string, string> = {};
  const faults: FieldFault[] = [];
  for (const field of fields) {
    if (field.partOf !== undefined) continue;
    const parts = partsOf(fields, field.name).filter(({ name }) => mapping.has(name));
    const isInParts = parts.length > 0 && !mapping.has(field.name);
    const read = isInParts ? joined(row, field, parts, mapping) : cellOf(row, field, mapping);
    if (read.value !== null) values[field.name] = read.value;
    faults.push(...read.faults);
  }
  return { values, faults };
}

interface ReadField {
  readonly value: string | null;
  readonly faults: readonly FieldFault[];
}

const fault = (of: FieldFault): ReadField => ({ value: null, faults: [of] });

function cellOf(row: Row, { name, title, required, parse }: FieldSpec, mapping: Mapping): ReadField {
  const column = mapping.get(name);
  const text = column === undefined ? '' : (row.cells[column] ?? '');
  const doubt = row.doubts.find((of) => of.column - 1 === column);
  if (doubt) return fault({ field: name, code: doubt.code, details: [text] });
  if (text === '') {
    return required
      ? fault({ field: name, code: 'required', details: [title.vi] })
      : { value: null, faults: [] };
  }
  const parsed = parse(text);
  if ('value' in parsed) return { value: parsed.value, faults: [] };
  return fault({ field: name, code: parsed.fault, ...(parsed.details && { details: parsed.details }) });
}

/** Each part is tidied by itself: people write one column in capitals and the other not. */
function joined(row: Row, whole: FieldSpec, parts: readonly FieldSpec[], mapping: Mapping): ReadField {
  const read = parts.map((part) => cellOf(row, part, mapping));
  const faults = read.flatMap((part) => part.faults);
  if (faults.length > 0) return { value: null, faults };
  const parsed = whole.parse(read.flatMap(({ value }) => value ?? []).join(' '));
  if ('value' in parsed) return { value: parsed.value, faults: [] };
  const field = parts.at(-1)?.name ?? whole.name;
  return fault({ field, code: parsed.fault, ...(parsed.details && { details: parsed.details }) });
}
