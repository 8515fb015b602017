import { Select } from '@mantine/core';
import classes from './table.module.css';
import type { List } from './use-list';
import { useTexts } from './texts';

interface Props<T> {
  readonly list: List<T>;
  /** Name of the filter, as `useList` has it. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly searchable?: boolean;
}

/** One filter of a list: a choice, or all. `<FilterSelect list={list} name="state" label={t('state')} options={…} />` */
export function FilterSelect<T>({ list, name, label, options, searchable = false }: Props<T>) {
  const t = useTexts();
  return (
    <Select
      size="sm"
      className={classes.filter}
      aria-label={label}
      placeholder={label}
      data={[...options]}
      value={list.state[name] ?? null}
      onChange={(value) => list.patch({ [name]: value ?? undefined })}
      clearable
      searchable={searchable}
      clearButtonProps={{ 'aria-label': t('clearOne', { label }) }}
    />
  );
}
