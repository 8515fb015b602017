import type { InventoryImport, InventoryRow, RowOutcome } from '@diemcau/contracts/meetings/inventory';
import { Button, Skeleton } from '@mantine/core';
import IconTable from '@tabler/icons-react/dist/esm/icons/IconTable.mjs';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { formatCount } from '../../../admin/table/count';
import { useAddressState } from '../../../admin/table/list-search';
import { useLanguage } from './use-language';
import classes from './equipment.module.css';
import { checkInventory, importQuery, inventoryKey, useRows, writeInventory } from './inventory-queries';
import { useTexts } from './inventory-texts';
import { equipmentKey } from './queries';

const tones: Readonly<Record<RowOutcome, Tone>> = {
  create: 'good',
  change: 'warning',
  unchanged: 'neutral',
  error: 'bad',
};
const outcomes = Object.keys(tones) as RowOutcome[];

/** A file in, what would become of each row, then the writing (DA-0). Which import it is stays in the address. */
export function InventoryPage() {
  const t = useTexts();
  const [{ import: importId }, patch] = useAddressState();
  const input = useRef<HTMLInputElement>(null);
  const check = useMutation({ mutationFn: checkInventory, onSuccess: ({ id }) => patch({ import: id }) });
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        <DownloadButton path="/api/v1/inventory-template.xlsx" fileName="mau-kiem-ke.xlsx" size="md">
          {t('template')}
        </DownloadButton>
        <Button loading={check.isPending} onClick={() => input.current?.click()}>
          {t(importId ? 'another' : 'choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.csv"
          hidden
          aria-label={t('choose')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) check.mutate(file);
          }}
        />
      </PageHead>
      <Trouble error={check.error} />
      {importId ? (
        <Checked importId={importId} />
      ) : (
        <Empty icon={IconTable} title={t('nothing')}>
          <p>{t('nothingText')}</p>
        </Empty>
      )}
    </>
  );
}

function Checked({ importId }: { importId: string }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(importQuery(importId));
  const write = useAct(writeInventory, { done: t('written'), changes: [inventoryKey, equipmentKey] });
  if (error && !data) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={240} aria-hidden="true" />;
  const ready = data.create + data.change;
  return (
    <>
      <div className={classes.counts}>
        {outcomes.map((outcome) => (
          <StateChip key={outcome} tone={tones[outcome]}>
            {`${t(`outcome_${outcome}`)}: ${formatCount(data[outcome])}`}
          </StateChip>
        ))}
        {data.error > 0 && (
          <DownloadButton path={`/api/v1/inventory-imports/${importId}/errors.xlsx`} fileName="dong-loi.xlsx">
            {t('errors')}
          </DownloadButton>
        )}
        {data.state === 'written' ? (
          <StateChip tone="good">{t('wasWritten')}</StateChip>
        ) : (
          <Button
            size="sm"
            loading={write.isPending}
            disabled={ready === 0}
            onClick={() => write.mutate(importId)}
          >
            {t('write', { n: formatCount(ready) })}
          </Button>
        )}
      </div>
      <Trouble error={write.error} />
      <Rows of={data} />
    </>
  );
}

function Rows({ of: { id } }: { of: InventoryImport }) {
  const t = useTexts();
  const language = useLanguage();
  const list = useRows(id);
  const columns: Column<InventoryRow>[] = [
    { key: 'row', title: t('row'), text: ({ row }) => String(row), short: true },
    {
      key: 'cells',
      title: t('content'),
      text: ({ cells }) => cells.filter((cell) => cell !== '').join(' · '),
    },
    {
      key: 'outcome',
      title: t('outcome'),
      text: ({ outcome }) => t(`outcome_${outcome}`),
      render: ({ outcome }) => <StateChip tone={tones[outcome]}>{t(`outcome_${outcome}`)}</StateChip>,
    },
    {
      key: 'says',
      title: t('says'),
      text: ({ faults, changes }) =>
        [
          ...faults.map(({ message }) => message[language]),
          ...changes.map(({ before, after }) => t('from', { before: before ?? '', after: after ?? '' })),
        ].join('; ') || '–',
    },
  ];
  return (
    <>
      <div className={classes.tools}>
        <FilterSelect
          list={list}
          name="outcome"
          label={t('outcome')}
          options={outcomes.map((value) => ({ value, label: t(`outcome_${value}`) }))}
        />
      </div>
      <DataTable
        label={t('content')}
        list={list}
        columns={columns}
        idOf={({ row }) => String(row)}
        empty={<p className={classes.quiet}>{t('noRows')}</p>}
      />
    </>
  );
}
