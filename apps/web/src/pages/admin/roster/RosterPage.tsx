import type { RosterEntry } from '@diemcau/contracts/identity/roster';
import { Button, Switch } from '@mantine/core';
import IconAddressBook from '@tabler/icons-react/dist/esm/icons/IconAddressBook.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { useState } from 'react';
import { formatDay } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { useMay } from '../../../admin/permissions';
import { useAddressState } from '../../../admin/table/list-search';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { ListTools } from '../../../admin/table/ListTools';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { EntryDialog } from './EntryDialog';
import { EntryDrawer } from './EntryDrawer';
import { Missing } from './Missing';
import { useRoster } from './queries';
import { useTexts } from './texts';

/** Who runs the sites, for every unit to see (HB-10.3), with their training (HB-11.2). */
export function RosterPage() {
  const t = useTexts();
  const may = useMay();
  const list = useRoster();
  const [{ entry }, patch] = useAddressState();
  const [adding, setAdding] = useState<{ unitId: string | null } | null>(null);
  const columns: Column<RosterEntry>[] = [
    { key: 'name', title: t('name'), text: ({ name }) => name },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    {
      key: 'phone',
      title: t('phone'),
      text: ({ phone }) => phone ?? '',
      render: ({ phone }) => phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>,
    },
    { key: 'email', title: t('email'), text: ({ email }) => email ?? '' },
    { key: 'duties', title: t('duties'), text: ({ duties }) => duties },
    {
      key: 'training',
      title: t('lastTraining'),
      text: ({ training: [last] }) => (last ? `${last.course} (${formatDay(last.date)})` : t('noTraining')),
    },
    {
      key: 'since',
      title: t('period'),
      text: ({ since, until }) =>
        until ? `${formatDay(since)} – ${formatDay(until)}` : t('since', { day: formatDay(since) }),
    },
  ];
  const { q, unitId, history } = list.state;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {may('roster.write') && (
          <Button
            leftSection={<IconUserPlus size={20} aria-hidden="true" />}
            onClick={() => setAdding({ unitId: unitId ?? null })}
          >
            {t('add')}
          </Button>
        )}
      </PageHead>
      <Missing onAdd={may('roster.write') ? (unit) => setAdding({ unitId: unit }) : null} />
      <ListTools
        list={list}
        search={t('search')}
        actions={
          <DownloadButton
            path="/api/v1/roster/export.xlsx"
            fileName="danh-ba-van-hanh.xlsx"
            query={{ q, unitId, history: history && 'true' }}
          />
        }
      >
        <UnitFilter list={list} label={t('unitFilter')} />
        <Switch
          label={t('withHistory')}
          checked={history === 'yes'}
          onChange={(event) => list.patch({ history: event.currentTarget.checked ? 'yes' : undefined })}
        />
      </ListTools>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={({ id }) => patch({ entry: id })}
        empty={
          <Empty icon={IconAddressBook} title={t('nobody')}>
            <p>{t('nobodyText')}</p>
          </Empty>
        }
      />
      {entry && <EntryDrawer entryId={entry} onClose={() => patch({ entry: undefined })} />}
      {adding && <EntryDialog entry={null} unitId={adding.unitId} onClose={() => setAdding(null)} />}
    </>
  );
}
