import type { TrialUnit, TrialUnitState } from '@diemcau/contracts/meetings/trials';
import { Button, Progress, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { useMay } from '../../../admin/permissions';
import classes from '../checks/checks.module.css';
import { useReasonWords } from '../checks/steps/reasons';
import { WhomToCall } from '../checks/WhomToCall';
import { boardQuery, closeTrial, openTrial, remind, trialsKey } from './queries';
import { useTexts } from './texts';
import { trialTones } from './TrialsPage';

const tones = { waiting: 'waiting', failed: 'bad', passed: 'good' } as const satisfies Record<
  TrialUnitState,
  Tone
>;

/** Who has passed and who has not, live (TM-3). */
export function TrialPage() {
  const t = useTexts();
  const { trialId } = useParams({ from: '/work/trials/$trialId' });
  const { data: trial, error, refetch } = useQuery(boardQuery(trialId));
  const changes = [trialsKey];
  const open = useAct(openTrial, { done: t('opened'), changes });
  const close = useAct(closeTrial, { done: t('closedDone'), changes });
  const tell = useAct(remind, { done: ({ units, mails }) => t('reminded', { units, mails }), changes });
  if (error && !trial) return <Trouble error={error} onRetry={refetch} />;
  if (!trial) return <Skeleton height={320} aria-label={t('loading')} />;
  const { manageable, state, passed, invited } = trial;
  const words = t('progressText', { passed, invited });
  return (
    <>
      <PageHead
        title={trial.title}
        lead={`${trial.unitName} · ${trial.roomName} · ${formatInstant(trial.startsAt)} – ${formatInstant(trial.endsAt)}`}
      >
        {manageable && state !== 'closed' && (
          <>
            <Button variant="default" loading={tell.isPending} onClick={() => tell.mutate(trialId)}>
              {t('remind')}
            </Button>
            {state === 'planned' ? (
              <Button loading={open.isPending} onClick={() => open.mutate(trialId)}>
                {t('openNow')}
              </Button>
            ) : (
              <Button variant="default" loading={close.isPending} onClick={() => close.mutate(trialId)}>
                {t('closeNow')}
              </Button>
            )}
          </>
        )}
      </PageHead>
      <Trouble error={open.error ?? close.error ?? tell.error} />
      <Section title={words} actions={<StateChip tone={trialTones[state]}>{t(state)}</StateChip>}>
        <Progress value={invited ? (100 * passed) / invited : 0} size="lg" aria-label={words} />
        {trial.remindedAt && <p>{t('remindedAt', { at: formatInstant(trial.remindedAt) })}</p>}
        <table className={classes.sites}>
          <tbody>
            {trial.units.map((unit) => (
              <UnitRow key={unit.unitId} unit={unit} open={state === 'open'} manageable={manageable} />
            ))}
          </tbody>
        </table>
      </Section>
    </>
  );
}

function UnitRow({ unit, open, manageable }: { unit: TrialUnit; open: boolean; manageable: boolean }) {
  const t = useTexts();
  const may = useMay();
  const wordsOf = useReasonWords();
  const { trialId, unitId, unitName, state, tries, test } = unit;
  return (
    <tr>
      <td>
        <strong>{unitName}</strong>
      </td>
      <td>
        <StateChip tone={tones[state]}>{t(state)}</StateChip>{' '}
        {tries > 0 && <small>{t('tries', { n: tries })}</small>}
        {test && !test.passed && <div>{test.reasons.map(wordsOf).join(' · ')}</div>}
      </td>
      <td>
        <div className={classes.acts}>
          {manageable && state !== 'passed' && <WhomToCall unitId={unitId} unitName={unitName} />}
          {open && may('meetings.answer') && (
            <Button
              size="compact-sm"
              variant={state === 'passed' ? 'default' : 'filled'}
              renderRoot={(props) => (
                <Link {...props} to="/work/trials/$trialId/$unitId" params={{ trialId, unitId }} />
              )}
            >
              {t('tryHere')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}
