import { ClientOf, contract, takes } from '../core/contract.js';
import { Day, Flag, Id, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { type OccurrenceState, occurrenceStates, type SiteRole, siteRoles } from './vocabulary.js';

/** So many lines of each list at most; `total` says how many there are. */
export const mostShown = { meetings: 50, sites: 20, trainings: 5 } as const;
/** Today and the days after it that count as this week. */
export const overviewDays = 7;

const count = { min: 0, max: 1_000_000 } as const;

export class OverviewQuery {
  /** What belongs to this unit or lies below it; all that the caller sees without it. */
  @Id({ optional: true }) unitId?: string;
}

/** Invitations that hold; who sent somebody else is counted by that one's answer */
export class OverviewReplies {
  @Int(count) invited: number;
  @Int(count) accepted: number;
  @Int(count) declined: number;
  /** No answer yet. */
  @Int(count) silent: number;
}
/** Of the meeting's checklist (HB-8.1). */
export class OverviewTasks {
  @Int(count) tasks: number;
  @Int(count) done: number;
  /** Past its time and not done. */
  @Int(count) late: number;
}
/** Sites by how their day-before check stands (HB-8.2); together they are all sites. */
export class OverviewChecks {
  @Int(count) sites: number;
  /** Passed, with everything in order. */
  @Int(count) green: number;
  /** Passed, with something faulty or absent. */
  @Int(count) yellow: number;
  /** Not passed, or asked to try again. */
  @Int(count) red: number;
  /** Nothing heard yet, or a try under way. */
  @Int(count) silent: number;
}

export class OverviewMeeting {
  @Id() occurrenceId: string;
  @Text({ max: 300 }) title: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(occurrenceStates, { example: 'checking' }) state: OccurrenceState;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Part(() => OverviewReplies) replies: OverviewReplies;
  @Part(() => OverviewTasks) preparation: OverviewTasks;
  /** Before it is, nobody can have been heard of. */
  @Flag() checksOpened: boolean;
  @Part(() => OverviewChecks) checks: OverviewChecks;
}
export class OverviewState {
  @OneOf(occurrenceStates, { example: 'checking' }) state: OccurrenceState;
  @Int(count) today: number;
  /** Today's too. */
  @Int(count) week: number;
}
/** From today on, without what was refused, postponed or cancelled. */
export class OverviewMeetings {
  /** How many, by state; a state without any is left out. */
  @ListOf(() => OverviewState, { max: occurrenceStates.length }) states: OverviewState[];
  @Int(count) today: number;
  @Int(count) week: number;
  /** By start. */
  @ListOf(() => OverviewMeeting, { max: mostShown.meetings }) items: OverviewMeeting[];
}

/** A site that is red or silent, of a meeting whose checks are open or closed and that has not begun. */
export class OverviewSite {
  @Id() occurrenceId: string;
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(siteRoles) role: SiteRole;
  @OneOf(['red', 'silent']) state: 'red' | 'silent';
  /** Of the meeting. */
  @Text({ max: 300 }) title: string;
  @Instant() startsAt: string;
}
/** Checks that were opened, of meetings that have not begun. */
export class OverviewCampaigns extends OverviewChecks {
  @Int(count) meetings: number;
  /** The meeting that begins first, first; main and standby before the rest. */
  @ListOf(() => OverviewSite, { max: mostShown.sites }) items: OverviewSite[];
}

/** What should have been done; 0 where the caller does not see such things. */
export class OverviewOverdue {
  /** Of the checklists of meetings to come (HB-8.1). */
  @Int(count) tasks: number;
  /** Units that have not handed in the report of `reportYear` (HB-11.4). */
  @Int(count) reports: number;
  /** The year before this one: its report was due on its last day. */
  @Int({ min: 2000, max: 2999 }) reportYear: number;
  /** Units that have not answered an open review in time (HB-10.2). */
  @Int(count) reviews: number;
  /** Of equipment (HB-6). */
  @Int(count) maintenance: number;
  /** Problems that were reported and nobody has answered (HB-12). */
  @Int(count) problems: number;
}

/** A training of the caller's units, or with a place at one of their sites (DA-1a). */
export class OverviewTraining {
  @Id() trainingId: string;
  @Text({ max: 300 }) title: string;
  @Text({ max: 200 }) unitName: string;
  /** Of the next session. */
  @Instant() startsAt: string;
  @Int(count) capacity: number;
  @Int(count) registered: number;
}
export class OverviewTrainings {
  /** The next one first. */
  @ListOf(() => OverviewTraining, { max: mostShown.trainings }) items: OverviewTraining[];
  @Int(count) total: number;
}

export class Overview {
  /** When it was counted. */
  @Instant() at: string;
  @Day() firstDay: string;
  /** The last day of "this week". */
  @Day() lastDay: string;
  @Part(() => OverviewMeetings) meetings: OverviewMeetings;
  @Part(() => OverviewCampaigns) campaigns: OverviewCampaigns;
  @Part(() => OverviewOverdue) overdue: OverviewOverdue;
  @Part(() => OverviewTrainings) trainings: OverviewTrainings;
}

/** How the units of the caller stand, in one look (HB-10.1); each part as far as the caller sees it. */
export const Overviews = contract('meetings.overviews', { read: takes(OverviewQuery).gives(Overview) });
export class OverviewsClient extends ClientOf(Overviews) {}
