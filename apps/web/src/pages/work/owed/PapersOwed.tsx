import type { OwedApproval, OwedReport } from '@diemcau/contracts/meetings/owed';
import { useQuery } from '@tanstack/react-query';
import type { LinkOptions } from '@tanstack/react-router';
import { formatDay, formatDayOf, formatInstant, today } from '../../../admin/dates/format';
import { Owed } from './Owed';
import {
  approvalsOwedQuery,
  correctionsOwedQuery,
  reportsOwedQuery,
  reviewsOwedQuery,
  sitesOwedQuery,
} from './queries';
import { useTexts } from './texts';

/** Plans, and series outside of plans, that somebody else wrote (I12). */
export function ApprovalsOwed() {
  const t = useTexts();
  const { data } = useQuery(approvalsOwedQuery);
  const lines = (data?.items ?? []).map((approval) => {
    const { id, kind, title, unitName, since } = approval;
    return {
      key: `${kind} ${id}`,
      what: title,
      details: [t(kind), unitName, t('since', { day: formatDayOf(since) })].join(' · '),
      act: t('approve'),
      to: approvalPage(approval),
    };
  });
  return (
    <Owed
      title={t('approvals')}
      lines={lines}
      total={data?.total ?? 0}
      rest={{ to: { to: '/work/plans' }, words: t('allPlans') }}
    />
  );
}

const approvalPage = ({ kind, id }: OwedApproval): LinkOptions =>
  kind === 'plan'
    ? { to: '/work/plans/$planId', params: { planId: id } }
    : { to: '/work/series/$seriesId', params: { seriesId: id } };

/** Plans that were given back, with why. */
export function CorrectionsOwed() {
  const t = useTexts();
  const { data } = useQuery(correctionsOwedQuery);
  const lines = (data?.items ?? []).map(({ planId, title, unitName, comment }) => ({
    key: planId,
    what: title,
    details: `${unitName} · «${comment}»`,
    act: t('correct'),
    to: { to: '/work/plans/$planId', params: { planId } } as const,
  }));
  return (
    <Owed
      title={t('corrections')}
      lines={lines}
      total={data?.total ?? 0}
      rest={{ to: { to: '/work/plans' }, words: t('allPlans') }}
    />
  );
}

/** Suspended sites of coming meetings that one writes. */
export function SitesOwed() {
  const t = useTexts();
  const { data } = useQuery(sitesOwedQuery);
  const lines = (data?.items ?? []).map(({ occurrenceId, siteId, siteName, title, startsAt, reason }) => ({
    key: `${occurrenceId} ${siteId}`,
    what: siteName,
    details: [title, formatInstant(startsAt), ...(reason === null ? [] : [`«${reason}»`])].join(' · '),
    act: t('openMeeting'),
    to: { to: '/work/meetings/$occurrenceId', params: { occurrenceId } } as const,
  }));
  return <Owed title={t('sites')} lines={lines} total={data?.total ?? 0} />;
}

/** Yearly reviews that a unit of one's own has still to answer (HB-10.2). */
export function ReviewsOwed() {
  const t = useTexts();
  const { data } = useQuery(reviewsOwedQuery);
  const lines = (data?.items ?? []).map(({ answerId, title, unitName, dueOn }) => ({
    key: answerId,
    what: title,
    details: `${unitName} · ${t('until', { at: formatDay(dueOn) })}`,
    act: t('fill'),
    to: { to: '/work/review-answers/$answerId', params: { answerId } } as const,
  }));
  return (
    <Owed
      title={t('reviews')}
      lines={lines}
      total={data?.total ?? 0}
      rest={{ to: { to: '/work/reviews' }, words: t('allReviews') }}
    />
  );
}

/** Year-end reports to hand in, to correct, or to receive (HB-11.4). */
export function ReportsOwed() {
  const t = useTexts();
  const { data } = useQuery(reportsOwedQuery);
  const lines = (data?.items ?? []).map((report) => {
    const { unitId, unitName, year, act, dueOn, comment } = report;
    const due = act === 'receive' ? [] : [t('until', { at: formatDay(dueOn) })];
    return {
      key: `${unitId} ${year}`,
      what: t('report', { year, unit: unitName }),
      details: [t(`report_${act}`), ...due, ...(comment === null ? [] : [`«${comment}»`])].join(' · '),
      late: act !== 'receive' && dueOn < today(),
      act: t(`act_${act}`),
      to: reportPage(report),
    };
  });
  return (
    <Owed
      title={t('reports')}
      lines={lines}
      total={data?.total ?? 0}
      rest={{ to: { to: '/work/reports' }, words: t('allReports') }}
    />
  );
}

const reportPage = ({ reportId }: OwedReport): LinkOptions =>
  reportId === null ? { to: '/work/reports' } : { to: '/work/reports/$reportId', params: { reportId } };
