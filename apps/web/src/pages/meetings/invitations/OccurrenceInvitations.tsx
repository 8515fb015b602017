import { Button, Skeleton } from '@mantine/core';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../../admin/permissions';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { InvitationRows } from './InvitationRows';
import classes from './invitations.module.css';
import { InviteDialog } from './InviteDialog';
import { fetchOf, invitationsKey } from './queries';
import { Tally } from './Tally';
import { useTexts } from './texts';

interface Props {
  readonly occurrenceId: string;
  /** May the caller invite further people? The server decides; where it is not known, whoever prepares meetings may try. */
  readonly mayInvite?: boolean;
}

/** Part of the page of a meeting: who is invited, what they answered. Looked at again every half minute. */
export function OccurrenceInvitations({ occurrenceId, mayInvite }: Props) {
  const t = useTexts();
  const may = useMay();
  const [inviting, setInviting] = useState(false);
  const list = useQuery({
    queryKey: [...invitationsKey, 'of', occurrenceId],
    queryFn: () => fetchOf(occurrenceId),
    refetchInterval: 30_000,
  });
  const writes = mayInvite ?? may('meetings.write');
  return (
    <Section
      title={t('panel')}
      actions={
        writes && (
          <Button
            variant="default"
            leftSection={<IconUserPlus size={18} aria-hidden="true" />}
            onClick={() => setInviting(true)}
          >
            {t('inviteMore')}
          </Button>
        )
      }
    >
      <Trouble error={list.error} onRetry={() => list.refetch()} />
      {list.isPending && <Skeleton height={120} radius="md" />}
      {list.data && list.data.items.length === 0 && <p className={classes.closed}>{t('panelNone')}</p>}
      {list.data && list.data.items.length > 0 && (
        <>
          <Tally of={list.data.tally} />
          <InvitationRows items={list.data.items} mayTakeBack={writes} />
        </>
      )}
      {inviting && <InviteDialog occurrenceId={occurrenceId} onClose={() => setInviting(false)} />}
    </Section>
  );
}
