import type { ReactNode } from 'react';
import { RowButtons } from './RowButtons';
import { changed, type Keyed, moved, without } from './rows';
import classes from './rows.module.css';

interface Props<T extends object> {
  readonly rows: readonly Keyed<T>[];
  readonly onChange: (rows: Keyed<T>[]) => void;
  /** What a row is called for who cannot see it; the first is number 1. */
  readonly nameOf: (row: Keyed<T>, n: number) => string;
  readonly rowClass?: string;
  readonly children: (row: Keyed<T>, n: number, put: (changes: Partial<T>) => void) => ReactNode;
}

/** Rows of fields whose order matters, each with its buttons to move it and to take it away. */
export function OrderedRows<T extends object>({ rows, onChange, nameOf, rowClass, children }: Props<T>) {
  return (
    <ol className={classes.list}>
      {rows.map((row, at) => (
        <li key={row.key} className={rowClass ?? classes.row}>
          {children(row, at + 1, (changes) => onChange(changed<T>(rows, row.key, changes)))}
          <RowButtons
            name={nameOf(row, at + 1)}
            first={at === 0}
            last={at === rows.length - 1}
            onMove={(by) => onChange(moved<T>(rows, row.key, by))}
            onRemove={() => onChange(without<T>(rows, row.key))}
          />
        </li>
      ))}
    </ol>
  );
}
