import { body } from '@diemcau/client/rest';
import type { PlanLine } from '@diemcau/contracts/meetings/plans';
import type { PlanState } from '@diemcau/contracts/meetings/vocabulary';
import { Button } from '@mantine/core';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useState } from 'react';
import { useMay } from '../../../admin/permissions';
import type { Column } from '../../../admin/table/DataTable';
import { ListPage } from '../../../admin/table/ListPage';
import { FilterSelect } from '../../../admin/table/FilterSelect';
import { UnitFilter } from '../../../admin/table/UnitFilter';
import { useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { MakePlanDialog } from './MakePlanDialog';
import { PlanStateChip } from './PlanStateChip';
import { plansKey } from './queries';
import { useTexts } from './texts';

const states = ['draft', 'submitted', 'approved', 'superseded'] as const satisfies readonly PlanState[];
const stateOf = (text: string | undefined): PlanState | undefined => states.find((state) => state === text);

/** Yearly and monthly plans, with who owes what: drafts to submit, plans to approve. */
export function PlansPage() {
  const t = useTexts();
  const may = useMay();
  const [making, setMaking] = useState(false);
  const list = useList<PlanLine>({
    key: [...plansKey, 'list'],
    filters: ['state', 'unitId'],
    fetch: (page, { state, unitId }) => {
      const wanted = stateOf(state);
      const query = { ...page, ...(wanted && { state: wanted }), ...(unitId && { unitId }) };
      return body(rest.GET('/api/v1/plans', { params: { query } }));
    },
  });
  const columns: readonly Column<PlanLine>[] = [
    { key: 'title', title: t('name'), text: ({ title }) => title },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
    {
      key: 'period',
      title: t('period'),
      short: true,
      text: ({ year, month }) => (month === null ? t('yearOf', { year }) : t('monthOf', { year, month })),
    },
    { key: 'lines', title: t('lines'), short: true, text: ({ seriesCount }) => String(seriesCount) },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(`state_${state}`),
      render: ({ state }) => <PlanStateChip state={state} />,
    },
  ];
  const make = may('meetings.write') && (
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
          <FilterSelect
            list={list}
            name="state"
            label={t('state')}
            options={states.map((state) => ({ value: state, label: t(`state_${state}`) }))}
          />
          <UnitFilter list={list} label={t('unit')} />
        </>
      }
      none={{ icon: IconCalendarPlus, title: t('noneTitle'), text: t('noneText') }}
      list={list}
      columns={columns}
      idOf={({ id }) => id}
      linkTo={({ id }) => ({ to: '/work/plans/$planId', params: { planId: id } })}
    >
      {making && <MakePlanDialog onClose={() => setMaking(false)} />}
    </ListPage>
  );
}
