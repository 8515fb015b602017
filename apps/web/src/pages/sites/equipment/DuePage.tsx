import type { DueMaintenance } from '@diemcau/contracts/meetings/maintenance';
import { Button } from '@mantine/core';
import IconTool from '@tabler/icons-react/dist/esm/icons/IconTool.mjs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { StateChip } from '../../../admin/parts/StateChip';
import { useMay } from '../../../admin/permissions';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { useDue } from './queries';
import { RecordDialog } from './RecordDialog';
import { Tasks } from './Tasks';
import { useTexts } from './texts';

/** What is late and what is due soon, over every site that the caller sees (HB-6). */
export function DuePage() {
  const t = useTexts();
  const may = useMay();
  const list = useDue();
  const [recording, setRecording] = useState<string | null>(null);
  const columns: Column<DueMaintenance>[] = [
    {
      key: 'what',
      title: t('what'),
      text: ({ what, itemName, serialNo }) => [itemName, serialNo, what].filter(Boolean).join(' · '),
    },
    { key: 'site', title: t('site'), text: ({ siteName, unitName }) => `${siteName} – ${unitName}` },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(state),
      render: ({ state }) => <StateChip tone={state === 'late' ? 'bad' : 'waiting'}>{t(state)}</StateChip>,
    },
    { key: 'due', title: t('dueOn'), text: ({ dueOn }) => formatDay(dueOn), short: true },
    {
      key: 'last',
      title: t('lastDone'),
      text: ({ lastDoneOn }) => (lastDoneOn ? formatDay(lastDoneOn) : '–'),
      short: true,
    },
  ];
  const keeps = may('sites.write');
  return (
    <>
      <PageHead title={t('dueTitle')} lead={t('dueLead')}>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/work/maintenance/kinds" />}>
          {t('byKind')}
        </Button>
      </PageHead>
      <ListTools list={list} search={t('search')}>
        <UnitFilter list={list} label={t('unitFilter')} />
        <FilterSelect
          list={list}
          name="state"
          label={t('state')}
          options={[
            { value: 'late', label: t('late') },
            { value: 'soon', label: t('soon') },
          ]}
        />
      </ListTools>
      <DataTable
        label={t('dueTitle')}
        list={list}
        columns={columns}
        idOf={({ scheduleId, deviceId }) => `${scheduleId} ${deviceId}`}
        {...(keeps && { onOpen: ({ deviceId }: DueMaintenance) => setRecording(deviceId) })}
        empty={
          <Empty icon={IconTool} title={t('nothingDue')}>
            <p>{t('nothingDueText')}</p>
          </Empty>
        }
      />
      <div style={{ marginTop: '1.25rem' }}>
        <Tasks keeps={keeps} />
      </div>
      {recording && <RecordDialog device={{ id: recording }} onClose={() => setRecording(null)} />}
    </>
  );
}
