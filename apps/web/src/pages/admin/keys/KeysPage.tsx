import { body } from '@diemcau/client/rest';
import type { ApiKey } from '@diemcau/contracts/identity/keys';
import { Button, Switch } from '@mantine/core';
import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { formatDayOf, formatInstant } from '../../../admin/dates/format';
import type { Column } from '../../../admin/table/DataTable';
import { ListPage } from '../../../admin/table/ListPage';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { KeyDrawer } from './KeyDrawer';
import { KeyStateChip, stateOf } from './KeyState';
import { MakeKeyDialog } from './MakeKeyDialog';
import { keysKey } from './queries';
import { useTexts } from './texts';

/** Keys for programs: what each opens, until when, and when it was last used. */
export function KeysPage() {
  const t = useTexts();
  const [making, setMaking] = useState(false);
  const [open, setOpen] = useState<ApiKey | null>(null);
  const list = useList<ApiKey>({
    key: [...keysKey, 'list'],
    filters: ['unitId', 'dead'],
    fetch: (page, { unitId, dead }) =>
      body(
        rest.GET('/api/v1/keys', {
          params: { query: { ...page, ...(unitId && { unitId }), ...(dead && { dead: true }) } },
        }),
      ),
  });
  const columns: readonly Column<ApiKey>[] = [
    { key: 'name', title: t('name'), text: ({ name }) => name },
    {
      key: 'unit',
      title: t('unit'),
      text: ({ unitName, subtree }) => (subtree ? t('below', { unitName }) : unitName),
    },
    {
      key: 'state',
      title: t('state'),
      text: (key) => t(`state_${stateOf(key)}`),
      render: (key) => <KeyStateChip of={key} />,
    },
    { key: 'scopes', title: t('scopes'), text: ({ scopes }) => t('nScopes', { n: scopes.length }) },
    { key: 'expiresAt', title: t('expiresAt'), short: true, text: ({ expiresAt }) => formatDayOf(expiresAt) },
    {
      key: 'lastUsedAt',
      title: t('lastUsedAt'),
      short: true,
      text: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt) : t('never')),
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
      filters={
        <>
          <UnitFilter list={list} label={t('unit')} />
          <Switch
            label={t('dead')}
            checked={list.state['dead'] === 'true'}
            onChange={(event) => list.patch({ dead: event.currentTarget.checked ? 'true' : undefined })}
          />
        </>
      }
      none={{ icon: IconKey, title: t('noneTitle'), text: t('noneText') }}
      list={list}
      columns={columns}
      idOf={({ id }) => id}
      onOpen={setOpen}
    >
      {making && <MakeKeyDialog onClose={() => setMaking(false)} />}
      <KeyDrawer of={open} onClose={() => setOpen(null)} />
    </ListPage>
  );
}
