import type { SessionView } from '@diemcau/contracts/identity/sessions';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../../admin/dates/format';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { Section } from '../../../../admin/parts/Section';
import { StateChip } from '../../../../admin/parts/StateChip';
import { Trouble } from '../../../../admin/parts/Trouble';
import { endAllSessions, endSession, peopleKey, sessionsQuery } from '../queries';
import { useTexts } from '../texts';
import classes from './person.module.css';

/** Where the person is signed in; ended, they are out within seconds (I6). */
export function Sessions({ userId, mayEnd }: { userId: string; mayEnd: boolean }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(sessionsQuery(userId));
  const [asking, setAsking] = useState(false);
  const endOne = useAct(endSession, {
    done: t('sessionEnded'),
    changes: [[...peopleKey, 'sessions', userId]],
  });
  const endAll = useAct(endAllSessions, {
    done: ({ ended }) => t('sessionsEnded', { n: ended }),
    changes: [[...peopleKey, 'sessions', userId]],
    after: () => setAsking(false),
  });
  const items = data?.items ?? [];
  return (
    <Section
      title={t('sessions')}
      actions={
        mayEnd &&
        items.length > 0 && (
          <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>
            {t('endAll')}
          </Button>
        )
      }
    >
      <Trouble error={error ?? endOne.error} onRetry={refetch} />
      {!data && !error && <Skeleton height={48} aria-hidden="true" />}
      {data && items.length === 0 && <p className={classes.quiet}>{t('noSessions')}</p>}
      <ul className={classes.list}>
        {items.map((session) => (
          <li key={session.id} className={classes.item}>
            <SessionWords session={session} />
            {mayEnd && (
              <Button
                variant="subtle"
                color="red.9"
                size="compact-md"
                onClick={() => endOne.mutate({ userId, sessionId: session.id })}
              >
                {t('endOne')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        opened={asking}
        title={t('endAllTitle')}
        onClose={() => setAsking(false)}
        act={t('endAll')}
        onAct={() => endAll.mutate(userId)}
        busy={endAll.isPending}
        error={endAll.error}
        danger
      >
        <p>{t('endAllText')}</p>
      </Dialog>
    </Section>
  );
}

function SessionWords({ session }: { session: SessionView }) {
  const t = useTexts();
  const { device, address, network, lastSeenAt, startedAt, current } = session;
  const name = [device.browser, device.system].filter(Boolean).join(' · ') || t(`device_${device.kind}`);
  return (
    <div>
      <b>{name}</b> {current && <StateChip tone="good">{t('thisOne')}</StateChip>}
      <div className={classes.quiet}>
        {address ?? t('addressUnknown')} · {t(`network_${network}`)}
      </div>
      <div className={classes.quiet}>
        {t('seen', { at: formatInstant(lastSeenAt) })} · {t('began', { at: formatInstant(startedAt) })}
      </div>
    </div>
  );
}
