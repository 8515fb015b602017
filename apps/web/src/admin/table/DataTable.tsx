import { Checkbox, Skeleton } from '@mantine/core';
import { Link, type LinkOptions, useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { Trouble } from '../parts/Trouble';
import { HeadCell } from './HeadCell';
import { Pager } from './Pager';
import { SortSelect } from './SortSelect';
import classes from './table.module.css';
import { useTexts } from './texts';
import type { List } from './use-list';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  /** What the cell says; goes into exports, and into the cell unless {@link render} says it better. */
  readonly text: (row: T) => string;
  readonly render?: (row: T) => ReactNode;
  /** What the server sorts by (`name`; the other way round `-name`); none: no sorting by this. */
  readonly sort?: string;
  /** A date or a number: never broken into two lines. */
  readonly short?: boolean;
}

export interface Choosing<T> {
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
  readonly label: (row: T) => string;
}

export interface TableProps<T> {
  /** What the rows are, for screen readers: "Người dùng". */
  readonly label: string;
  readonly list: List<T>;
  readonly columns: readonly Column<T>[];
  readonly idOf: (row: T) => string;
  /** Opens a row beside the list; the first column becomes its button. */
  readonly onOpen?: (row: T) => void;
  /** The row's own page; the first column becomes the way there. */
  readonly linkTo?: (row: T) => LinkOptions;
  /** Shown when there is nothing, and no filter to blame. */
  readonly empty: ReactNode;
  readonly choosing?: Choosing<T> | undefined;
}

/**
 * The rows of a {@link useList}: sorted by pressing a heading, paged, with skeletons, faults and an empty state; on a phone
 * each row is a card. `<ListTools list={list} …/><DataTable label="…" list={list} columns={columns} idOf={(u) => u.id}
 * onOpen={open} empty={<Empty …/>} />`
 */
export function DataTable<T>(props: TableProps<T>) {
  const { label, list, columns, idOf, onOpen, linkTo, empty, choosing } = props;
  const t = useTexts();
  if (list.error && list.rows.length === 0) return <Trouble error={list.error} onRetry={list.refetch} />;
  if (!list.loading && list.rows.length === 0) {
    return list.filtered ? <p className={classes.nothing}>{t('nothingFits')}</p> : <>{empty}</>;
  }
  return (
    <div className={classes.frame}>
      <SortSelect list={list} columns={columns} />
      <table aria-label={label} className={classes.table} aria-busy={list.loading || list.refreshing}>
        <thead>
          <tr>
            {choosing && <AllCell list={list} idOf={idOf} choosing={choosing} />}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} list={list} />
            ))}
          </tr>
        </thead>
        <tbody>
          {list.loading && <SkeletonRows columns={columns.length + (choosing ? 1 : 0)} />}
          {list.rows.map((row) => (
            <Row key={idOf(row)} row={row} {...{ columns, onOpen, linkTo, choosing, id: idOf(row) }} />
          ))}
        </tbody>
      </table>
      <Pager list={list} />
    </div>
  );
}

interface RowProps<T> {
  readonly row: T;
  readonly id: string;
  readonly columns: readonly Column<T>[];
  readonly onOpen: ((row: T) => void) | undefined;
  readonly linkTo: ((row: T) => LinkOptions) | undefined;
  readonly choosing: Choosing<T> | undefined;
}

function Row<T>({ row, id, columns, onOpen, linkTo, choosing }: RowProps<T>) {
  const navigate = useNavigate();
  const chosen = choosing?.ids.has(id) ?? false;
  const link = linkTo?.(row);
  const open = (event: MouseEvent) => {
    // A link in the row goes its own way.
    if (event.target instanceof Element && event.target.closest('a')) return;
    if (link) void navigate(link);
    else onOpen?.(row);
  };
  const opens = onOpen !== undefined || link !== undefined;
  const name = ({ text, render }: Column<T>) => render?.(row) ?? text(row);
  return (
    <tr data-chosen={chosen || undefined} className={opens ? classes.opens : undefined}>
      {choosing && (
        <td className={classes.choose}>
          <Checkbox
            size="sm"
            checked={chosen}
            aria-label={choosing.label(row)}
            onChange={() =>
              choosing.onChange(
                new Set([...choosing.ids].filter((one) => one !== id).concat(chosen ? [] : id)),
              )
            }
          />
        </td>
      )}
      {columns.map((column, i) => (
        <td
          key={column.key}
          data-title={column.title}
          data-short={column.short}
          {...(opens && { onClick: open })}
        >
          {i === 0 && link ? (
            <Link {...link} className={classes.open}>
              {name(column)}
            </Link>
          ) : i === 0 && onOpen ? (
            <button type="button" className={classes.open}>
              {name(column)}
            </button>
          ) : (
            name(column)
          )}
        </td>
      ))}
    </tr>
  );
}

interface AllProps<T> {
  readonly list: List<T>;
  readonly idOf: (row: T) => string;
  readonly choosing: Choosing<T>;
}

function AllCell<T>({ list, idOf, choosing }: AllProps<T>) {
  const t = useTexts();
  const ids = list.rows.map(idOf);
  const all = ids.length > 0 && ids.every((id) => choosing.ids.has(id));
  return (
    <th className={classes.choose}>
      <Checkbox
        size="sm"
        aria-label={t('chooseAll')}
        checked={all}
        indeterminate={!all && ids.some((id) => choosing.ids.has(id))}
        onChange={() => choosing.onChange(new Set(all ? [] : ids))}
      />
    </th>
  );
}

function SkeletonRows({ columns }: { columns: number }) {
  return Array.from({ length: 6 }, (_, row) => (
    <tr key={row} aria-hidden="true">
      {Array.from({ length: columns }, (_unused, column) => (
        <td key={column}>
          <Skeleton height={14} width={column === 0 ? '70%' : '45%'} />
        </td>
      ))}
    </tr>
  ));
}
