import { body } from '@diemcau/client/rest';
import type { Webhook } from '@diemcau/contracts/identity/webhooks';
import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconWebhook from '@tabler/icons-react/dist/esm/icons/IconWebhook.mjs';
import { useState } from 'react';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import type { Column } from '../../../admin/table/DataTable';
import { ListPage } from '../../../admin/table/ListPage';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { MakeWebhookDialog } from './MakeWebhookDialog';
import { webhooksKey } from './queries';
import { useTexts } from './texts';
import { WebhookDetail } from './WebhookDetail';
import { WebhookStateChip } from './WebhookStateChip';

/** Facts sent to other systems as they happen, signed; what became of each delivery. */
export function WebhooksPage() {
  const t = useTexts();
  const [making, setMaking] = useState(false);
  const [open, setOpen] = useState<Webhook | null>(null);
  const list = useList<Webhook>({
    key: [...webhooksKey, 'list'],
    filters: ['unitId'],
    fetch: (page, { unitId }) =>
      body(rest.GET('/api/v1/webhooks', { params: { query: { ...page, ...(unitId && { unitId }) } } })),
  });
  const columns: readonly Column<Webhook>[] = [
    { key: 'name', title: t('name'), text: ({ name }) => name },
    { key: 'url', title: t('url'), text: ({ url }) => url },
    {
      key: 'unit',
      title: t('unit'),
      text: ({ unitName, subtree }) => (subtree ? t('below', { unitName }) : unitName),
    },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`state_${state}`),
      render: (webhook) => <WebhookStateChip of={webhook} />,
    },
    {
      key: 'events',
      title: t('events'),
      text: ({ events }) => events.map((one) => t(`event_${one}`)).join(', '),
    },
  ];
  const make = (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setMaking(true)}>
      {t('make')}
    </Button>
  );
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      search={t('search')}
      make={make}
      filters={<UnitFilter list={list} label={t('unit')} />}
      none={{ icon: IconWebhook, title: t('noneTitle'), text: t('noneText') }}
      list={list}
      columns={columns}
      idOf={({ id }) => id}
      onOpen={setOpen}
    >
      {making && <MakeWebhookDialog onClose={() => setMaking(false)} />}
      <DetailDrawer opened={open !== null} onClose={() => setOpen(null)} title={open?.name ?? ''} width={760}>
        {open && <WebhookDetail known={open} onGone={() => setOpen(null)} />}
      </DetailDrawer>
    </ListPage>
  );
}
