import type { InvitationAnswer } from '@diemcau/contracts/meetings/invitations';
import type { MyInvitation } from '@diemcau/contracts/meetings/replies';
import { Button } from '@mantine/core';
import IconDoorEnter from '@tabler/icons-react/dist/esm/icons/IconDoorEnter.mjs';
import { useEffect, useId, useState } from 'react';
import { Facts } from '../../../admin/parts/Facts';
import { Trouble } from '../../../admin/parts/Trouble';
import { useAct } from '../../../admin/forms/use-act';
import { kindNameOf } from '../types/kind-name';
import { AnswerButtons } from './AnswerButtons';
import { DeclineDialog } from './DeclineDialog';
import { DelegateDialog } from './DelegateDialog';
import classes from './invitations.module.css';
import { InvitationStateChip } from './InvitationStateChip';
import { answer, invitationsKey, view } from './queries';
import { useTexts } from './texts';
import { timeSpan } from './time-span';
import { useInvited } from './use-invited';

/** One invitation with its answer; that it is on the screen counts as having been seen. */
export function InvitationCard({ of: { invitation, meeting, open } }: { of: MyInvitation }) {
  const t = useTexts();
  const { who, as } = useInvited()(invitation);
  const titleId = useId();
  const [asking, setAsking] = useState<InvitationAnswer | null>(null);
  const { id: invitationId, round, state } = invitation;
  const give = useAct(answer, {
    done: t('answered'),
    changes: [invitationsKey],
    after: () => setAsking(null),
  });
  const unseen = open && (state === 'queued' || state === 'sent');
  useEffect(() => {
    // A glance that fails is no trouble for the reader; the next one counts.
    if (unseen) void view(invitationId).catch(() => undefined);
  }, [unseen, invitationId]);
  const choose = (chosen: InvitationAnswer) =>
    chosen === 'accepted' ? give.mutate({ invitationId, round, answer: chosen }) : setAsking(chosen);
  return (
    <article className={classes.card} aria-labelledby={titleId}>
      <div className={classes.cardHead}>
        <h2 id={titleId}>{meeting.title}</h2>
        <InvitationStateChip state={state} own />
      </div>
      <Facts
        of={[
          [t('kind'), kindNameOf(meeting)],
          [t('when'), timeSpan(meeting.startsAt, meeting.endsAt)],
          [t('heldBy'), meeting.ownerUnitName],
          [t('invited'), invitation.siteId ? t('site', { name: who, role: as }) : t('you', { as })],
          invitation.delegateName === null ? null : [t('delegateWho'), invitation.delegateName],
          invitation.reason === null ? null : [t('reason'), invitation.reason],
        ]}
      />
      {asking === null && <Trouble error={give.error} />}
      {open ? (
        <AnswerButtons
          state={state}
          busy={give.isPending}
          mayDelegate={invitation.invitedAs !== 'delegate'}
          onChoose={choose}
        />
      ) : (
        <p className={classes.closed}>{t('closed')}</p>
      )}
      {meeting.roomSlug !== null && state !== 'revoked' && (
        <Button
          variant="subtle"
          component="a"
          href={`/r/${meeting.roomSlug}`}
          leftSection={<IconDoorEnter size={18} aria-hidden="true" />}
        >
          {t('enter')}
        </Button>
      )}
      {asking === 'declined' && (
        <DeclineDialog
          title={meeting.title}
          busy={give.isPending}
          error={give.error}
          onDecline={(reason) => give.mutate({ invitationId, round, answer: 'declined', reason })}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'delegated' && (
        <DelegateDialog
          invitationId={invitationId}
          title={meeting.title}
          busy={give.isPending}
          error={give.error}
          onDelegate={(delegateId, reason) =>
            give.mutate({ invitationId, round, answer: 'delegated', delegateId, ...(reason && { reason }) })
          }
          onClose={() => setAsking(null)}
        />
      )}
    </article>
  );
}
