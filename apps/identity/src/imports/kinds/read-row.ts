import type { Row } from '@diemcau/spreadsheets/read/row';
import type { FieldFault } from '../faults.js';
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
  for (const { name, title, required, parse } of fields) {
    const column = mapping.get(name);
    const text = column === undefined ? '' : (row.cells[column] ?? '');
    const doubt = row.doubts.find((of) => of.column - 1 === column);
    if (doubt) {
      faults.push({ field: name, code: doubt.code, details: [text] });
    } else if (text === '') {
      if (required) faults.push({ field: name, code: 'required', details: [title.vi] });
    } else {
      const parsed = parse(text);
      if ('value' in parsed) values[name] = parsed.value;
      else
        faults.push({ field: name, code: parsed.fault, ...(parsed.details && { details: parsed.details }) });
    }
  }
  return { values, faults };
}
