import { Button } from '@mantine/core';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useState } from 'react';
import { notify } from '../notices/notices';
import { useWordsOf } from '../parts/Trouble';
import type { ListSearch } from './list-search';
import { download } from './save-file';
import { useTexts } from './texts';

interface Props {
  /** Of the gateway: `/api/v1/users/export.xlsx`. */
  readonly path: string;
  /** Filters that the file shall keep to. */
  readonly query?: ListSearch;
  readonly fileName: string;
  readonly children?: string;
  /** `md` beside the other buttons of a page's head, `sm` beside the search of a list. */
  readonly size?: 'sm' | 'md';
}

/** A file that the server writes. `<DownloadButton path="/api/v1/roster/export.xlsx" fileName="danh-ba.xlsx" query={…} />` */
export function DownloadButton({ path, query, fileName, children, size = 'sm' }: Props) {
  const t = useTexts();
  const wordsOf = useWordsOf();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const chosen = Object.entries(query ?? {}).flatMap(([name, value]) => (value ? [[name, value]] : []));
    try {
      await download(`${path}${chosen.length > 0 ? `?${new URLSearchParams(chosen)}` : ''}`, fileName);
    } catch (error) {
      notify('fault', wordsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="default"
      size={size}
      loading={busy}
      onClick={() => void run()}
      leftSection={<IconDownload size={18} aria-hidden="true" />}
    >
      {children ?? t('export')}
    </Button>
  );
}
