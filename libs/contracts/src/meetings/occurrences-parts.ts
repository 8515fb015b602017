import { Day, Flag, Id, Instant, Int, OneOf, Text } from '../core/fields.js';
import { type SiteRole, siteRoles, type SiteState, siteStates } from './vocabulary.js';

/** A site of a meeting, with whom it expects (HB-2.2, HB-4.3). */
export class SiteWanted {
  @Id() siteId: string;
  /** One main and one standby site at most, and not the same (I10). */
  @OneOf(siteRoles, { example: 'member' }) role: SiteRole;
  /** People expected there, 0–2000; at most the site's limit, usually 40 (HB-4.3, I20). */
  @Int({ min: 0, max: 2000, example: 40 }) expected: number;
}

export class OccurrenceSite extends SiteWanted {
  @Text({ max: 200 }) name: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Most people there. */
  @Int({ min: 0, max: 100_000 }) limit: number;
  /** A suspended one stays in the meetings it is in: whoever prepares them decides. */
  @OneOf(siteStates) state: SiteState;
  /** Why it is suspended; null when it is not. */
  @Text({ max: 500, nullable: true }) suspendedReason: string | null;
}

/** What a date was to have and somebody else has at that time: it waits for a decision (another time, or without it). */
export class OccurrenceConflict {
  @OneOf(['room', 'site']) kind: 'room' | 'site';
  /** Of the room or site. */
  @Id() id: string;
  @Text({ max: 200 }) name: string;
  /** Null for a room. */
  @OneOf(siteRoles, { nullable: true }) role: SiteRole | null;
}

export class PersonNamed {
  @Id() id: string;
  /** Null where the account is gone. */
  @Text({ max: 120, nullable: true }) name: string | null;
}

export class OccurrenceRoom {
  @Id() id: string;
  @Text({ max: 200 }) name: string;
  @Text({ max: 60 }) slug: string;
}

/** The official letter (HB-8.1). */
export class Dispatch {
  @Text({ max: 60, example: '123/SGDĐT-VP' }) number: string;
  @Day() date: string;
  /** A file kept by `POST files?purpose=document`; null for none. */
  @Id({ nullable: true }) fileId: string | null;
}

/** Appended to a reported meeting, which itself never changes again (I17). */
export class Correction {
  @Id() id: string;
  @Text({ max: 2000, multiline: true }) text: string;
  @Id({ nullable: true }) authorId: string | null;
  @Instant() at: string;
}

/** What is there before a meeting can be scheduled (I13), and what its type demands besides. */
export const neededParts = [
  'chair',
  'mainSite',
  'standbySite',
  'agenda',
  'composition',
  'dispatch',
  'noConflict',
] as const;
export type NeededPart = (typeof neededParts)[number];

/** What somebody may do with a meeting; the transition table of the service says from which states. */
export const occurrenceActions = [
  'change',
  'submit',
  'approve',
  'reject',
  'schedule',
  'postpone',
  'reschedule',
  'cancel',
  'start',
  'pause',
  'resume',
  'end',
  'abort',
  'report',
  'correct',
] as const;
export type OccurrenceAction = (typeof occurrenceActions)[number];

/** The one live session of a meeting (I16). */
export class LiveSession {
  @Id() id: string;
  @Instant() startedAt: string;
  @Instant({ nullable: true }) endedAt: string | null;
  @Flag() paused: boolean;
  /** Why it was started in spite of missing or failed checks; null where none was missing (I14). */
  @Text({ max: 500, nullable: true }) overrideReason: string | null;
}
