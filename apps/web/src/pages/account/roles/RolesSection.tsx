import type { GrantRecord } from '@diemcau/contracts/identity/grants';
import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import classes from '../AccountPage.module.css';
import { DelegateDialog } from './DelegateDialog';
import { GrantRow } from './GrantRow';
import { lentGrantsQuery, ownGrantsQuery } from './queries';
import { stateOf } from './state-of';
import { useTexts } from './texts';

/** What one may do where, until when; and what is lent while one is absent. */
export function RolesSection({ user }: { user: CurrentUser }) {
  const t = useTexts();
  const [delegating, setDelegating] = useState(false);
  const own = useQuery(ownGrantsQuery(user.id));
  const lent = useQuery(lentGrantsQuery());
  const now = (grant: GrantRecord): boolean => stateOf(grant) !== 'past';
  const current = (own.data?.items ?? []).filter(now);
  const past = (own.data?.items ?? []).filter((grant) => !now(grant));
  const lentNow = (lent.data?.items ?? []).filter(now);
  const lendable = current.filter((grant) => grant.delegatedFrom === null && stateOf(grant) === 'current');
  return (
    <Section
      title={t('title')}
      actions={
        lendable.length > 0 && (
          <Button variant="default" size="sm" onClick={() => setDelegating(true)}>
            {t('delegate')}
          </Button>
        )
      }
    >
      <Trouble error={own.data ? null : own.error} onRetry={own.refetch} />
      {!own.data && !own.error && <Skeleton height={90} aria-hidden="true" />}
      {own.data && current.length === 0 && <p className={classes.soft}>{t('none')}</p>}
      <ul className={classes.rows}>
        {current.map((grant) => (
          <GrantRow key={grant.id} grant={grant} as="own" />
        ))}
      </ul>
      {lentNow.length > 0 && (
        <>
          <h3>{t('lent')}</h3>
          <ul className={classes.rows}>
            {lentNow.map((grant) => (
              <GrantRow key={grant.id} grant={grant} as="lent" />
            ))}
          </ul>
        </>
      )}
      {past.length > 0 && (
        <details style={{ marginTop: '0.75rem' }}>
          <summary>{t('past', { n: past.length })}</summary>
          <ul className={classes.rows} style={{ marginTop: '0.5rem' }}>
            {past.map((grant) => (
              <GrantRow key={grant.id} grant={grant} as="past" />
            ))}
          </ul>
        </details>
      )}
      {delegating && <DelegateDialog user={user} grants={lendable} onClose={() => setDelegating(false)} />}
    </Section>
  );
}
