import type { GrantRecord } from '@diemcau/contracts/identity/grants';
import { Button } from '@mantine/core';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDayOf } from '../../../admin/dates/format';
import { notify } from '../../../admin/notices/notices';
import { Dialog } from '../../../admin/parts/Dialog';
import { StateChip } from '../../../admin/parts/StateChip';
import { useRoles } from '../../../admin/roles';
import classes from '../AccountPage.module.css';
import { endGrant } from './queries';
import { stateOf } from './state-of';
import { useTexts } from './texts';

interface Props {
  readonly grant: GrantRecord;
  readonly as: 'own' | 'lent' | 'past';
}

export function GrantRow({ grant, as }: Props) {
  const t = useTexts();
  const { nameOf } = useRoles();
  const [asking, setAsking] = useState(false);
  const { role, unitName, subtree, validFrom, validTo, delegatedFrom, displayName } = grant;
  const dates =
    validTo === null
      ? t('from', { from: formatDayOf(validFrom) })
      : t('fromTo', { from: formatDayOf(validFrom), to: formatDayOf(validTo) });
  return (
    <li className={classes.row}>
      <IconShieldCheck size={22} aria-hidden="true" />
      <div className={classes.rowText}>
        <div className={classes.rowName}>
          {nameOf(role)}
          {stateOf(grant) === 'upcoming' && <StateChip tone="waiting">{t('upcoming')}</StateChip>}
          {as === 'own' && delegatedFrom !== null && <StateChip tone="neutral">{t('borrowed')}</StateChip>}
        </div>
        <div className={classes.rowFacts}>
          {unitName}
          {subtree && `, ${t('andBelow')}`}
        </div>
        <div className={classes.rowFacts}>
          {as === 'lent' && `${t('lentTo', { name: displayName })} · `}
          {dates}
        </div>
      </div>
      {as !== 'past' && (
        <div className={classes.rowTools}>
          <Button variant="subtle" size="compact-md" color="red.8" onClick={() => setAsking(true)}>
            {t(as === 'lent' ? 'takeBack' : 'giveBack')}
          </Button>
        </div>
      )}
      {asking && <EndDialog grant={grant} as={as} role={nameOf(role)} onClose={() => setAsking(false)} />}
    </li>
  );
}

interface EndProps extends Props {
  readonly role: string;
  readonly onClose: () => void;
}

function EndDialog({ grant, as, role, onClose }: EndProps) {
  const t = useTexts();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => endGrant(grant.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['me', 'grants'] });
      notify('done', t('ended', { role }));
      onClose();
    },
  });
  return (
    <Dialog
      opened
      danger
      title={t(as === 'lent' ? 'takeBackTitle' : 'giveBackTitle', { role })}
      act={t(as === 'lent' ? 'takeBack' : 'giveBack')}
      onAct={end.mutate}
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
    >
      <p>
        {as === 'lent'
          ? t('takeBackText', { name: grant.displayName })
          : t('giveBackText', { unit: grant.unitName })}
      </p>
    </Dialog>
  );
}
