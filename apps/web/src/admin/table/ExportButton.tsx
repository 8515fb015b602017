import { Button } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useState } from 'react';
import { notify } from '../notices/notices';
import { useWordsOf } from '../parts/Trouble';
import { formatCount } from './count';
import { csvOf } from './csv';
import type { Column } from './DataTable';
import { saveFile } from './save-file';
import { useTexts } from './texts';
import type { List } from './use-list';

interface Props<T> {
  readonly list: List<T>;
  readonly columns: readonly Column<T>[];
  /** Without ending: `can-bo`. */
  readonly fileName: string;
}

/**
 * Saves all rows that the filters let through as .csv for Excel, not just the page; counts while it fetches.
 * `<ExportButton list={list} columns={columns} fileName="can-bo" />`. Where the server makes the file, use `download`.
 */
export function ExportButton<T>({ list, columns, fileName }: Props<T>) {
  const t = useTexts();
  const wordsOf = useWordsOf();
  const [count, setCount] = useState<number | null>(null);
  const run = async () => {
    setCount(0);
    try {
      const rows = [columns.map(({ title }) => title)];
      for await (const row of list.all()) {
        rows.push(columns.map(({ text }) => text(row)));
        if (rows.length % 200 === 0) setCount(rows.length);
      }
      saveFile(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`);
    } catch (error) {
      notify('fault', wordsOf(error));
    } finally {
      setCount(null);
    }
  };
  return (
    <Button
      variant="default"
      size="sm"
      disabled={count !== null}
      onClick={() => void run()}
      leftSection={<IconDownload size={18} aria-hidden="true" />}
    >
      {count === null ? t('export') : t('exporting', { n: formatCount(count) })}
    </Button>
  );
}
