import { body } from '@diemcau/client/rest';
import type { ImportField, ImportRow, ImportView } from '@diemcau/contracts/identity/imports';
import { Tabs } from '@mantine/core';
import { formatCount } from '../../../../admin/table/count';
import { type Column, DataTable } from '../../../../admin/table/DataTable';
import { useList } from '../../../../admin/table/use-list';
import { rest } from '../../../../api/rest';
import { importsKey } from '../queries';
import { useTexts } from '../texts';
import { outcomeIcons, outcomes } from './Counts';
import { RowDetail } from './RowDetail';
import { RowOutcomeChip } from './RowOutcomeChip';
import classes from './run.module.css';

interface Props {
  readonly view: ImportView;
  readonly fields: readonly ImportField[];
}

/** Every row with what it does, by outcome, 50 at a time however long the file is. */
export function Rows({ view, fields }: Props) {
  const t = useTexts();
  const first = view.counts.error > 0 ? 'error' : 'all';
  const list = useList<ImportRow>({
    // A new mapping makes other rows of the same file.
    key: [...importsKey, 'rows', view.id, view.state, view.columns.map(({ field }) => field).join()],
    filters: ['outcome'],
    inAddress: false,
    fetch: (page, { outcome }) => {
      const wanted = outcomes.find((one) => one === (outcome ?? first));
      return body(
        rest.GET('/api/v1/imports/{importId}/rows', {
          params: { path: { importId: view.id }, query: { ...page, ...(wanted && { outcome: wanted }) } },
        }),
      );
    },
  });
  const all = outcomes.reduce((sum, outcome) => sum + view.counts[outcome], 0);
  const columns: readonly Column<ImportRow>[] = [
    { key: 'row', title: t('rowNumber'), short: true, text: ({ row }) => t('rowN', { n: row }) },
    { key: 'who', title: t('who'), text: (row) => titleOf(row, view) },
    {
      key: 'outcome',
      title: t('outcome'),
      text: ({ outcome }) => t(`outcome_${outcome}`),
      render: ({ outcome }) => <RowOutcomeChip outcome={outcome} />,
    },
    {
      key: 'detail',
      title: t('detail'),
      text: () => '',
      render: (row) => <RowDetail row={row} view={view} fields={fields} />,
    },
  ];
  return (
    <Tabs
      value={list.state['outcome'] ?? first}
      onChange={(outcome) => list.patch({ outcome: outcome ?? undefined })}
      keepMounted={false}
    >
      <Tabs.List className={classes.tabs}>
        <Tabs.Tab value="all">
          {t('outcome_all')} <b>{formatCount(all)}</b>
        </Tabs.Tab>
        {outcomes.map((outcome) => {
          const Mark = outcomeIcons[outcome];
          return (
            <Tabs.Tab key={outcome} value={outcome} leftSection={<Mark size={16} aria-hidden="true" />}>
              {t(`outcome_${outcome}`)} <b>{formatCount(view.counts[outcome])}</b>
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      <Tabs.Panel value={list.state['outcome'] ?? first} pt="md">
        <DataTable
          label={t('rows')}
          list={list}
          columns={columns}
          idOf={({ row }) => String(row)}
          empty={<p className={classes.soft}>{t('noRows')}</p>}
        />
      </Tabs.Panel>
    </Tabs>
  );
}

const names: ReadonlySet<string | null> = new Set([
  'fullName',
  'familyName',
  'middleName',
  'givenName',
  'name',
]);

/** What people know a row by: the name, else the first cell with anything in it. */
function titleOf({ cells }: ImportRow, { columns }: ImportView): string {
  const named = columns.filter(({ field }) => names.has(field)).map(({ column }) => cells[column - 1]);
  const name = named.filter((part) => part).join(' ');
  return name || cells.find((cell) => cell !== '') || '';
}
