import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Part, Text, TextsOf } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { ReportFigures } from './reports-figures.js';

/** A returned report is completed and submitted again; one that is accepted or published stays as it is. */
export const reportStates = ['draft', 'submitted', 'returned', 'accepted', 'published'] as const;
export type ReportState = (typeof reportStates)[number];

/** What the unit writes itself: the layout's fields of decree 30/2020/NĐ-CP and the words of HB-11.4. */
export class ReportWords {
  /** «Số 12»: the number in the unit's register. */
  @Text({ max: 20, nullable: true }) number: string | null;
  /** «BC-TTGDTX» */
  @Text({ max: 40, nullable: true }) symbol: string | null;
  /** The unit's place, before the date. */
  @Text({ max: 60, nullable: true }) place: string | null;
  /** «GIÁM ĐỐC» */
  @Text({ max: 80, nullable: true }) signerTitle: string | null;
  @Text({ max: 120, nullable: true }) signerName: string | null;
  /** «Sở GDĐT (để báo cáo)» */
  @TextsOf({ max: 20, each: 200 }) recipients: string[];
  /** How effective the year was. */
  @Text({ min: 0, max: 10_000, multiline: true }) assessment: string;
  @Text({ min: 0, max: 10_000, multiline: true }) opinions: string;
  @Text({ min: 0, max: 10_000, multiline: true }) proposals: string;
}

/** The year-end report of a unit (HB-11.4); one per unit and year (I31). */
export class AnnualReport extends ReportWords {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Who the unit reports to; null at the top. */
  @Text({ max: 200, nullable: true }) parentName: string | null;
  @Int({ min: 2000, max: 2999 }) year: number;
  @OneOf(reportStates) state: ReportState;
  @Part(() => ReportFigures) figures: ReportFigures;
  /** SHA-256 of the events the figures were counted from, which are kept with the report. */
  @Text({ max: 64 }) sourceHash: string;
  /** When those events were gathered. */
  @Instant() countedAt: string;
  @Text({ max: 1000, multiline: true, nullable: true }) returnReason: string | null;
  @Instant({ nullable: true }) submittedAt: string | null;
  @Instant({ nullable: true }) acceptedAt: string | null;
  @Instant({ nullable: true }) publishedAt: string | null;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class ReportLine {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Int({ min: 2000, max: 2999 }) year: number;
  @OneOf(reportStates) state: ReportState;
  @Instant({ nullable: true }) submittedAt: string | null;
}
export class ReportQuery extends PageQuery {
  @Id({ optional: true }) unitId?: string;
  @Int({ min: 2000, max: 2999, optional: true }) year?: number;
  @OneOf(reportStates, { optional: true }) state?: ReportState;
}
export class ReportPage {
  /** The latest year first, then by unit. */
  @ListOf(() => ReportLine, { max: 200 }) items: ReportLine[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class MakeReport {
  @Id() unitId: string;
  @Int({ min: 2000, max: 2999, example: 2026 }) year: number;
}
export class ReportRef {
  @Id() reportId: string;
}
export class ReportAct extends ReportRef {
  /** As it was read; 412 when somebody else was quicker. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
/** What is left out stays. */
export class CompleteReport extends ReportAct {
  @Text({ max: 20, optional: true, nullable: true }) number?: string | null;
  @Text({ max: 40, optional: true, nullable: true }) symbol?: string | null;
  @Text({ max: 60, optional: true, nullable: true }) place?: string | null;
  @Text({ max: 80, optional: true, nullable: true }) signerTitle?: string | null;
  @Text({ max: 120, optional: true, nullable: true }) signerName?: string | null;
  @TextsOf({ max: 20, each: 200, optional: true }) recipients?: string[];
  @Text({ min: 0, max: 10_000, multiline: true, optional: true }) assessment?: string;
  @Text({ min: 0, max: 10_000, multiline: true, optional: true }) opinions?: string;
  @Text({ min: 0, max: 10_000, multiline: true, optional: true }) proposals?: string;
}
export class ReturnReport extends ReportAct {
  @Text({ max: 1000, multiline: true, example: 'Chưa nêu nguyên nhân thiết bị hỏng' }) reason: string;
}

/** I31: the figures counted anew from the events kept with the report. */
export class Recomputed {
  /** The figures and the hash come out the same. */
  @Flag() equal: boolean;
  @Text({ max: 64 }) sourceHash: string;
  @Part(() => ReportFigures) figures: ReportFigures;
  /** Since the events were gathered, the data say something else: a correction of attendance, a late check. */
  @Flag() changedSince: boolean;
}

export class ReportRollUpQuery {
  @Id() unitId: string;
  @Int({ min: 2000, max: 2999 }) year: number;
}
export class RollUpUnit {
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Null where nobody has begun. */
  @Id({ nullable: true }) reportId: string | null;
  @OneOf(reportStates, { nullable: true }) state: ReportState | null;
}
/** Reports of a unit and everything below, in one (HB-10.1). */
export class ReportRollUp {
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Stands above it on the paper; null at the top. */
  @Text({ max: 200, nullable: true }) parentName: string | null;
  @Int({ min: 2000, max: 2999 }) year: number;
  /** Sums of what was accepted or published; percentages are of the sums. */
  @Part(() => ReportFigures) figures: ReportFigures;
  /** How many reports are in the figures. */
  @Int({ min: 0, max: 100_000 }) counted: number;
  /** Units with a site or a report, the first thousand by name. */
  @ListOf(() => RollUpUnit, { max: 1000 }) units: RollUpUnit[];
  /** Of those, how many owe a report. */
  @Int({ min: 0, max: 100_000 }) missing: number;
}

/** Seen with `reports.read`, completed with `reports.write`, received with `reports.receive` over a unit above. */
export const Reports = contract('meetings.reports', {
  list: takes(ReportQuery).gives(ReportPage),
  find: takes(ReportRef).gives(AnnualReport),
  /** Counts the year; the one that is there when there is one. */
  make: takes(MakeReport).gives(AnnualReport),
  complete: takes(CompleteReport).gives(AnnualReport),
  /** Counts anew, while the report is the unit's to change. */
  recount: takes(ReportAct).gives(AnnualReport),
  submit: takes(ReportAct).gives(AnnualReport),
  sendBack: takes(ReturnReport).gives(AnnualReport),
  accept: takes(ReportAct).gives(AnnualReport),
  publish: takes(ReportAct).gives(AnnualReport),
  recompute: takes(ReportRef).gives(Recomputed),
  rollUp: takes(ReportRollUpQuery).gives(ReportRollUp),
});
export class ReportsClient extends ClientOf(Reports) {}

export const reportErrors = failures('reports', {
  notFound: { status: 404, vi: 'Không tìm thấy báo cáo', en: 'There is no such report' },
  notNow: {
    status: 409,
    vi: 'Báo cáo đang ở trạng thái không làm được việc này',
    en: 'The report is in a state in which this cannot be done',
  },
  notOver: {
    status: 409,
    vi: 'Năm này chưa bắt đầu, chưa lập được báo cáo',
    en: 'The year has not begun; there is nothing to report yet',
  },
  wordsMissing: {
    status: 409,
    vi: 'Cần điền phần đánh giá trước khi nộp',
    en: 'The assessment has to be written before the report is submitted',
  },
  ownReport: {
    status: 409,
    vi: 'Báo cáo của đơn vị do cấp trên tiếp nhận',
    en: 'A unit does not receive its own report',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Có người vừa sửa trước; xin tải lại rồi sửa tiếp',
    en: 'Somebody else was quicker; please reload and change again',
  },
});
