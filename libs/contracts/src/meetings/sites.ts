import { ClientOf, contract, takes } from '../core/contract.js';
import { Day, Decimal, Flag, Id, Ids, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { SeatingPlan } from './sites-seating.js';
import { type SiteState, siteStates } from './vocabulary.js';

/** Why a site is not ready (I8). */
export const stateReasonCodes = [
  'itemMissing',
  'itemFailed',
  'itemExpired',
  'lineUnknown',
  'lineTooSlow',
  'noOperator',
  'noOperatorPhone',
] as const;
export type StateReasonCode = (typeof stateReasonCodes)[number];

export class StateReason {
  @OneOf(stateReasonCodes) code: StateReasonCode;
  /** The item of the checklist that it is about, as people call it in Vietnamese; null for none. */
  @Text({ max: 200, nullable: true, example: 'Phòng được cách âm' }) item: string | null;
  /** And in English. */
  @Text({ max: 200, nullable: true, example: 'The room is sound-insulated' }) itemEn: string | null;
}

/** Somebody of the roster (HB-10.3) who runs the site. */
export class SiteOperator {
  /** Of the roster's entry. */
  @Id() entryId: string;
  @Id({ nullable: true }) userId: string | null;
  @Text({ max: 120 }) name: string;
  @Text({ max: 25, nullable: true }) phone: string | null;
  @Text({ max: 300 }) duties: string;
  /** The last day in the roster; null while it goes on. */
  @Day({ nullable: true }) until: string | null;
}

/** A room with equipment, operators and one seat in a meeting. */
export class SiteLine {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Text({ max: 200 }) name: string;
  @Text({ max: 300, nullable: true }) address: string | null;
  /** Seats of the room. HB-2.3 asks for at least 40. */
  @Int({ min: 1, max: 2000 }) capacity: number;
  /** Most people there in one meeting (HB-4.3). */
  @Int({ min: 1, max: 2000 }) headcountLimit: number;
  /** Line that meetings need, in Mbit/s both ways (TM-1b). */
  @Int({ min: 1, max: 1000 }) requiredMbps: number;
  @OneOf(siteStates) state: SiteState;
  /** Of the readiness checklist, 0–100 by weight; null while nothing was looked at. DA-1b */
  @Int({ min: 0, max: 100, nullable: true }) score: number | null;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class Site extends SiteLine {
  /** Line as agreed with the carrier, in Mbit/s; null while nobody said. */
  @Decimal({ min: 0, max: 100_000, nullable: true }) contractedMbps: number | null;
  /** Slower way of the latest line test, in Mbit/s; counts instead of what was agreed. */
  @Decimal({ min: 0, max: 100_000, nullable: true }) measuredMbps: number | null;
  /** Empty when everything is as I8 asks, whatever the state. */
  @ListOf(() => StateReason, { max: 200 }) reasons: StateReason[];
  /** Why it was suspended; null unless it is. */
  @Text({ max: 500, nullable: true }) suspendedReason: string | null;
  @ListOf(() => SiteOperator, { max: 20 }) operators: SiteOperator[];
  /** HB-8.3; null while nobody drew it. */
  @Part(() => SeatingPlan, { nullable: true }) seating: SeatingPlan | null;
  /** From the province down to the site's unit. */
  @Ids({ max: 20 }) unitPath: string[];
}

export class SiteQuery extends PageQuery {
  /** This unit and everything below it. */
  @Id({ optional: true }) unitId?: string;
  @OneOf(siteStates, { optional: true }) state?: SiteState;
  /** Only sites with a score up to this, those without one too. */
  @Int({ min: 0, max: 100, optional: true }) scoreTo?: number;
  /** Also retired ones; they are left out unless this or `state` asks for them. */
  @Flag({ optional: true }) includeRetired?: boolean;
}
export class SitePage {
  /** By unit, then by name. */
  @ListOf(() => SiteLine, { max: 200 }) items: SiteLine[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class SiteRef {
  @Id() siteId: string;
}
/** A change of a site as it was read; 412 when somebody else was quicker. */
export class SiteVersionRef extends SiteRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class MakeSite {
  @Id() unitId: string;
  @Text({ max: 200, example: 'Hội trường tầng 2' }) name: string;
  @Text({ max: 300, optional: true, nullable: true }) address?: string | null;
  @Int({ min: 1, max: 2000, example: 60 }) capacity: number;
  /** 40 unless told. */
  @Int({ min: 1, max: 2000, optional: true }) headcountLimit?: number;
  /** 10 unless told. */
  @Int({ min: 1, max: 1000, optional: true }) requiredMbps?: number;
  @Decimal({ min: 0, max: 100_000, optional: true, nullable: true }) contractedMbps?: number | null;
}
/** What is left out stays. */
export class ChangeSite extends SiteVersionRef {
  @Text({ max: 200, optional: true }) name?: string;
  @Text({ max: 300, optional: true, nullable: true }) address?: string | null;
  @Int({ min: 1, max: 2000, optional: true }) capacity?: number;
  @Int({ min: 1, max: 2000, optional: true }) headcountLimit?: number;
  @Int({ min: 1, max: 1000, optional: true }) requiredMbps?: number;
  @Decimal({ min: 0, max: 100_000, optional: true, nullable: true }) contractedMbps?: number | null;
}
export class SuspendSite extends SiteVersionRef {
  @Text({ max: 500, example: 'Đang sửa chữa phòng họp' }) reason: string;
}
/** To another unit of the same province; what is to come goes along, what was stays with the former unit (I2). */
export class HandOverSite extends SiteVersionRef {
  @Id() unitId: string;
  @Text({ max: 500, example: 'Giao theo quyết định số 15/QĐ-SGDĐT' }) reason: string;
}
export class SetSiteOperators extends SiteVersionRef {
  /** Entries of the roster of the site's unit or of a unit above it. */
  @Ids({ max: 20 }) entryIds: string[];
}
export class SetSeating extends SiteVersionRef {
  /** Null takes the plan away. */
  @Part(() => SeatingPlan, { nullable: true }) seating: SeatingPlan | null;
}

/**
 * `draft → ready ⇄ degraded → suspended → retired`: ready and degraded follow from I8 by themselves. Seen with `sites.read`
 * over the unit, kept with `sites.write`; suspending, resuming and retiring need `sites.configure`.
 */
export const Sites = contract('meetings.sites', {
  list: takes(SiteQuery).gives(SitePage),
  find: takes(SiteRef).gives(Site),
  make: takes(MakeSite).gives(Site),
  change: takes(ChangeSite).gives(Site),
  setOperators: takes(SetSiteOperators).gives(Site),
  setSeating: takes(SetSeating).gives(Site),
  suspend: takes(SuspendSite).gives(Site),
  resume: takes(SiteVersionRef).gives(Site),
  retire: takes(SiteVersionRef).gives(Site),
});
export class SitesClient extends ClientOf(Sites) {}

/** Whose a site is, with `sites.configure` over both units. A merged unit's sites go to its successor by themselves (I3). */
export const SiteOwnership = contract('meetings.siteOwnership', {
  handOver: takes(HandOverSite).gives(Site),
});
export class SiteOwnershipClient extends ClientOf(SiteOwnership) {}
