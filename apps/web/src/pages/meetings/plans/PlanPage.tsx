import type { Plan } from '@diemcau/contracts/meetings/plans';
import { Alert, Button, Skeleton } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { Back } from '../../../admin/parts/Back';
import { PageHead } from '../../../admin/parts/PageHead';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { PlanActs } from './PlanActs';
import { PlanLines } from './PlanLines';
import classes from './plans.module.css';
import { PlanStateChip } from './PlanStateChip';
import { planQuery } from './queries';
import { useTexts } from './texts';

/** One plan: its lines, where it stands, what the caller may do about it. */
export function PlanPage() {
  const t = useTexts();
  const { planId } = useParams({ from: '/work/plans/$planId' });
  const plan = useQuery(planQuery(planId));
  if (plan.error) return <Trouble error={plan.error} onRetry={plan.refetch} />;
  if (!plan.data) return <Skeleton height={320} />;
  const { title, unitName, year, month, state } = plan.data;
  const period = month === null ? t('yearOf', { year }) : t('monthOf', { year, month });
  return (
    <>
      <Back>
        <Link to="/work/plans">{t('back')}</Link>
      </Back>
      <PageHead
        title={title}
        lead={
          <>
            {unitName} · {period} · <PlanStateChip state={state} />
          </>
        }
      >
        <PlanActs plan={plan.data} />
      </PageHead>
      <Standing plan={plan.data} />
      <Lines plan={plan.data} />
    </>
  );
}

/** What one has to know about where it stands. */
function Standing({ plan: { state, comment, replacesId, approvedAt, approvable } }: { plan: Plan }) {
  const t = useTexts();
  return (
    <>
      {comment !== null && (
        <Alert color="orange" title={t('returnedTitle')} mb="md">
          {comment}
        </Alert>
      )}
      {state === 'submitted' && !approvable && <p className={classes.quiet}>{t('waits')}</p>}
      {replacesId !== null && state !== 'superseded' && (
        <p className={classes.quiet}>
          <Link to="/work/plans/$planId" params={{ planId: replacesId }}>
            {t('replaces')}
          </Link>
        </p>
      )}
      {approvedAt !== null && (
        <p className={classes.quiet}>{t('approvedAt', { at: formatInstant(approvedAt) })}</p>
      )}
    </>
  );
}

function Lines({ plan }: { plan: Plan }) {
  const t = useTexts();
  const add = plan.changeable && (
    <Button
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      renderRoot={(props) => <Link {...props} to="/work/series/new" search={{ planId: plan.id }} />}
    >
      {t('addSeries')}
    </Button>
  );
  return (
    <>
      <Section title={t('series')} actions={add}>
        {plan.series.length === 0 ? (
          <p className={classes.quiet}>
            <strong>{t('noSeries')}.</strong> {t('noSeriesText')}
          </p>
        ) : (
          <PlanLines label={t('series')} lines={plan.series} />
        )}
      </Section>
      {plan.approved && (
        <Section title={t('approvedLines')}>
          <PlanLines label={t('approvedLines')} lines={plan.approved.lines} />
        </Section>
      )}
    </>
  );
}
