import { ClientOf, contract, takes } from '../core/contract.js';
import { Day, Flag, Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { Nothing } from '../core/page.js';
import { type CheckState, checkStates } from './checks.js';
import { type AnswerState, answerStates } from './reviews.js';
import { type TrialUnitState, trialUnitStates } from './trials.js';

/** Of each kind so many at most, the first due first; `total` says how many there are. */
export const mostOwed = 20;

export const approvalKinds = ['plan', 'series'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

/** A plan, or a series outside of plans, that somebody else wrote and the caller may approve (HB-7.1, I12). */
export class OwedApproval {
  @OneOf(approvalKinds, { example: 'plan' }) kind: ApprovalKind;
  /** Of the plan or the series. */
  @Id() id: string;
  @Text({ max: 300 }) title: string;
  @Text({ max: 200 }) unitName: string;
  /** Since when it waits: submitted, or made where nothing is submitted. */
  @Instant() since: string;
}
export class OwedApprovals {
  /** What waits longest first. */
  @ListOf(() => OwedApproval, { max: mostOwed }) items: OwedApproval[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

/** A plan that was given back, written by the caller or of a unit of their own. */
export class OwedCorrection {
  @Id() planId: string;
  @Text({ max: 300 }) title: string;
  @Text({ max: 200 }) unitName: string;
  /** Why it was given back. */
  @Text({ max: 1000, multiline: true }) comment: string;
}
export class OwedCorrections {
  /** What was made first, first. */
  @ListOf(() => OwedCorrection, { max: mostOwed }) items: OwedCorrection[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

/** A site of the caller's own units that has not passed a check that is open, or was closed without it (HB-8.2). */
export class OwedCheck {
  @Id() occurrenceId: string;
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  /** Of the meeting. */
  @Text({ max: 300 }) title: string;
  @Instant() startsAt: string;
  /** When red and silent sites are reported. */
  @Instant() dueAt: string;
  @OneOf(checkStates, { example: 'pending' }) state: CheckState;
}
export class OwedChecks {
  @ListOf(() => OwedCheck, { max: mostOwed }) items: OwedCheck[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

/** A unit of the caller's own that has not passed an open trial window (TM-3). */
export class OwedTrial {
  @Id() trialId: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Of the window. */
  @Text({ max: 200 }) title: string;
  /** When the window closes. */
  @Instant() dueAt: string;
  @OneOf(trialUnitStates, { example: 'waiting' }) state: TrialUnitState;
}
export class OwedTrials {
  @ListOf(() => OwedTrial, { max: mostOwed }) items: OwedTrial[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

/** A yearly review that a unit of the caller's own has not answered yet (HB-10.2). */
export class OwedReview {
  @Id() answerId: string;
  @Text({ max: 200 }) unitName: string;
  /** Of the review. */
  @Text({ max: 300 }) title: string;
  /** The last day to answer. */
  @Day() dueOn: string;
  @OneOf(answerStates, { example: 'asked' }) state: AnswerState;
}
export class OwedReviews {
  @ListOf(() => OwedReview, { max: mostOwed }) items: OwedReview[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

/** `make`: nobody has begun. `complete`: begun. `correct`: given back. `receive`: handed in to the caller. */
export const reportActs = ['make', 'complete', 'correct', 'receive'] as const;
export type OwedReportAct = (typeof reportActs)[number];

/** A year-end report that the caller has to hand in for a unit of their own, or to receive from one below (HB-11.4). */
export class OwedReport {
  /** Null while nobody has begun. */
  @Id({ nullable: true }) reportId: string | null;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Int({ min: 2000, max: 2999 }) year: number;
  @OneOf(reportActs, { example: 'make' }) act: OwedReportAct;
  /** The year's last day. */
  @Day() dueOn: string;
  /** Why it was given back. */
  @Text({ max: 1000, nullable: true, multiline: true }) comment: string | null;
}
export class OwedReports {
  @ListOf(() => OwedReport, { max: mostOwed }) items: OwedReport[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

/** A site that cannot be used as it is and stands in a coming meeting of the caller's units. */
export class OwedSite {
  @Id() occurrenceId: string;
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  /** Of the meeting. */
  @Text({ max: 300 }) title: string;
  @Instant() startsAt: string;
  /** Why it is suspended; null: retired. */
  @Text({ max: 1000, nullable: true, multiline: true }) reason: string | null;
}
export class OwedSites {
  /** By the start of the meeting. */
  @ListOf(() => OwedSite, { max: mostOwed }) items: OwedSite[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export const maintenanceKinds = ['schedule', 'task'] as const;
export type OwedMaintenanceKind = (typeof maintenanceKinds)[number];

/** At a site of the caller's own units: maintenance that is late or due within 7 days, or something to be mended (HB-6). */
export class OwedMaintenance {
  @OneOf(maintenanceKinds, { example: 'schedule' }) kind: OwedMaintenanceKind;
  /** Of the schedule or the task. */
  @Id() id: string;
  @Text({ max: 300 }) what: string;
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  /** Opens the device's page; null for a task that is about no device. */
  @Text({ max: 12, nullable: true }) deviceCode: string | null;
  @Text({ max: 120, nullable: true }) itemName: string | null;
  @Text({ max: 80, nullable: true }) serialNo: string | null;
  /** When it is due; of a task, since when it waits. */
  @Day() day: string;
  /** Its day is over. Tasks have none. */
  @Flag() late: boolean;
}
export class OwedMaintenances {
  /** The first day first. */
  @ListOf(() => OwedMaintenance, { max: mostOwed }) items: OwedMaintenance[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

/**
 * What waits for the caller, each kind on its own. "Own units" are those on which the caller holds a role, without what lies
 * below them: that has people of its own.
 */
export const Owed = contract('meetings.owed', {
  approvals: takes(Nothing).gives(OwedApprovals),
  corrections: takes(Nothing).gives(OwedCorrections),
  checks: takes(Nothing).gives(OwedChecks),
  /** Suspended sites of coming meetings, to be replaced or taken up again. */
  sites: takes(Nothing).gives(OwedSites),
  maintenance: takes(Nothing).gives(OwedMaintenances),
  trials: takes(Nothing).gives(OwedTrials),
  reviews: takes(Nothing).gives(OwedReviews),
  reports: takes(Nothing).gives(OwedReports),
});
export class OwedClient extends ClientOf(Owed) {}
