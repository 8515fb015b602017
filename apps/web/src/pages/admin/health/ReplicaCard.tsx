import type { Dependency, ReplicaHealth } from '@diemcau/contracts/core/health';
import { formatInstant } from '../../../admin/dates/format';
import { Facts } from '../../../admin/parts/Facts';
import { StateChip } from '../../../admin/parts/StateChip';
import { formatCount } from '../../../admin/table/count';
import { formatDecimal } from '../../../i18n/numbers';
import classes from './health.module.css';
import { useTexts } from './texts';

/** Past these a figure is worth a look: ms of delay, facts waiting, s that a job is late. */
const limits = { lagMs: 200, outbox: 1000, jobS: 60 };

export function ReplicaCard({ replica }: { replica: ReplicaHealth }) {
  const t = useTexts();
  const { version, startedAt, draining, postgres, nats, eventLoopLagMs, rssBytes, outboxDepth, jobLagS } =
    replica;
  const well = nats.ok && (postgres?.ok ?? true);
  return (
    <article className={classes.card} aria-label={`${replica.service} ${replica.replica}`}>
      <div className={classes.cardHead}>
        <code>{replica.replica}</code>
        {draining ? (
          <StateChip tone="waiting">{t('draining')}</StateChip>
        ) : (
          <StateChip tone={well ? 'good' : 'bad'}>{t(well ? 'well' : 'unwell')}</StateChip>
        )}
      </div>
      <Facts
        of={[
          [t('version'), version],
          [t('startedAt'), formatInstant(startedAt)],
          postgres === null ? null : ['PostgreSQL', <Latency key="pg" of={postgres} />],
          ['NATS', <Latency key="nats" of={nats} />],
          [
            t('lag'),
            <Figure
              key="lag"
              loud={eventLoopLagMs > limits.lagMs}
            >{`${Math.round(eventLoopLagMs)} ms`}</Figure>,
          ],
          [t('memory'), `${formatCount(Math.round(rssBytes / 1024 / 1024))} MiB`],
          outboxDepth === null
            ? null
            : [
                t('outbox'),
                <Figure key="outbox" loud={outboxDepth > limits.outbox}>
                  {formatCount(outboxDepth)}
                </Figure>,
              ],
          jobLagS === null
            ? null
            : [
                t('jobs'),
                <Figure key="jobs" loud={jobLagS > limits.jobS}>
                  {jobLagS < 1 ? t('inTime') : t('late', { s: formatCount(Math.round(jobLagS)) })}
                </Figure>,
              ],
        ]}
      />
    </article>
  );
}

function Latency({ of: { ok, latencyMs } }: { of: Dependency }) {
  const t = useTexts();
  if (!ok) return <StateChip tone="bad">{t('noAnswer')}</StateChip>;
  return <>{latencyMs === null ? t('answers') : `${formatDecimal(latencyMs, 1, 1)} ms`}</>;
}

/** A figure that has become too large says so, and not by colour alone. */
function Figure({ loud, children }: { loud: boolean; children: string }) {
  return loud ? <StateChip tone="warning">{children}</StateChip> : <>{children}</>;
}
