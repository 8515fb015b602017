import type { GrantRecord } from '@diemcau/contracts/identity/grants';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDayOf } from '../../../../admin/dates/format';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { StateChip } from '../../../../admin/parts/StateChip';
import { useRoles } from '../../../../admin/roles';
import { peopleKey, takeRole } from '../queries';
import { useTexts } from '../texts';
import classes from './person.module.css';

/** One role: which, where, from when to when, lent or own. */
export function GrantLine({ grant, mayTake }: { grant: GrantRecord; mayTake: boolean }) {
  const t = useTexts();
  const { nameOf } = useRoles();
  const [now] = useState(Date.now);
  const [asking, setAsking] = useState(false);
  const take = useAct(takeRole, {
    done: t('roleTaken'),
    changes: [peopleKey, ['admin', 'roles'], ['admin', 'grants']],
    after: () => setAsking(false),
  });
  const { role, unitName, subtree, validFrom, validTo, revokedAt, delegatedFrom } = grant;
  const upcoming = Date.parse(validFrom) > now;
  const end = revokedAt ?? validTo;
  return (
    <li className={classes.item}>
      <div>
        <b>{nameOf(role)}</b>
        <div>
          {unitName}, {t(subtree ? 'andBelow' : 'onlyHere')}
        </div>
        <div className={classes.quiet}>
          {t('from', { day: formatDayOf(validFrom) })}
          {end ? ` ${t('until', { day: formatDayOf(end) })}` : ` ${t('noEnd')}`}
        </div>
        {upcoming && <StateChip tone="waiting">{t('upcoming')}</StateChip>}{' '}
        {delegatedFrom !== null && <StateChip tone="neutral">{t('delegated')}</StateChip>}{' '}
        {revokedAt !== null && <StateChip tone="neutral">{t('taken')}</StateChip>}
      </div>
      {mayTake && revokedAt === null && (
        <Button
          variant="subtle"
          color="red.9"
          size="compact-md"
          aria-label={t('takeRoleOf', { role: nameOf(role), unit: unitName })}
          onClick={() => setAsking(true)}
        >
          {t('takeRole')}
        </Button>
      )}
      <Dialog
        opened={asking}
        title={t('takeRoleTitle', { role: nameOf(role) })}
        onClose={() => setAsking(false)}
        act={t('takeRole')}
        onAct={() => take.mutate(grant.id)}
        busy={take.isPending}
        error={take.error}
        danger
      >
        <p>{t('takeRoleText', { name: grant.displayName, unit: unitName })}</p>
      </Dialog>
    </li>
  );
}
