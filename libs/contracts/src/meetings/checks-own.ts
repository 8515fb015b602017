import { ClientOf, contract, takes } from '../core/contract.js';
import { Id, Instant, Int, ListOf, OneOf, Part, Secret, Text } from '../core/fields.js';
import { Nothing } from '../core/page.js';
import { type CampaignState, campaignStates, type CheckState, checkStates, SiteCheckRef } from './checks.js';
import { DeviceFindings, DeviceTest, ExpectedItem } from './checks-test.js';

/** One site's check as its operator sees it. */
export class OwnCheck extends SiteCheckRef {
  @Text({ max: 300 }) title: string;
  @Text({ max: 200 }) unitName: string;
  @Text({ max: 200 }) siteName: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  /** IANA. */
  @Text({ max: 60 }) zone: string;
  /** Against which the line is measured; null while the meeting has no room. */
  @Text({ max: 60, nullable: true }) roomSlug: string | null;
  @Int({ min: 1, max: 1000 }) requiredMbps: number;
  @OneOf(campaignStates) campaign: CampaignState;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @OneOf(checkStates) state: CheckState;
  @Int({ min: 0, max: 1_000_000 }) attempt: number;
  @ListOf(() => ExpectedItem, { max: 100 }) expected: ExpectedItem[];
  @Part(() => DeviceTest, { nullable: true }) test: DeviceTest | null;
}
export class OwnChecks {
  @ListOf(() => OwnCheck, { max: 100 }) items: OwnCheck[];
}

export class SubmitCheck extends DeviceFindings {
  @Id() occurrenceId: string;
  @Id() siteId: string;
  /** What `begin` answered. */
  @Int({ min: 1, max: 1_000_000 }) attempt: number;
}

/** For `media.mirror.begin` on the socket. */
export class MirrorTicket {
  /** Signed for this one try, good once. */
  @Text({ max: 2000 }) ticket: string;
  @Instant() expiresAt: string;
}

/** Whoever holds the signed link speaks for the site, for this meeting's check alone. */
export class CheckToken {
  @Secret({ max: 2000 }) token: string;
}
export class SubmitByLink extends DeviceFindings {
  @Secret({ max: 2000 }) token: string;
  @Int({ min: 1, max: 1_000_000 }) attempt: number;
}

/** The operator's side, with `meetings.answer` on the site's unit (HB-8.2, HB-8.3). */
export const OwnSiteChecks = contract('meetings.ownChecks', {
  /** Open ones and those to come, soonest first. */
  mine: takes(Nothing).gives(OwnChecks),
  look: takes(SiteCheckRef).gives(OwnCheck),
  begin: takes(SiteCheckRef).gives(OwnCheck),
  /** To measure sound and picture in the try under way; as many as one needs, each opens one mirror. */
  mirror: takes(SiteCheckRef).gives(MirrorTicket),
  /** Sent again with the same line test, it is kept once. */
  submit: takes(SubmitCheck).gives(OwnCheck),
});
export class OwnSiteChecksClient extends ClientOf(OwnSiteChecks) {}

/** The same with a signed link instead of an account. */
export const LinkedChecks = contract('meetings.linkedChecks', {
  look: takes(CheckToken).gives(OwnCheck),
  begin: takes(CheckToken).gives(OwnCheck),
  mirror: takes(CheckToken).gives(MirrorTicket),
  submit: takes(SubmitByLink).gives(OwnCheck),
});
export class LinkedChecksClient extends ClientOf(LinkedChecks) {}
