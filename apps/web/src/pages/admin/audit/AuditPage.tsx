import { body } from '@diemcau/client/rest';
import type { AuditEntry } from '@diemcau/contracts/identity/audit';
import IconListSearch from '@tabler/icons-react/dist/esm/icons/IconListSearch.mjs';
import { useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { ListTools } from '../../../admin/table/ListTools';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { useActionWords } from './action-words';
import { AuditFilters } from './AuditFilters';
import { ChainState } from './ChainState';
import { EntryDrawer } from './EntryDrawer';
import { filterNames, filterOf } from './filter';
import { useObjectWords } from './object-words';
import { useTexts } from './texts';

/** Who did what to whom, when and from where (I7). */
export function AuditPage() {
  const t = useTexts();
  const wordsOf = useActionWords();
  const objectOf = useObjectWords();
  const [open, setOpen] = useState<AuditEntry | null>(null);
  const list = useList<AuditEntry>({
    key: ['admin', 'audit', 'list'],
    filters: filterNames,
    fetch: (page, filters) =>
      body(rest.GET('/api/v1/audit', { params: { query: { ...page, ...filterOf(filters) } } })),
  });
  const columns: readonly Column<AuditEntry>[] = [
    { key: 'action', title: t('action'), text: ({ action }) => wordsOf(action) },
    { key: 'object', title: t('object'), text: (entry) => objectOf(entry) },
    {
      key: 'actor',
      title: t('actor'),
      text: ({ actorKind, actorName, actorId }) => actorName ?? actorId ?? t(`actor_${actorKind}`),
    },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName ?? '' },
    { key: 'at', title: t('at'), sort: 'at', short: true, text: ({ at }) => formatInstant(at) },
  ];
  const { q, sort: _sort, ...filters } = list.state;
  const query = { ...filterOf(filters), ...(q && { q }) };
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        <ChainState />
      </PageHead>
      <ListTools
        list={list}
        search={t('search')}
        actions={
          <>
            <DownloadButton path="/api/v1/audit/export.csv" query={query} fileName="nhat-ky.csv">
              {t('exportCsv')}
            </DownloadButton>
            <DownloadButton path="/api/v1/audit/export.jsonl" query={query} fileName="nhat-ky.jsonl">
              {t('exportJson')}
            </DownloadButton>
          </>
        }
      >
        <UnitFilter list={list} label={t('unit')} />
        <AuditFilters list={list} />
      </ListTools>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={setOpen}
        empty={<Empty icon={IconListSearch} title={t('none')} />}
      />
      <EntryDrawer entry={open} onClose={() => setOpen(null)} />
    </>
  );
}
