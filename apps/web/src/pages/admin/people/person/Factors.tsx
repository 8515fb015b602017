import type { SecondFactor } from '@diemcau/contracts/identity/second-factors';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDayOf } from '../../../../admin/dates/format';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { factorsQuery, peopleKey, removeFactor } from '../queries';
import { useTexts } from '../texts';
import classes from './person.module.css';

/** Authenticator apps and passkeys; a lost one is taken away here. Nothing is shown of an account that has none. */
export function Factors({ userId }: { userId: string }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(factorsQuery(userId));
  const [asking, setAsking] = useState<SecondFactor | null>(null);
  const remove = useAct(removeFactor, {
    done: t('factorRemoved'),
    changes: [peopleKey],
    after: () => setAsking(null),
  });
  if (!error && (data?.items.length ?? 0) === 0) return null;
  const nameOf = ({ kind, name }: SecondFactor) => (name ? `${t(kind)}: ${name}` : t(kind));
  return (
    <Section title={t('factors')}>
      <Trouble error={error} onRetry={refetch} />
      <ul className={classes.list}>
        {data?.items.map((factor) => (
          <li key={factor.id} className={classes.item}>
            <div>
              <b>{nameOf(factor)}</b>
              <div className={classes.quiet}>
                {t('addedOn', { day: formatDayOf(factor.addedAt) })} ·{' '}
                {factor.lastUsedAt ? t('usedOn', { day: formatDayOf(factor.lastUsedAt) }) : t('neverUsed')}
              </div>
            </div>
            <Button variant="subtle" color="red.9" size="compact-md" onClick={() => setAsking(factor)}>
              {t('removeFactor')}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        opened={asking !== null}
        title={t('removeFactorTitle', { factor: asking ? nameOf(asking) : '' })}
        onClose={() => setAsking(null)}
        act={t('removeFactor')}
        onAct={() => asking && remove.mutate({ userId, factorId: asking.id })}
        busy={remove.isPending}
        error={remove.error}
        danger
      >
        <p>{t('removeFactorText')}</p>
      </Dialog>
    </Section>
  );
}
