import { ClientOf, contract, takes } from '../core/contract.js';
import { Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { cursorChars } from '../core/page.js';
import { SiteRef } from './sites.js';

/**
 * `changed`: what the site is. `readiness`: an answer of its checklist. `checkPassed`, `checkFailed`: the connection check before
 * a meeting. `closed`: what was found after one. Devices, tasks and maintenance are those of the site.
 */
export const siteEventKinds = [
  'made',
  'changed',
  'state',
  'handedOver',
  'operators',
  'seating',
  'presets',
  'readiness',
  'rules',
  'documentAdded',
  'documentChanged',
  'documentRemoved',
  'deviceCame',
  'deviceLeft',
  'maintained',
  'taskOpened',
  'taskDone',
  'checkPassed',
  'checkFailed',
  'closed',
] as const;
export type SiteEventKind = (typeof siteEventKinds)[number];

/** One value that became another. */
export class SiteEventChange {
  /** Of the contract that changes it: `capacity`, `state`, `result`, `unit`. */
  @Text({ max: 60 }) field: string;
  @Text({ min: 0, max: 500, nullable: true }) from: string | null;
  @Text({ min: 0, max: 500, nullable: true }) to: string | null;
}

/** Something that happened to a site, never changed afterwards. */
export class SiteEvent {
  @Id() id: string;
  @Instant() at: string;
  @OneOf(siteEventKinds) kind: SiteEventKind;
  /** Null where the system did it by itself, or nobody knows. */
  @Id({ nullable: true }) byUserId: string | null;
  /** As the account is called now; null when it is gone. */
  @Text({ max: 200, nullable: true }) byName: string | null;
  /** What it was about: a document, an item of the checklist, a device, a meeting. */
  @Text({ max: 400, nullable: true }) name: string | null;
  /** Why, or what was done. */
  @Text({ max: 1000, nullable: true, multiline: true }) note: string | null;
  @ListOf(() => SiteEventChange, { max: 20 }) changes: SiteEventChange[];
}
export class SiteHistoryQuery extends SiteRef {
  /** How many at most, 1–200; 50 unless told. */
  @Int({ min: 1, max: 200, optional: true }) limit?: number;
  /** `nextCursor` of the page before. */
  @Text({ max: cursorChars, optional: true }) cursor?: string;
}
export class SiteHistoryPage {
  /** The latest first. */
  @ListOf(() => SiteEvent, { max: 200 }) items: SiteEvent[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

/** Who changed what at a site, and what checks found there. Read with `sites.read` over the site's unit. */
export const SiteHistories = contract('meetings.siteHistories', {
  of: takes(SiteHistoryQuery).gives(SiteHistoryPage),
});
export class SiteHistoriesClient extends ClientOf(SiteHistories) {}
