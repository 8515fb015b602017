import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';
import { Button, Switch } from '@mantine/core';
import IconDeviceSpeaker from '@tabler/icons-react/dist/esm/icons/IconDeviceSpeaker.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { formatDay } from '../../../admin/dates/format';
import { Empty } from '../../../admin/parts/Empty';
import { Section } from '../../../admin/parts/Section';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import { ListTools } from '../../../admin/table/ListTools';
import { ConditionChip } from './ConditionChip';
import { DeviceDialog } from './DeviceDialog';
import { useDevices } from './queries';
import { Tasks } from './Tasks';
import { useTexts } from './texts';

/** What a site is equipped with, and what has to be mended there (TM-1c, HB-6). */
export function SiteEquipment({ siteId, keeps }: { siteId: string; keeps: boolean }) {
  const t = useTexts();
  const list = useDevices(siteId);
  const [adding, setAdding] = useState(false);
  const columns: Column<SiteDevice>[] = [
    { key: 'item', title: t('item'), text: ({ itemName }) => itemName },
    { key: 'serial', title: t('serial'), text: ({ serialNo }) => serialNo ?? '–', short: true },
    {
      key: 'condition',
      title: t('condition'),
      text: ({ condition }) => t(`condition_${condition}`),
      render: (device) => <ConditionChip of={device} />,
    },
    { key: 'location', title: t('location'), text: ({ location }) => location ?? '–' },
    {
      key: 'acquired',
      title: t('acquiredOn'),
      text: ({ acquiredOn }) => (acquiredOn ? formatDay(acquiredOn) : '–'),
      short: true,
    },
  ];
  const actions = (
    <>
      <DownloadButton path="/api/v1/devices/labels.pdf" fileName="tem-thiet-bi.pdf" query={{ siteId }}>
        {t('labels')}
      </DownloadButton>
      {keeps && (
        <Button
          size="sm"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {t('addDevice')}
        </Button>
      )}
    </>
  );
  return (
    <>
      <Section title={t('equipment')}>
        <ListTools list={list} search={t('search')} actions={actions}>
          <Switch
            label={t('withRetired')}
            checked={list.state['state'] === 'retired'}
            onChange={(event) => list.patch({ state: event.currentTarget.checked ? 'retired' : undefined })}
          />
        </ListTools>
        <DataTable
          label={t('equipment')}
          list={list}
          columns={columns}
          idOf={({ id }) => id}
          linkTo={({ code }) => ({ to: '/work/devices/$code', params: { code } })}
          empty={
            <Empty icon={IconDeviceSpeaker} title={t('noneTitle')}>
              <p>{t('noneText')}</p>
            </Empty>
          }
        />
      </Section>
      <Tasks siteId={siteId} keeps={keeps} />
      {adding && <DeviceDialog siteId={siteId} device={null} onClose={() => setAdding(false)} />}
    </>
  );
}
