import { Button, TextInput } from '@mantine/core';
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs';
import IconFilterOff from '@tabler/icons-react/dist/esm/icons/IconFilterOff.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './table.module.css';
import { useTexts } from './texts';
import type { List } from './use-list';

interface Props<T> {
  readonly list: List<T>;
  /** What the words are looked for in: "Tìm theo tên, mã, e-mail". None: the list has no search. */
  readonly search?: string;
  /** {@link FilterSelect}s and pickers. */
  readonly children?: ReactNode;
  /** {@link ExportButton} and the like. */
  readonly actions?: ReactNode;
}

/** Above a table: search, filters, export. `<ListTools list={list} search={t('search')} actions={<ExportButton/>}>` */
export function ListTools<T>({ list, search, children, actions }: Props<T>) {
  const t = useTexts();
  // Only a phone closes them.
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.tools} role="search">
      {search && (
        <SearchField label={search} value={list.state['q'] ?? ''} onChange={(q) => list.patch({ q })} />
      )}
      {children && (
        <>
          <Button
            variant="default"
            size="sm"
            className={classes.filterButton}
            aria-expanded={opened}
            leftSection={<IconFilter size={18} aria-hidden="true" />}
            onClick={() => setOpened(!opened)}
          >
            {t('filters')}
          </Button>
          <div className={classes.filters} data-closed={!opened || undefined}>
            {children}
          </div>
        </>
      )}
      {list.filtered && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={list.clear}
          leftSection={<IconFilterOff size={18} aria-hidden="true" />}
        >
          {t('clear')}
        </Button>
      )}
      {actions && <div className={classes.toolActions}>{actions}</div>}
    </div>
  );
}

const waitMs = 300;

interface SearchProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Searches once the typing rests. */
function SearchField({ label, value, onChange }: SearchProps) {
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Cleared from outside, or gone back in the history.
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextInput
      type="search"
      size="sm"
      className={classes.search}
      aria-label={label}
      placeholder={label}
      maxLength={100}
      value={typed}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onChange(text.trim()), waitMs);
      }}
    />
  );
}
