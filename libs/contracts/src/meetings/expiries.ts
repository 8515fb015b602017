import { ClientOf, contract, takes } from '../core/contract.js';
import { Day, Id, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { type SiteDocumentKind, siteDocumentKinds } from './site-documents.js';

/** `readiness`: a passed point of the checklist that is to be looked at again. `waiver`: one that was excused for a while. */
export const expiryKinds = ['document', 'readiness', 'waiver'] as const;
export type ExpiryKind = (typeof expiryKinds)[number];

/** Something of a site that ends, or has ended and was not renewed. */
export class Expiry {
  /** Of the document; of an answer to the checklist a made one. */
  @Id() id: string;
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(expiryKinds) kind: ExpiryKind;
  /** Null unless it is a document. */
  @OneOf(siteDocumentKinds, { nullable: true }) documentKind: SiteDocumentKind | null;
  /** Title of the document, or the point of the checklist in Vietnamese. */
  @Text({ max: 300 }) name: string;
  /** The last day. */
  @Day() endsOn: string;
  @OneOf(['expired', 'expiring']) state: 'expired' | 'expiring';
}
export class ExpiryQuery extends PageQuery {
  /** Sites of this unit and everything below. */
  @Id({ optional: true }) unitId?: string;
  @OneOf(expiryKinds, { optional: true }) kind?: ExpiryKind;
  /** What ends within so many days, 0–365; 60 unless told. What has ended is there too. */
  @Int({ min: 0, max: 365, optional: true }) withinDays?: number;
}
export class ExpiryPage {
  /** What ended first comes first. */
  @ListOf(() => Expiry, { max: 200 }) items: Expiry[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
  /** Of `total`, how many are over. */
  @Int({ min: 0, max: 1_000_000 }) expired: number;
}

/** What is to be renewed, over every site that the caller sees with `sites.read` (DA-1b, DA-1c). */
export const Expiries = contract('meetings.expiries', { list: takes(ExpiryQuery).gives(ExpiryPage) });
export class ExpiriesClient extends ClientOf(Expiries) {}
