import { Select } from '@mantine/core';
import type { Column } from './DataTable';
import classes from './table.module.css';
import { useTexts } from './texts';
import type { List } from './use-list';

interface Props<T> {
  readonly list: List<T>;
  readonly columns: readonly Column<T>[];
}

/** What the headings do, for phones, where rows are cards and have none. */
export function SortSelect<T>({ list, columns }: Props<T>) {
  const t = useTexts();
  const data = columns.flatMap(({ sort, title }) =>
    sort
      ? [
          { value: sort, label: t('ascending', { title }) },
          { value: `-${sort}`, label: t('descending', { title }) },
        ]
      : [],
  );
  if (data.length === 0) return null;
  return (
    <Select
      size="sm"
      className={classes.sortSelect}
      aria-label={t('sortBy')}
      placeholder={t('sortBy')}
      data={data}
      value={list.state['sort'] ?? null}
      onChange={(sort) => list.patch({ sort: sort ?? undefined })}
    />
  );
}
