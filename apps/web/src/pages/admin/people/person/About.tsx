import type { UserDetails } from '@diemcau/contracts/identity/user-views';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay, formatInstant } from '../../../../admin/dates/format';
import { Facts } from '../../../../admin/parts/Facts';
import { Section } from '../../../../admin/parts/Section';
import { useTexts } from '../texts';
import { UserState } from '../UserState';
import { EditDialog } from './EditDialog';
import { MoveDialog } from './MoveDialog';
import classes from './person.module.css';

/** Who the person is, and how the account stands. */
export function About({ person, mayWrite }: { person: UserDetails; mayWrite: boolean }) {
  const t = useTexts();
  const [open, setOpen] = useState<'edit' | 'move' | null>(null);
  const kept = (text: string | null) => text ?? <span className={classes.quiet}>{t('none')}</span>;
  return (
    <Section
      title={t('about')}
      actions={
        mayWrite && (
          <div className={classes.buttons}>
            <Button variant="default" size="compact-md" onClick={() => setOpen('edit')}>
              {t('edit')}
            </Button>
            <Button variant="default" size="compact-md" onClick={() => setOpen('move')}>
              {t('move')}
            </Button>
          </div>
        )
      }
    >
      <Facts
        of={[
          [t('state'), <UserState key="state" state={person.state} />],
          [t('userName'), person.userName],
          [t('code'), kept(person.code)],
          [
            t('unit'),
            <Link key="unit" to="/admin/units/$unitId" params={{ unitId: person.unitId }}>
              {person.unitName}
            </Link>,
          ],
          person.kind === 'student'
            ? [
                t('class'),
                person.classes.map(({ name, schoolYear }) => `${name} (${schoolYear})`).join(', ') || '–',
              ]
            : null,
          [t('email'), kept(person.email)],
          [t('phone'), kept(person.phone)],
          [t('birthDate'), kept(person.birthDate && formatDay(person.birthDate))],
          [t('createdAt'), formatInstant(person.createdAt)],
          [t('lastSignIn'), person.lastSignInAt ? formatInstant(person.lastSignInAt) : t('never')],
          person.initialSecretUntil === null
            ? null
            : [t('initialSecret'), t('goodUntil', { until: formatInstant(person.initialSecretUntil) })],
          [t('secondFactor'), t(person.hasSecondFactor ? 'hasFactor' : 'noFactor')],
        ]}
      />
      {open === 'edit' && <EditDialog person={person} onClose={() => setOpen(null)} />}
      {open === 'move' && <MoveDialog person={person} onClose={() => setOpen(null)} />}
    </Section>
  );
}
