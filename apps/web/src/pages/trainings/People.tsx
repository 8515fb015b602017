import type { Training } from '@diemcau/contracts/meetings/trainings';
import type { Registration } from '@diemcau/contracts/meetings/trainings-people';
import { Button } from '@mantine/core';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { useState } from 'react';
import { formatDayOf } from '../../admin/dates/format';
import { useAct } from '../../admin/forms/use-act';
import { Section } from '../../admin/parts/Section';
import { StateChip } from '../../admin/parts/StateChip';
import { Trouble } from '../../admin/parts/Trouble';
import { useMay } from '../../admin/permissions';
import { type Column, DataTable } from '../../admin/table/DataTable';
import { MarkDialog } from './MarkDialog';
import { trainingsKey, usePeople, withdraw } from './queries';
import { RegisterDialog } from './RegisterDialog';
import { useTexts } from './texts';

/** Who is registered, with what they attended. */
export function People({ training }: { training: Training }) {
  const t = useTexts();
  const may = useMay();
  const { id: trainingId, sessions, manageable, registering } = training;
  const list = usePeople(trainingId);
  const [open, setOpen] = useState<'register' | string | null>(null);
  const gone = useAct(withdraw, { done: t('withdrawn'), changes: [trainingsKey] });
  const held = sessions.filter((session) => session.held);
  const columns: Column<Registration>[] = [
    { key: 'name', title: t('people'), text: ({ name }) => name },
    { key: 'unit', title: t('worksAt'), text: ({ unitName }) => unitName },
    {
      key: 'attended',
      title: t('sessions'),
      text: ({ attended }) => t('attended', { n: attended.length, all: held.length }),
    },
    {
      key: 'complete',
      title: t('state'),
      text: ({ complete, certificateNumber }) =>
        certificateNumber ?? t(complete ? 'complete' : 'notComplete'),
      render: ({ complete, certificateNumber }) => (
        <StateChip tone={certificateNumber ? 'good' : complete ? 'waiting' : 'neutral'}>
          {certificateNumber ?? t(complete ? 'complete' : 'notComplete')}
        </StateChip>
      ),
    },
    {
      key: 'acts',
      title: '',
      text: () => '',
      render: ({ userId, certificateNumber }) =>
        (manageable || registering) &&
        certificateNumber === null && (
          <Button size="compact-sm" variant="subtle" onClick={() => gone.mutate({ trainingId, userId })}>
            {t('withdraw')}
          </Button>
        ),
    },
  ];
  const marking = held.find(({ occurrenceId }) => occurrenceId === open);
  return (
    <Section
      title={t('people')}
      actions={
        registering &&
        may('trainings.register') && (
          <Button
            leftSection={<IconUserPlus size={20} aria-hidden="true" />}
            onClick={() => setOpen('register')}
          >
            {t('register')}
          </Button>
        )
      }
    >
      {!registering && <p>{t('closed')}</p>}
      {manageable &&
        held.map(({ occurrenceId, startsAt }) => (
          <Button key={occurrenceId} variant="default" mb="sm" mr="sm" onClick={() => setOpen(occurrenceId)}>
            {t('mark')} ({formatDayOf(startsAt)})
          </Button>
        ))}
      <Trouble error={gone.error} />
      <DataTable
        label={t('people')}
        list={list}
        columns={columns}
        idOf={({ userId }) => userId}
        empty={<p>{t('nobody')}</p>}
      />
      {open === 'register' && <RegisterDialog training={training} onClose={() => setOpen(null)} />}
      {marking && (
        <MarkDialog
          trainingId={trainingId}
          session={marking}
          people={list.rows}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
