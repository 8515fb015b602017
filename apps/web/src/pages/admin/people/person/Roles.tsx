import type { UserDetails } from '@diemcau/contracts/identity/user-views';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { useAdmin } from '../../../../admin/permissions';
import { pastGrantsQuery } from '../queries';
import { useTexts } from '../texts';
import { DelegateDialog } from './DelegateDialog';
import { GiveDialog } from './GiveDialog';
import { GrantLine } from './GrantLine';
import classes from './person.module.css';

interface Props {
  readonly person: UserDetails;
  readonly mayGive: boolean;
  readonly maySeePast: boolean;
}

/** Roles held and coming, with their dates; given and taken within the caller's own (I4). */
export function Roles({ person, mayGive, maySeePast }: Props) {
  const t = useTexts();
  const me = useAdmin();
  const [open, setOpen] = useState<'give' | 'delegate' | null>(null);
  const takes = person.state === 'active' || person.state === 'invited';
  return (
    <Section
      title={t('roles')}
      actions={
        <div className={classes.buttons}>
          {mayGive && takes && (
            <Button variant="default" size="compact-md" onClick={() => setOpen('give')}>
              {t('giveRole')}
            </Button>
          )}
          {me.id !== person.id && me.grants.length > 0 && takes && person.kind === 'staff' && (
            <Button variant="default" size="compact-md" onClick={() => setOpen('delegate')}>
              {t('delegate')}
            </Button>
          )}
        </div>
      }
    >
      {person.grants.length === 0 && <p className={classes.quiet}>{t('noRoles')}</p>}
      <ul className={classes.list}>
        {person.grants.map((grant) => (
          <GrantLine key={grant.id} grant={grant} mayTake={mayGive || me.id === person.id} />
        ))}
      </ul>
      {maySeePast && <PastRoles userId={person.id} />}
      {open === 'give' && <GiveDialog person={person} onClose={() => setOpen(null)} />}
      {open === 'delegate' && <DelegateDialog person={person} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function PastRoles({ userId }: { userId: string }) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  const { data, error, refetch } = useQuery({ ...pastGrantsQuery(userId), enabled: opened });
  return (
    <details className={classes.past} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('pastRoles')}</summary>
      <Trouble error={error} onRetry={refetch} />
      {data?.items.length === 0 && <p className={classes.quiet}>{t('noPastRoles')}</p>}
      <ul className={classes.list}>
        {data?.items.map((grant) => (
          <GrantLine key={grant.id} grant={grant} mayTake={false} />
        ))}
      </ul>
    </details>
  );
}
