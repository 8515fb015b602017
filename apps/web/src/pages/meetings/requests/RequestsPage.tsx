import { body } from '@diemcau/client/rest';
import type { MeetingRequest, RequestView } from '@diemcau/contracts/meetings/requests';
import { Button } from '@mantine/core';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../../admin/parts/Empty';
import { PageHead } from '../../../admin/parts/PageHead';
import { StateChip } from '../../../admin/parts/StateChip';
import { useMay } from '../../../admin/permissions';
import { type Column, DataTable } from '../../../admin/table/DataTable';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { ListTools } from '../../../admin/table/ListTools';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { timeSpan } from '../invitations/time-span';
import { OccurrenceStateChip } from '../occurrence/OccurrenceStateChip';
import { meetingsKey } from '../occurrence/queries';
import { useMeetingWords } from '../occurrence/words';
import { useTexts } from './texts';

const views = ['toDecide', 'own', 'decided'] as const satisfies readonly RequestView[];

/** `/work/requests`: what waits for approval; opened, the meeting's page has the buttons. */
export function RequestsPage() {
  const t = useTexts();
  const words = useMeetingWords();
  const may = useMay();
  const standard: RequestView = may('meetings.approve') ? 'toDecide' : 'own';
  const list = useList<MeetingRequest>({
    key: [...meetingsKey, 'requests'],
    filters: ['view'],
    fetch: (page, { view }) => {
      const wanted = views.find((one) => one === view) ?? standard;
      return body(rest.GET('/api/v1/meeting-requests', { params: { query: { ...page, view: wanted } } }));
    },
  });
  const columns: readonly Column<MeetingRequest>[] = [
    {
      key: 'meeting',
      title: t('meeting'),
      text: ({ title }) => title,
      render: ({ title, urgent }) => (
        <>
          {title} {urgent && <StateChip tone="bad">{words('urgent')}</StateChip>}
        </>
      ),
    },
    {
      key: 'asker',
      title: t('asker'),
      text: ({ requestingUnitName, unitName }) => requestingUnitName ?? unitName,
    },
    { key: 'when', title: t('when'), text: ({ startsAt, endsAt }) => timeSpan(startsAt, endsAt) },
    { key: 'reason', title: t('reason'), text: ({ reason }) => reason ?? '' },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => words(`state_${state}`),
      render: (request) => <OccurrenceStateChip of={request} />,
    },
  ];
  const ask = may('meetings.request') && (
    <Button
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      renderRoot={(props) => <Link {...props} to="/work/requests/new" />}
    >
      {t('ask')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {ask}
      </PageHead>
      <ListTools list={list} search={t('search')}>
        <FilterSelect
          list={list}
          name="view"
          label={t('view')}
          options={views.map((value) => ({ value, label: t(`view_${value}`) }))}
        />
      </ListTools>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        idOf={({ id }) => id}
        linkTo={({ id }) => ({ to: '/work/meetings/$occurrenceId', params: { occurrenceId: id } })}
        empty={
          <Empty icon={IconInbox} title={t('noneTitle')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      />
    </>
  );
}
