import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Flag, Id, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';
import { KindName } from './meeting-types.js';
import { SeriesLine, SeriesTimes } from './series.js';
import { type MeetingKind, meetingKinds, type PlanState, planStates } from './vocabulary.js';

/** What a unit means to hold in a year or a month (HB-7.1). Its lines are series. */
export class PlanLine {
  @Id() id: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Int({ min: 2000, max: 2999 }) year: number;
  /** 1–12; null for the plan of a year. */
  @Int({ min: 1, max: 12, nullable: true }) month: number | null;
  @Text({ max: 300 }) title: string;
  @OneOf(planStates) state: PlanState;
  @Id() authorId: string;
  /** Why it was returned last; null when it never was, or was submitted again. */
  @Text({ max: 1000, nullable: true, multiline: true }) comment: string | null;
  /** The approved plan that this one is to take the place of. */
  @Id({ nullable: true }) replacesId: string | null;
  @Int({ min: 0, max: 10_000 }) seriesCount: number;
  @Instant({ nullable: true }) submittedAt: string | null;
  @Instant({ nullable: true }) approvedAt: string | null;
  @Id({ nullable: true }) approvedBy: string | null;
  @Instant() createdAt: string;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

/** A line as it was approved. */
export class ApprovedLine extends SeriesTimes {
  @Id() seriesId: string;
  @OneOf(meetingKinds) kind: MeetingKind;
  /** As it is called now. */
  @Part(() => KindName) kindName: KindName;
  @Text({ max: 300 }) title: string;
  @Text({ max: 60 }) zone: string;
  @Int({ min: 0, max: 1000 }) siteCount: number;
  /** As of the series. */
  @Day({ nullable: true }) fromDay: string | null;
  /** The last nominal date. Null: approved before plans bounded their series. */
  @Day({ nullable: true }) untilDay: string | null;
}

/** What was approved, as it was at that moment; the database refuses to change it. */
export class ApprovedPlan {
  @Instant() at: string;
  @Id() by: string;
  @ListOf(() => ApprovedLine, { max: 500 }) lines: ApprovedLine[];
}

export class Plan extends PlanLine {
  /** As they are now. */
  @ListOf(() => SeriesLine, { max: 500 }) series: SeriesLine[];
  @Part(() => ApprovedPlan, { nullable: true }) approved: ApprovedPlan | null;
  /** The caller may change, submit or remove it. */
  @Flag() changeable: boolean;
  /** The caller may approve or return it: it is submitted, by somebody else (I12). */
  @Flag() approvable: boolean;
}

export class PlanQuery extends PageQuery {
  /** Of this unit and everything below. */
  @Id({ optional: true }) unitId?: string;
  @Int({ min: 2000, max: 2999, optional: true }) year?: number;
  @OneOf(planStates, { optional: true }) state?: PlanState;
}
export class PlanPage {
  /** The latest year first. */
  @ListOf(() => PlanLine, { max: 200 }) items: PlanLine[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

export class PlanRef {
  @Id() planId: string;
}
/** What is decided is decided about a version: another one in the meantime fails with 412. */
export class PlanVersionRef extends PlanRef {
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class MakePlan {
  @Id() unitId: string;
  @Int({ min: 2000, max: 2999, example: 2027 }) year: number;
  @Int({ min: 1, max: 12, nullable: true, example: null }) month: number | null;
  @Text({ max: 300, example: 'Kế hoạch họp trực tuyến năm 2027' }) title: string;
}

export class ChangePlan extends PlanVersionRef {
  @Text({ max: 300, optional: true, example: 'Kế hoạch họp trực tuyến năm 2027' }) title?: string;
}

export class ReturnPlan extends PlanVersionRef {
  @Text({ max: 1000, multiline: true, example: 'Chuyển tập huấn hè sang tháng 8' }) comment: string;
}

/** Plans are read with `meetings.read`, written with `meetings.write`, approved with `meetings.approve` over their unit. */
export const Plans = contract('meetings.plans', {
  list: takes(PlanQuery).gives(PlanPage),
  find: takes(PlanRef).gives(Plan),
  make: takes(MakePlan).gives(Plan),
  change: takes(ChangePlan).gives(Plan),
  /** A draft only, with its series. */
  remove: takes(PlanRef),
  submit: takes(PlanVersionRef).gives(Plan),
  /**
   * By somebody else than the author (I12); its series begin, and those of the plan it replaces end. A unit has one approved
   * plan of a year, and one of a month.
   */
  approve: takes(PlanVersionRef).gives(Plan),
  /** Back to draft, saying why. */
  giveBack: takes(ReturnPlan).gives(Plan),
  /** A draft with the same lines, to take the place of an approved plan. */
  renew: takes(PlanRef).gives(Plan),
});
export class PlansClient extends ClientOf(Plans) {}

export const planErrors = failures('plans', {
  notFound: { status: 404, vi: 'Không tìm thấy kế hoạch này', en: 'There is no such plan' },
  changedMeanwhile: {
    status: 412,
    vi: 'Kế hoạch vừa được người khác sửa; xin tải lại',
    en: 'Somebody has just changed this plan; please load it again',
  },
  wrongState: {
    status: 409,
    vi: 'Ở trạng thái hiện nay của kế hoạch không làm được việc này',
    en: 'This cannot be done in the present state of the plan',
  },
  empty: { status: 409, vi: 'Kế hoạch chưa có cuộc họp nào', en: 'The plan has no meetings yet' },
  ownWork: {
    status: 403,
    vi: 'Người lập không được tự duyệt kế hoạch (HB-7.2)',
    en: 'The author of a plan cannot approve it',
  },
  renewing: {
    status: 409,
    vi: 'Đã có một bản mới của kế hoạch này đang soạn hoặc chờ duyệt',
    en: 'There is a new version of this plan already, being written or waiting for approval',
  },
  periodTaken: {
    status: 409,
    vi: 'Đơn vị đã có kế hoạch được duyệt cho thời gian này; muốn đổi xin lập bản thay thế của kế hoạch đó',
    en: 'The unit has an approved plan of this period already; please make a new version of that one instead',
  },
});
