import { body } from '@diemcau/client/rest';
import type { ImportView } from '@diemcau/contracts/identity/imports';
import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import { useNavigate } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { formatCount } from '../../../admin/table/count';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { ImportStateChip } from './ImportStateChip';
import { kindOf, kinds } from './kinds';
import { importsKey } from './queries';
import { useTexts } from './texts';

export function ImportList() {
  const t = useTexts();
  const navigate = useNavigate();
  const list = useList<ImportView>({
    key: [...importsKey, 'list'],
    filters: ['kind'],
    pageSize: 20,
    fetch: (page, { kind }) =>
      body(rest.GET('/api/v1/imports', { params: { query: { ...page, ...kindOf(kind) } } })),
  });
  const columns: readonly Column<ImportView>[] = [
    { key: 'file', title: t('file'), text: ({ fileName }) => fileName },
    { key: 'kind', title: t('kind'), short: true, text: ({ kind }) => t(`kind_${kind}`) },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`state_${state}`),
      render: ({ state }) => <ImportStateChip state={state} />,
    },
    {
      key: 'counts',
      title: t('result'),
      text: ({ counts: { create, change, unchanged, error } }) =>
        t('countsShort', {
          create: formatCount(create),
          change: formatCount(change),
          unchanged: formatCount(unchanged),
          error: formatCount(error),
        }),
    },
    { key: 'by', title: t('by'), text: ({ createdBy }) => createdBy },
    { key: 'at', title: t('at'), short: true, text: ({ createdAt }) => formatInstant(createdAt) },
  ];
  return (
    <>
      <ListTools list={list}>
        <FilterSelect
          list={list}
          name="kind"
          label={t('kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
        />
      </ListTools>
      <DataTable
        label={t('earlier')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/admin/import/$importId', params: { importId: id } })}
        empty={
          <Empty icon={IconFileSpreadsheet} title={t('noneTitle')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
    </>
  );
}
