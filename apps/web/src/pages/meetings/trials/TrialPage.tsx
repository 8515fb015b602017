import type { TrialBoard } from '@diemcau/contracts/meetings/trials';
import { Button, Progress, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Back } from '../../../admin/parts/Back';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { timeSpan } from '../invitations/time-span';
import { EditDialog } from './EditDialog';
import { boardQuery, closeTrial, openTrial, remind, trialsKey } from './queries';
import { useTexts } from './texts';
import classes from './trials.module.css';
import { trialTones } from './TrialsPage';
import { UnitsTable } from './UnitsTable';

/** Who has passed and who has not, live (TM-3). */
export function TrialPage() {
  const t = useTexts();
  const { trialId } = useParams({ from: '/work/trials/$trialId' });
  const { data: trial, error, refetch } = useQuery(boardQuery(trialId));
  if (error && !trial) return <Trouble error={error} onRetry={refetch} />;
  if (!trial) return <Skeleton height={320} aria-label={t('loading')} />;
  const { state, passed, failed, invited, remindedAt } = trial;
  const words = t('progressText', { passed, invited });
  return (
    <>
      <Head trial={trial} />
      <Section title={words} actions={<StateChip tone={trialTones[state]}>{t(state)}</StateChip>}>
        <Progress value={invited ? (100 * passed) / invited : 0} size="lg" aria-label={words} />
        <p className={classes.figures}>
          {t('figures', { failed, waiting: invited - passed - failed })}
          {remindedAt && ` · ${t('remindedAt', { at: formatInstant(remindedAt) })}`}
        </p>
      </Section>
      <UnitsTable trial={trial} />
    </>
  );
}

function Head({ trial }: { readonly trial: TrialBoard }) {
  const t = useTexts();
  const { id, title, unitName, roomName, startsAt, endsAt, manageable, state } = trial;
  const changes = [trialsKey];
  const open = useAct(openTrial, { done: t('opened'), changes });
  const close = useAct(closeTrial, { done: t('closedDone'), changes });
  const tell = useAct(remind, { done: ({ units, mails }) => t('reminded', { units, mails }), changes });
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Back>
        <Link to="/work/trials">{t('title')}</Link>
      </Back>
      <PageHead title={title} lead={`${unitName} · ${roomName} · ${timeSpan(startsAt, endsAt)}`}>
        {manageable && state !== 'closed' && (
          <>
            <Button variant="default" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
            <Button variant="default" loading={tell.isPending} onClick={() => tell.mutate(id)}>
              {t('remind')}
            </Button>
            {state === 'planned' ? (
              <Button loading={open.isPending} onClick={() => open.mutate(id)}>
                {t('openNow')}
              </Button>
            ) : (
              <Button variant="default" loading={close.isPending} onClick={() => close.mutate(id)}>
                {t('closeNow')}
              </Button>
            )}
          </>
        )}
      </PageHead>
      <Trouble error={open.error ?? close.error ?? tell.error} />
      {editing && <EditDialog trial={trial} onClose={() => setEditing(false)} />}
    </>
  );
}
