import { body } from '@diemcau/client/rest';
import type { HealthState } from '@diemcau/contracts/core/health';
import { Alert, Skeleton } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { useQuery } from '@tanstack/react-query';
import { PageHead } from '../../../admin/parts/PageHead';
import { StateChip, type Tone } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { rest } from '../../../api/rest';
import classes from './health.module.css';
import { ReplicaCard } from './ReplicaCard';
import { useTexts } from './texts';

const tones: Record<HealthState, Tone> = { healthy: 'good', degraded: 'warning', down: 'bad' };
/** Often enough to see a fault come, seldom enough to be calm. */
const everyMs = 10_000;

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Ho_Chi_Minh' });

/** How the parts of the system are; looks again by itself. */
export function HealthPage() {
  const t = useTexts();
  const { data, error, refetch } = useQuery({
    queryKey: ['admin', 'health'],
    queryFn: () => body(rest.GET('/api/v1/system/health')),
    refetchInterval: everyMs,
  });
  const services = [...new Set(data?.replicas.map(({ service }) => service))];
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {data && <StateChip tone={tones[data.state]}>{t(`state_${data.state}`)}</StateChip>}
      </PageHead>
      <Trouble error={error} onRetry={refetch} />
      {!data && !error && <Skeleton height={320} radius="lg" aria-hidden="true" />}
      {data && data.silent.length > 0 && (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden="true" />}
          title={t('silent')}
          role="alert"
          mb="md"
        >
          {data.silent.map((service) => t('silentText', { service })).join(' ')}
        </Alert>
      )}
      {services.map((service) => (
        <section key={service} aria-labelledby={`service-${service}`} className={classes.service}>
          <h2 id={`service-${service}`}>{service}</h2>
          <div className={classes.replicas}>
            {data?.replicas
              .filter((replica) => replica.service === service)
              .map((replica) => (
                <ReplicaCard key={replica.replica} replica={replica} />
              ))}
          </div>
        </section>
      ))}
      {data && <p className={classes.soft}>{t('lookedAt', { at: clock.format(new Date(data.at)) })}</p>}
    </>
  );
}
