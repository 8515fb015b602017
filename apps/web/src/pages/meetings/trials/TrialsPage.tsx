import type { Trial, TrialState } from '@diemcau/contracts/meetings/trials';
import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTestPipe from '@tabler/icons-react/dist/esm/icons/IconTestPipe.mjs';
import { useState } from 'react';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { useMay } from '../../../admin/permissions';
import type { Column } from '../../../admin/table/DataTable';
import { ListPage } from '../../../admin/table/ListPage';
import { timeSpan } from '../invitations/time-span';
import { PlanDialog } from './PlanDialog';
import { useTrials } from './queries';
import { useTexts } from './texts';

export const trialTones = { planned: 'neutral', open: 'waiting', closed: 'good' } as const satisfies Record<
  TrialState,
  Tone
>;

/** Trial windows (TM-3), the latest first. */
export function TrialsPage() {
  const t = useTexts();
  const may = useMay();
  const list = useTrials();
  const [planning, setPlanning] = useState(false);
  const columns: Column<Trial>[] = [
    { key: 'title', title: t('name'), text: ({ title }) => title },
    {
      key: 'period',
      title: t('period'),
      text: ({ startsAt, endsAt }) => timeSpan(startsAt, endsAt),
    },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(state),
      render: ({ state }) => <StateChip tone={trialTones[state]}>{t(state)}</StateChip>,
    },
    {
      key: 'progress',
      title: t('progress'),
      text: ({ passed, invited }) => t('progressText', { passed, invited }),
    },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
  ];
  const make = may('checks.manage') && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setPlanning(true)}>
      {t('plan')}
    </Button>
  );
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      search={t('name')}
      make={make}
      none={{ icon: IconTestPipe, title: t('none'), text: t('noneText') }}
      list={list}
      columns={columns}
      idOf={({ id }) => id}
      linkTo={({ id }) => ({ to: '/work/trials/$trialId', params: { trialId: id } })}
    >
      {planning && <PlanDialog onClose={() => setPlanning(false)} />}
    </ListPage>
  );
}
