import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { formatInstant } from '../../admin/dates/format';
import { Back } from '../../admin/parts/Back';
import { PageHead } from '../../admin/parts/PageHead';
import { Section } from '../../admin/parts/Section';
import { StateChip } from '../../admin/parts/StateChip';
import { Trouble } from '../../admin/parts/Trouble';
import { useMay } from '../../admin/permissions';
import classes from '../meetings/checks/checks.module.css';
import { Certificates } from './Certificates';
import event from './event.module.css';
import { EventActs } from './EventActs';
import { People } from './People';
import { trainingQuery } from './queries';
import { useTexts } from './texts';
import { trainingTones } from './training-tones';

/** One event: sessions, seats, people, certificates. */
export function TrainingPage() {
  const t = useTexts();
  const may = useMay();
  const { trainingId } = useParams({ from: '/work/trainings/$trainingId' });
  const { data: training, error, refetch } = useQuery(trainingQuery(trainingId));
  if (error && !training) return <Trouble error={error} onRetry={refetch} />;
  if (!training) return <Skeleton height={320} aria-label={t('loading')} />;
  const { manageable, state } = training;
  return (
    <>
      <Back>
        <Link to="/work/trainings">{t('title')}</Link>
      </Back>
      <PageHead
        title={training.title}
        lead={`${training.unitName} · ${t('rule', { percent: training.requiredPercent })}`}
      >
        {manageable && <EventActs training={training} />}
      </PageHead>
      <Section title={t('sessions')} actions={<StateChip tone={trainingTones[state]}>{t(state)}</StateChip>}>
        {training.description && <p className={event.description}>{training.description}</p>}
        {training.registerUntil && (
          <p>{t('registerUntilText', { at: formatInstant(training.registerUntil) })}</p>
        )}
        {training.selfRegistration && <p>{t('selfRegistrationText')}</p>}
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
    </>
  );
}
