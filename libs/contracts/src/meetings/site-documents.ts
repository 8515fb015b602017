import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Id, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { StoredFile } from './files.js';
import { SiteRef } from './sites.js';

/** DA-1d: focal point, staff, use, cooperation rules. DA-1c: protection agreed with guard and police, in writing. */
export const siteDocumentKinds = [
  'managementPlan',
  'securityPlan',
  'contingencyPlan',
  'cooperationRules',
  'other',
] as const;
export type SiteDocumentKind = (typeof siteDocumentKinds)[number];

/** `expiring`: valid for 30 days more at most. */
export const validities = ['upcoming', 'valid', 'expiring', 'expired'] as const;
export type Validity = (typeof validities)[number];

/** `missing`: there is none that holds today. */
export const planStandings = ['missing', 'valid', 'expiring', 'expired'] as const;
export type PlanStanding = (typeof planStandings)[number];

export class SiteDocument {
  @Id() id: string;
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(siteDocumentKinds) kind: SiteDocumentKind;
  @Text({ max: 300 }) title: string;
  /** «12/KH-GDTX» */
  @Text({ max: 60, nullable: true }) number: string | null;
  @Day() validFrom: string;
  /** The last day; null while no end is known. */
  @Day({ nullable: true }) validTo: string | null;
  @OneOf(validities) validity: Validity;
  /** To whom and when it was reported (DA-1): «UBND huyện». */
  @Text({ max: 200, nullable: true }) reportedTo: string | null;
  @Day({ nullable: true }) reportedOn: string | null;
  @Part(() => StoredFile, { nullable: true }) file: StoredFile | null;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class SiteDocumentList {
  @ListOf(() => SiteDocument, { max: 200 }) items: SiteDocument[];
}
export class SiteDocumentRef {
  @Id() documentId: string;
}

export class DocumentQuery extends PageQuery {
  /** Sites of this unit and everything below. */
  @Id({ optional: true }) unitId?: string;
  @OneOf(siteDocumentKinds, { optional: true }) kind?: SiteDocumentKind;
  @OneOf(validities, { optional: true }) validity?: Validity;
}
export class DocumentPage {
  /** What ends first comes first; without an end last. */
  @ListOf(() => SiteDocument, { max: 200 }) items: SiteDocument[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

export class AddDocument extends SiteRef {
  @OneOf(siteDocumentKinds, { example: 'securityPlan' }) kind: SiteDocumentKind;
  @Text({ max: 300, example: 'Phương án bảo vệ phòng họp trực tuyến' }) title: string;
  @Text({ max: 60, optional: true, nullable: true, example: '12/PA-GDTX' }) number?: string | null;
  @Day({ example: '2026-09-01' }) validFrom: string;
  @Day({ optional: true, nullable: true, example: '2027-08-31' }) validTo?: string | null;
  @Text({ max: 200, optional: true, nullable: true }) reportedTo?: string | null;
  @Day({ optional: true, nullable: true }) reportedOn?: string | null;
  /** Sent with purpose `document`. */
  @Id({ optional: true, nullable: true }) fileId?: string | null;
}
/** What is left out stays. */
export class ChangeDocument extends SiteDocumentRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
  @Text({ max: 300, optional: true }) title?: string;
  @Text({ max: 60, optional: true, nullable: true }) number?: string | null;
  @Day({ optional: true }) validFrom?: string;
  @Day({ optional: true, nullable: true }) validTo?: string | null;
  @Text({ max: 200, optional: true, nullable: true }) reportedTo?: string | null;
  @Day({ optional: true, nullable: true }) reportedOn?: string | null;
  @Id({ optional: true, nullable: true }) fileId?: string | null;
}

export class PlanStatusQuery extends PageQuery {
  @Id({ optional: true }) unitId?: string;
}
/** How a site stands with its plans (DA-1). */
export class PlanStatus {
  @Id() siteId: string;
  @Text({ max: 200 }) siteName: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(planStandings) managementPlan: PlanStanding;
  @Day({ nullable: true }) managementPlanTo: string | null;
  @OneOf(planStandings) securityPlan: PlanStanding;
  @Day({ nullable: true }) securityPlanTo: string | null;
  /** Of the management plan in force. */
  @Day({ nullable: true }) reportedOn: string | null;
  @Text({ max: 200, nullable: true }) reportedTo: string | null;
}
export class PlanStatusPage {
  @ListOf(() => PlanStatus, { max: 200 }) items: PlanStatus[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
}

/** Papers of a site. Seen with `sites.read`, kept with `sites.write`. */
export const SiteDocuments = contract('meetings.siteDocuments', {
  of: takes(SiteRef).gives(SiteDocumentList),
  list: takes(DocumentQuery).gives(DocumentPage),
  plans: takes(PlanStatusQuery).gives(PlanStatusPage),
  add: takes(AddDocument).gives(SiteDocument),
  change: takes(ChangeDocument).gives(SiteDocument),
  remove: takes(SiteDocumentRef),
});
export class SiteDocumentsClient extends ClientOf(SiteDocuments) {}

export const siteDocumentErrors = failures('siteDocuments', {
  notFound: { status: 404, vi: 'Không tìm thấy văn bản', en: 'There is no such document' },
  dates: {
    status: 400,
    vi: 'Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi',
    en: 'The last day must not be before the first',
  },
  changed: {
    status: 412,
    vi: 'Văn bản vừa được người khác sửa; xin tải lại rồi sửa tiếp',
    en: 'Somebody else has just changed the document; please reload and change again',
  },
  tooMany: {
    status: 409,
    vi: 'Điểm cầu đã có quá nhiều văn bản; xin xoá bớt bản cũ',
    en: 'The site has too many documents; please remove old ones',
  },
});
