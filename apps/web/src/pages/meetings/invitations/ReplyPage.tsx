import '../../../admin/styles';
import { Problem } from '@diemcau/client/problem';
import type { MyInvitation } from '@diemcau/contracts/meetings/replies';
import { Button } from '@mantine/core';
import IconLinkOff from '@tabler/icons-react/dist/esm/icons/IconLinkOff.mjs';
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Facts } from '../../../admin/parts/Facts';
import { Trouble } from '../../../admin/parts/Trouble';
import { PageFrame } from '../../../parts/PageFrame';
import { PageNote } from '../../../parts/PageNote';
import { useTitle } from '../../../parts/use-title';
import { AnswerButtons } from './AnswerButtons';
import { DeclineDialog } from './DeclineDialog';
import classes from './invitations.module.css';
import { InvitationStateChip } from './InvitationStateChip';
import { kindNameOf } from '../types/kind-name';
import { answerByLink, invitationsKey, openLink } from './queries';
import { useTexts } from './texts';
import { timeSpan } from './time-span';
import { useInvited } from './use-invited';

const isOver = (error: unknown): boolean =>
  error instanceof Problem && (error.code === 'replies.linkOver' || error.status === 400);

const tokenInAddress = (): string => location.hash.replace(/^#token=/, '');

/** `/reply#token=…`: where the link of an invitation leads. Somebody presses; programs that read mails do not. */
export function ReplyPage() {
  const t = useTexts();
  useTitle(t('replyTitle'));
  // Behind the # it is sent to no server and stands in no log.
  const [token, setToken] = useState(tokenInAddress);
  useEffect(() => {
    // The next mail's link, opened where this page stands already, loads nothing anew.
    const arrived = () => setToken(tokenInAddress());
    addEventListener('hashchange', arrived);
    return () => removeEventListener('hashchange', arrived);
  }, []);
  const opened = useQuery({
    queryKey: [...invitationsKey, 'link', token],
    queryFn: () => openLink(token),
    enabled: token !== '',
    retry: false,
    refetchOnWindowFocus: false,
  });
  const toMine = (
    <Button variant="default" renderRoot={(props) => <Link {...props} to="/work/invitations" />}>
      {t('toMine')}
    </Button>
  );
  return (
    <PageFrame>
      {token === '' || isOver(opened.error) ? (
        <PageNote icon={<IconLinkOff size={36} />} title={t('overTitle')} live>
          <p>{t('overText')}</p>
          {toMine}
        </PageNote>
      ) : opened.data ? (
        <LinkedInvitation key={token} token={token} opened={opened.data} />
      ) : (
        <PageNote icon={<IconMail size={36} />} title={t('replyTitle')}>
          {opened.error ? (
            <Trouble error={opened.error} onRetry={() => opened.refetch()} />
          ) : (
            <p>{t('loading')}</p>
          )}
        </PageNote>
      )}
    </PageFrame>
  );
}

function LinkedInvitation({ token, opened }: { token: string; opened: MyInvitation }) {
  const t = useTexts();
  const invitedOf = useInvited();
  const [declining, setDeclining] = useState(false);
  const give = useMutation({ mutationFn: answerByLink, onSuccess: () => setDeclining(false) });
  const { invitation, meeting } = give.data ?? opened;
  const { who, as } = invitedOf(invitation);
  return (
    <PageNote icon={<IconMail size={36} />} title={meeting.title}>
      <div className={classes.linked}>
        <Facts
          of={[
            [t('kind'), kindNameOf(meeting)],
            [t('when'), timeSpan(meeting.startsAt, meeting.endsAt)],
            [t('heldBy'), meeting.ownerUnitName],
            [t('invited'), as ? t('site', { name: who, role: as }) : who],
            [t('answer'), <InvitationStateChip key="state" state={invitation.state} own />],
            invitation.reason === null ? null : [t('reason'), invitation.reason],
          ]}
        />
        {!declining && <Trouble error={give.error} />}
        <AnswerButtons
          state={invitation.state}
          busy={give.isPending}
          mayDelegate={false}
          onChoose={(chosen) =>
            chosen === 'accepted' ? give.mutate({ token, answer: chosen }) : setDeclining(true)
          }
        />
        {/* Said aloud when it changes. */}
        <p aria-live="polite">
          {give.data && t('replyDone', { answer: t(`state_${invitation.state}`) })} {t('replyAgain')}
        </p>
        <Button variant="subtle" renderRoot={(props) => <Link {...props} to="/work/invitations" />}>
          {t('replySignIn')}
        </Button>
      </div>
      {declining && (
        <DeclineDialog
          title={meeting.title}
          busy={give.isPending}
          error={give.error}
          onDecline={(reason) => give.mutate({ token, answer: 'declined', reason })}
          onClose={() => setDeclining(false)}
        />
      )}
    </PageNote>
  );
}
