import type { TrainingLine } from '@diemcau/contracts/meetings/trainings';
import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSchool from '@tabler/icons-react/dist/esm/icons/IconSchool.mjs';
import { useState } from 'react';
import { formatInstant } from '../../admin/dates/format';
import { StateChip } from '../../admin/parts/StateChip';
import { useMay } from '../../admin/permissions';
import type { Column } from '../../admin/table/DataTable';
import { ListPage } from '../../admin/table/ListPage';
import { PlanDialog } from './PlanDialog';
import { useTrainings } from './queries';
import { useTexts } from './texts';
import { trainingTones } from './training-tones';

/** What is offered in the province (DA-1a). */
export function TrainingsPage() {
  const t = useTexts();
  const may = useMay();
  const list = useTrainings();
  const [planning, setPlanning] = useState(false);
  const columns: Column<TrainingLine>[] = [
    { key: 'title', title: t('name'), text: ({ title }) => title },
    {
      key: 'startsAt',
      title: t('startsAt'),
      text: ({ startsAt }) => (startsAt === null ? '–' : formatInstant(startsAt)),
      short: true,
    },
    {
      key: 'state',
      title: t('state'),
      text: ({ state }) => t(state),
      render: ({ state }) => <StateChip tone={trainingTones[state]}>{t(state)}</StateChip>,
    },
    {
      key: 'registered',
      title: t('registered'),
      text: ({ registered, capacity }) => t('registeredText', { registered, capacity }),
    },
    { key: 'certificates', title: t('certificates'), text: ({ certificates }) => String(certificates) },
    { key: 'unit', title: t('unit'), text: ({ unitName }) => unitName },
  ];
  const make = may('trainings.manage') && (
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
      none={{ icon: IconSchool, title: t('none'), text: t('noneText') }}
      list={list}
      columns={columns}
      idOf={({ id }) => id}
      linkTo={({ id }) => ({ to: '/work/trainings/$trainingId', params: { trainingId: id } })}
    >
      {planning && <PlanDialog onClose={() => setPlanning(false)} />}
    </ListPage>
  );
}
