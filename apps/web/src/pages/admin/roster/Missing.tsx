import { Alert, Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useState } from 'react';
import { useUnitsOf } from '../../../admin/permissions';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import { formatCount } from '../../../admin/table/count';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { ExportButton } from '../../../admin/table/ExportButton';
import { ListTools } from '../../../admin/table/ListTools';
import type { UnitWithoutOperator } from '@diemcau/contracts/identity/roster';
import { useMissing } from './queries';
import { useTexts } from './texts';

/** How many units have nobody to run their site, and which; nothing when all have somebody. */
export function Missing({ onAdd }: { onAdd: ((unitId: string) => void) | null }) {
  const t = useTexts();
  // Whose is to add them sees those that are theirs to add.
  const own = useUnitsOf('roster.write');
  const list = useMissing(own.length === 1 ? own[0] : undefined);
  const [opened, setOpened] = useState(false);
  if (!opened && (list.total ?? 0) === 0) return null;
  const columns: Column<UnitWithoutOperator>[] = [
    { key: 'name', title: t('unit'), text: ({ name }) => name },
    { key: 'code', title: t('code'), text: ({ code }) => code },
  ];
  const act: Column<UnitWithoutOperator> = {
    key: 'add',
    title: t('toDo'),
    text: () => '',
    render: ({ id }) => (
      <Button variant="subtle" size="compact-sm" onClick={() => onAdd?.(id)}>
        {t('add')}
      </Button>
    ),
  };
  return (
    <>
      <Alert
        color="orange"
        mb="md"
        icon={<IconAlertTriangle aria-hidden="true" />}
        title={t('missing', { n: formatCount(list.total ?? 0) })}
      >
        <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
          {t('showMissing')}
        </Button>
      </Alert>
      <DetailDrawer opened={opened} onClose={() => setOpened(false)} title={t('missingTitle')} width={680}>
        <ListTools
          list={list}
          search={t('searchUnit')}
          actions={<ExportButton list={list} columns={columns} fileName="don-vi-chua-co-can-bo-van-hanh" />}
        />
        <DataTable
          label={t('missingTitle')}
          list={list}
          columns={onAdd ? [...columns, act] : columns}
          idOf={({ id }) => id}
          empty={<p>{t('noneMissing')}</p>}
        />
      </DetailDrawer>
    </>
  );
}
