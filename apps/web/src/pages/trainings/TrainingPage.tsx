import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../../admin/dates/format';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { PageHead } from '../../admin/parts/PageHead';
import { Section } from '../../admin/parts/Section';
import { StateChip } from '../../admin/parts/StateChip';
import { Trouble } from '../../admin/parts/Trouble';
import { useMay } from '../../admin/permissions';
import classes from '../meetings/checks/checks.module.css';
import { Certificates } from './Certificates';
import { People } from './People';
import { issueCertificates, trainingQuery, trainingsKey } from './queries';
import { useTexts } from './texts';
import { trainingTones } from './training-tones';

/** One event: sessions, seats, people, certificates. */
export function TrainingPage() {
  const t = useTexts();
  const may = useMay();
  const { trainingId } = useParams({ from: '/work/trainings/$trainingId' });
  const { data: training, error, refetch } = useQuery(trainingQuery(trainingId));
  const [issuing, setIssuing] = useState(false);
  const issue = useAct(issueCertificates, {
    done: ({ issued }) => t('issued', { n: issued }),
    changes: [trainingsKey],
    after: () => setIssuing(false),
  });
  if (error && !training) return <Trouble error={error} onRetry={refetch} />;
  if (!training) return <Skeleton height={320} aria-label={t('loading')} />;
  const { manageable, state } = training;
  return (
    <>
      <PageHead
        title={training.title}
        lead={`${training.unitName} · ${t('rule', { percent: training.requiredPercent })}`}
      >
        {manageable && state !== 'cancelled' && (
          <Button variant="default" onClick={() => setIssuing(true)}>
            {t('issue')}
          </Button>
        )}
      </PageHead>
      <Section title={t('sessions')} actions={<StateChip tone={trainingTones[state]}>{t(state)}</StateChip>}>
        {training.description && <p>{training.description}</p>}
        <ul className={classes.owed}>
          {training.sessions.map(({ occurrenceId, title, startsAt, held }) => (
            <li key={occurrenceId}>
              <span>
                <strong>{formatInstant(startsAt)}</strong> {title}
              </span>
              <StateChip tone={held ? 'good' : 'waiting'}>{t(held ? 'held' : 'toCome')}</StateChip>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('places')}>
        <ul className={classes.owed}>
          {training.places.map(({ siteId, siteName, unitName, taken, capacity }) => (
            <li key={siteId}>
              <span>
                <strong>{siteName}</strong> <small>{unitName}</small>
              </span>
              <span>{t('taken', { taken, capacity })}</span>
            </li>
          ))}
        </ul>
      </Section>
      {(manageable || may('trainings.register')) && <People training={training} />}
      {(manageable || may('trainings.register')) && (
        <Certificates trainingId={trainingId} manageable={manageable} />
      )}
      <Dialog
        opened={issuing}
        title={t('issueAsk')}
        act={t('issue')}
        onAct={() => issue.mutate(trainingId)}
        busy={issue.isPending}
        error={issue.error}
        onClose={() => setIssuing(false)}
      >
        <p>{t('issueText')}</p>
      </Dialog>
    </>
  );
}
