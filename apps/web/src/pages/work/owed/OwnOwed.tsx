import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../admin/dates/format';
import { timeSpan } from '../../meetings/invitations/time-span';
import { useInvited } from '../../meetings/invitations/use-invited';
import { Owed } from './Owed';
import { checksOwedQuery, invitationsOwedQuery, trialsOwedQuery } from './queries';
import { useTexts } from './texts';

const isOver = (instant: string): boolean => Date.parse(instant) <= Date.now();

/** Invitations that wait for an answer, one's own or of a site that one runs. */
export function InvitationsOwed() {
  const t = useTexts();
  const invited = useInvited();
  const { data } = useQuery(invitationsOwedQuery);
  const open = (data?.items ?? []).filter((one) => one.open);
  const lines = open.map(({ invitation, meeting }) => ({
    key: invitation.id,
    what: meeting.title,
    details: `${invited(invitation).who} · ${timeSpan(meeting.startsAt, meeting.endsAt)}`,
    act: t('answer'),
    to: { to: '/work/invitations' } as const,
  }));
  return (
    <Owed
      title={t('invitations')}
      lines={lines}
      total={lines.length}
      rest={{ to: { to: '/work/invitations' }, words: t('allInvitations') }}
    />
  );
}

/** Checks of one's own sites that are open now and not passed (HB-8.2). */
export function ChecksOwed() {
  const t = useTexts();
  const { data } = useQuery(checksOwedQuery);
  const lines = (data?.items ?? []).map(({ occurrenceId, siteId, siteName, title, dueAt }) => ({
    key: `${occurrenceId} ${siteId}`,
    what: siteName,
    details: `${title} · ${t('until', { at: formatInstant(dueAt) })}`,
    late: isOver(dueAt),
    act: t('check'),
    to: { to: '/work/checks/$occurrenceId/$siteId', params: { occurrenceId, siteId } } as const,
  }));
  return (
    <Owed
      title={t('checks')}
      lines={lines}
      total={data?.total ?? 0}
      rest={{ to: { to: '/work/checks' }, words: t('allChecks') }}
    />
  );
}

/** Trial windows that are open now and that a unit of one's own has not passed (TM-3). */
export function TrialsOwed() {
  const t = useTexts();
  const { data } = useQuery(trialsOwedQuery);
  const lines = (data?.items ?? []).map(({ trialId, unitId, unitName, title, dueAt }) => ({
    key: `${trialId} ${unitId}`,
    what: title,
    details: `${unitName} · ${t('until', { at: formatInstant(dueAt) })}`,
    act: t('try'),
    to: { to: '/work/trials/$trialId/$unitId', params: { trialId, unitId } } as const,
  }));
  return (
    <Owed
      title={t('trials')}
      lines={lines}
      total={data?.total ?? 0}
      rest={{ to: { to: '/work/trials' }, words: t('allTrials') }}
    />
  );
}
