import { body } from '@diemcau/client/rest';
import type {
  PrivacyRequest,
  PrivacyRequestKind,
  PrivacyRequestState,
} from '@diemcau/contracts/identity/privacy';
import IconShieldLock from '@tabler/icons-react/dist/esm/icons/IconShieldLock.mjs';
import { useState } from 'react';
import { formatDayOf, formatInstant } from '../../../admin/dates/format';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import { Empty } from '../../../admin/parts/Empty';
import { StateChip } from '../../../admin/parts/StateChip';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { DueDay } from './DueDay';
import { privacyKey } from './queries';
import { RequestDetail } from './RequestDetail';
import { requestTones } from './tones';
import { useTexts } from './texts';

const kinds = ['archive', 'erasure'] as const satisfies readonly PrivacyRequestKind[];
const states = [
  'waiting',
  'running',
  'done',
  'refused',
  'withdrawn',
  'failed',
] as const satisfies readonly PrivacyRequestState[];

export function Requests() {
  const t = useTexts();
  const [open, setOpen] = useState<PrivacyRequest | null>(null);
  const list = useList<PrivacyRequest>({
    key: [...privacyKey, 'requests'],
    filters: ['kind', 'state'],
    pageSize: 20,
    fetch: (page, filters) => {
      const kind = kinds.find((one) => one === filters['kind']);
      const state = states.find((one) => one === filters['state']);
      return body(
        rest.GET('/api/v1/privacy/requests', {
          params: { query: { ...page, ...(kind && { kind }), ...(state && { state }) } },
        }),
      );
    },
  });
  const columns: readonly Column<PrivacyRequest>[] = [
    { key: 'who', title: t('person'), text: ({ displayName }) => displayName },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    { key: 'kind', title: t('kind'), text: ({ kind }) => t(`kind_${kind}`) },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`state_${state}`),
      render: ({ state }) => <StateChip tone={requestTones[state]}>{t(`state_${state}`)}</StateChip>,
    },
    {
      key: 'at',
      title: t('requestedAt'),
      short: true,
      text: ({ requestedAt }) => formatInstant(requestedAt),
    },
    {
      key: 'due',
      title: t('dueAt'),
      text: ({ dueAt }) => formatDayOf(dueAt),
      render: (request) => <DueDay of={request} />,
    },
  ];
  return (
    <>
      <ListTools list={list} search={t('search')}>
        <FilterSelect
          list={list}
          name="kind"
          label={t('kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
        />
        <FilterSelect
          list={list}
          name="state"
          label={t('state')}
          options={states.map((state) => ({ value: state, label: t(`state_${state}`) }))}
        />
      </ListTools>
      <DataTable
        label={t('requests')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={setOpen}
        empty={
          <Empty icon={IconShieldLock} title={t('noneTitle')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
      <DetailDrawer opened={open !== null} onClose={() => setOpen(null)} title={open?.displayName ?? ''}>
        {open && <RequestDetail known={open} />}
      </DetailDrawer>
    </>
  );
}
