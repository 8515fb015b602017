import { DownloadButton } from '../../admin/table/DownloadButton';
import type { ListSearch } from '../../admin/table/list-search';
import { useTexts } from './texts';

/** The same paper for Word, for Excel and for printing. @param path without the ending */
export function Downloads({ path, query }: { path: string; query?: ListSearch }) {
  const t = useTexts();
  return (['docx', 'xlsx', 'pdf'] as const).map((kind) => (
    <DownloadButton
      key={kind}
      path={`${path}.${kind}`}
      fileName={`bao-cao.${kind}`}
      size="md"
      {...(query && { query })}
    >
      {t('download', { kind: kind === 'pdf' ? 'PDF' : `.${kind}` })}
    </DownloadButton>
  ));
}
