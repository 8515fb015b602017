import { ClientOf, contract, takes } from '../core/contract.js';
import { Flag, Id, Ids, Instant, Int, ListOf, OneOf, Part, SomeOf, Text } from '../core/fields.js';
import { cursorChars } from '../core/page.js';
import { facts } from '../core/messages.js';
import type { PageQuery } from '../core/page.js';
import { type CheckItem, checkItems, DeviceTest } from './checks-test.js';
import { type SiteRole, siteRoles } from './vocabulary.js';

/** `retest`: failed, or asked for again, and waiting for another try. */
export const checkStates = ['pending', 'running', 'pass', 'fail', 'retest'] as const;
export type CheckState = (typeof checkStates)[number];

/** `none`: not opened yet. Closing asks nobody to stop: it is when red and silent sites are reported (HB-8.2). */
export const campaignStates = ['none', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

export class CheckPolicyRef {
  @Id() unitId: string;
}
export class SetCheckPolicy extends CheckPolicyRef {
  /** As it was read; 0 where the unit had none of its own. 412 when somebody else was quicker. */
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
  /** Days before the start at which sites may begin, 1–14. */
  @Int({ min: 1, max: 14, example: 3 }) opensDaysBefore: number;
  /** Hours before the start at which red and silent sites are reported, 1–72; HB-8.2 says 24. */
  @Int({ min: 1, max: 72, example: 24 }) closesHoursBefore: number;
  /** Faulty or absent, these fail a check. */
  @SomeOf(checkItems) neededItems: CheckItem[];
}
/** Of the unit, or of the nearest above it that has one. */
export class CheckPolicy extends SetCheckPolicy {
  /** Whose policy it is; null for the system's own. */
  @Id({ nullable: true }) definedBy: string | null;
}

export class OccurrenceChecksRef {
  @Id() occurrenceId: string;
}
export class SiteCheckRef extends OccurrenceChecksRef {
  @Id() siteId: string;
}

export class SiteCheck extends SiteCheckRef {
  @Text({ max: 200 }) siteName: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(siteRoles) role: SiteRole;
  @OneOf(checkStates) state: CheckState;
  /** Rises with every try; results of an older one are refused. */
  @Int({ min: 0, max: 1_000_000 }) attempt: number;
  @Instant({ nullable: true }) startedAt: string | null;
  /** Of the latest result. */
  @Instant({ nullable: true }) finishedAt: string | null;
  /** When it was reported as red or silent; null when it was not. */
  @Instant({ nullable: true }) reportedAt: string | null;
  /** The latest result since the site's check was last reset. */
  @Part(() => DeviceTest, { nullable: true }) test: DeviceTest | null;
  /** When its operator closed the site after the meeting (HB-9.2f); null while nobody did. */
  @Instant({ nullable: true }) closedAt: string | null;
  /** What was found faulty or absent then. */
  @Int({ min: 0, max: 100 }) closingFaults: number;
}

/** Every site of a meeting, main and standby first. */
export class CheckBoard extends OccurrenceChecksRef {
  @Text({ max: 300 }) title: string;
  @Text({ max: 200 }) unitName: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  /** IANA. */
  @Text({ max: 60 }) zone: string;
  @OneOf(campaignStates) state: CampaignState;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  /** May the caller open, close, ask for another try, copy a site's link? */
  @Flag() manageable: boolean;
  @ListOf(() => SiteCheck, { max: 1000 }) items: SiteCheck[];
}

export class CampaignQuery implements Omit<PageQuery, 'q'> {
  /** How many at most, 1–200; 50 unless told. */
  @Int({ min: 1, max: 200, optional: true }) limit?: number;
  /** `nextCursor` of the page before. */
  @Text({ max: cursorChars, optional: true }) cursor?: string;
  /** Meetings that end after this; now unless told. */
  @Instant({ optional: true }) from?: string;
  @Instant({ optional: true }) until?: string;
}
/** One meeting on the board of all. */
export class CampaignLine extends OccurrenceChecksRef {
  @Text({ max: 300 }) title: string;
  @Text({ max: 200 }) unitName: string;
  @Instant() startsAt: string;
  @OneOf(campaignStates) state: CampaignState;
  @Instant() closesAt: string;
  @Int({ min: 0, max: 10_000 }) sites: number;
  @Int({ min: 0, max: 10_000 }) green: number;
  @Int({ min: 0, max: 10_000 }) red: number;
  /** Nothing heard yet, or a try under way. */
  @Int({ min: 0, max: 10_000 }) silent: number;
}
export class CampaignPage {
  /** By start. */
  @ListOf(() => CampaignLine, { max: 200 }) items: CampaignLine[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class CheckLink {
  /** Signed, for this site and meeting alone, good until the meeting starts. Belongs after `/check#`. */
  @Text({ max: 2000 }) token: string;
  @Instant() expiresAt: string;
}

export class SiteRed extends SiteCheckRef {
  /** `fail`: the last try was not passed. `silent`: there was none. */
  @OneOf(['fail', 'silent']) reason: 'fail' | 'silent';
}
/**
 * Told once for each site and each time its check was reset, when the campaign closes, or a later try fails or is asked for of
 * a site that had passed.
 */
export const CheckFacts = facts('meetings.checks', { siteRed: SiteRed });

export class MissingChecks {
  /** Sites without a passed check. */
  @Ids({ max: 1000 }) siteIds: string[];
}

/**
 * Day-before checks (HB-8.2). Seen with `meetings.read` on the meeting's unit or on a site's; kept with `checks.manage` on
 * the meeting's unit.
 */
export const Checks = contract('meetings.checks', {
  policy: takes(CheckPolicyRef).gives(CheckPolicy),
  setPolicy: takes(SetCheckPolicy).gives(CheckPolicy),
  /** Back to the policy of the nearest unit above that has one, or the system's own. */
  resetPolicy: takes(CheckPolicyRef).gives(CheckPolicy),
  list: takes(CampaignQuery).gives(CampaignPage),
  board: takes(OccurrenceChecksRef).gives(CheckBoard),
  /** I14. */
  missing: takes(OccurrenceChecksRef).gives(MissingChecks),
  open: takes(OccurrenceChecksRef).gives(CheckBoard),
  close: takes(OccurrenceChecksRef).gives(CheckBoard),
  /** A site has to try again, whatever it had. */
  retest: takes(SiteCheckRef).gives(CheckBoard),
  link: takes(SiteCheckRef).gives(CheckLink),
});
export class ChecksClient extends ClientOf(Checks) {}
