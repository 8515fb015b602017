import type { GuardianView } from '@diemcau/contracts/identity/guardians';
import type { UserDetails } from '@diemcau/contracts/identity/user-views';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDayOf } from '../../../../admin/dates/format';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { Section } from '../../../../admin/parts/Section';
import { peopleKey, unbindGuardian } from '../queries';
import { useTexts } from '../texts';
import classes from './person.module.css';

/** A student's guardians; they bind themselves with a code of the class, and are unbound here. */
export function Family({ person, mayWrite }: { person: UserDetails; mayWrite: boolean }) {
  const t = useTexts();
  const [asking, setAsking] = useState<GuardianView | null>(null);
  const unbind = useAct(unbindGuardian, {
    done: t('unbound'),
    changes: [peopleKey],
    after: () => setAsking(null),
  });
  const [current] = person.classes;
  return (
    <Section title={t('guardians')}>
      {person.guardians.length === 0 && (
        <p className={classes.quiet}>
          {t('noGuardians')}{' '}
          {current && (
            <Link to="/admin/classes/$classId" params={{ classId: current.classId }}>
              {t('codesOfClass', { name: current.name })}
            </Link>
          )}
        </p>
      )}
      <ul className={classes.list}>
        {person.guardians.map((guardian) => (
          <li key={guardian.userId} className={classes.item}>
            <div>
              <b>{guardian.displayName}</b>, {t(guardian.relation)}
              <div className={classes.quiet}>
                {[guardian.phone, guardian.email].filter(Boolean).join(' · ')}
                {' · '}
                {t('boundSince', { day: formatDayOf(guardian.since) })}
              </div>
            </div>
            {mayWrite && (
              <Button variant="subtle" color="red.9" size="compact-md" onClick={() => setAsking(guardian)}>
                {t('unbind')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        opened={asking !== null}
        title={t('unbindTitle', { name: asking?.displayName ?? '' })}
        onClose={() => setAsking(null)}
        act={t('unbind')}
        onAct={() => asking && unbind.mutate({ userId: person.id, guardianId: asking.userId })}
        busy={unbind.isPending}
        error={unbind.error}
        danger
      >
        <p>{t('unbindText', { child: person.displayName })}</p>
      </Dialog>
    </Section>
  );
}
