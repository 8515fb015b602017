import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Day, Decimal, Flag, Id, Ids, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { StoredFile } from './files.js';
import { SiteRef } from './sites.js';

/** `missing`: nobody looked yet. */
export const readinessResults = ['missing', 'pass', 'fail', 'waived'] as const;
export type ReadinessResult = (typeof readinessResults)[number];

/** One point of the checklist, as a province words it (DA-1b, DA-1c, HB-6). */
export class ChecklistItem {
  /** Stays when the words change; what sites answered hangs on it. */
  @Text({ max: 60, example: 'sound-insulation' }) key: string;
  @Text({ max: 200, example: 'Phòng được cách âm' }) nameVi: string;
  @Text({ max: 200, example: 'The room is sound-insulated' }) nameEn: string;
  /** How much of the score it makes, 1–10. */
  @Int({ min: 1, max: 10, example: 2 }) weight: number;
  /** Passes only with a photo. */
  @Flag() photo: boolean;
  /** Has to be looked at again after so many months; null for what stays. */
  @Int({ min: 1, max: 120, nullable: true }) validMonths: number | null;
  /**
   * The site's capacity alone decides: passed with so many seats or more, 1–2000 (HB-2.3). Such a point asks for neither a
   * tick, nor a photo, nor another look. Null for what people look at.
   */
  @Int({ min: 1, max: 2000, nullable: true }) seats: number | null;
}

export class ChecklistQuery {
  /** A unit of the province; needed only by somebody with rights in several. */
  @Id({ optional: true }) unitId?: string;
}
export class Checklist {
  @Id() provinceId: string;
  /** 0 for the list that comes with the system. */
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
  /** In the order of the page. */
  @ListOf(() => ChecklistItem, { max: 100 }) items: ChecklistItem[];
}
/** Points that are left out are asked no more; answers to them are kept, and count again if the point comes back. */
export class SetChecklist {
  @Id() provinceId: string;
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
  @ListOf(() => ChecklistItem, { max: 100 }) items: ChecklistItem[];
}

/** A point of the checklist at one site. */
export class ReadinessItem extends ChecklistItem {
  /** `pass` and `waived` hold until `expiresOn`. */
  @OneOf(readinessResults) result: ReadinessResult;
  @Flag() expired: boolean;
  /** What the unit said it would have (DA-1b). */
  @Text({ max: 1000, multiline: true, nullable: true }) commitment: string | null;
  /** What there is; of a point about seats, the site's capacity. */
  @Text({ max: 1000, multiline: true, nullable: true }) actual: string | null;
  /** By when what is missing is to be there. */
  @Day({ nullable: true }) dueOn: string | null;
  /** Due, and neither passed nor waived. */
  @Flag() overdue: boolean;
  /** The last day on which the result holds; null for always. */
  @Day({ nullable: true }) expiresOn: string | null;
  /** Why it was waived. */
  @Text({ max: 500, nullable: true }) reason: string | null;
  /** Of whoever answered last. */
  @Id({ nullable: true }) byId: string | null;
  @Instant({ nullable: true }) at: string | null;
  @ListOf(() => StoredFile, { max: 10 }) photos: StoredFile[];
  /** 0 while nobody answered. */
  @Int({ min: 0, max: 2_000_000_000 }) answerVersion: number;
}
export class SiteReadiness {
  @Id() siteId: string;
  @Int({ min: 0, max: 100, nullable: true }) score: number | null;
  @ListOf(() => ReadinessItem, { max: 100 }) items: ReadinessItem[];
}

export class ReadinessItemRef extends SiteRef {
  @Text({ max: 60 }) key: string;
}
const answers = ['missing', 'pass', 'fail'] as const;
/** The whole answer: what is not given is taken away. */
export class AnswerReadiness extends ReadinessItemRef {
  /** As it was read; 412 when somebody else was quicker. */
  @Int({ min: 0, max: 2_000_000_000 }) answerVersion: number;
  /** Of a point about seats, what the capacity gives: nobody says otherwise. */
  @OneOf(answers, { example: 'pass' }) result: (typeof answers)[number];
  @Text({ max: 1000, multiline: true, optional: true, nullable: true }) commitment?: string | null;
  @Text({ max: 1000, multiline: true, optional: true, nullable: true }) actual?: string | null;
  @Day({ optional: true, nullable: true }) dueOn?: string | null;
  /**
   * So many months of the checklist after it was proved, unless told: a pass that holds keeps its day while no photo is added.
   * Null for always.
   */
  @Day({ optional: true, nullable: true }) expiresOn?: string | null;
  /** Photos sent with purpose `photo`. */
  @Ids({ max: 10, optional: true }) photoIds?: string[];
}
/** Needs `sites.configure`: the point counts as passed although it is not. */
export class WaiveReadiness extends ReadinessItemRef {
  @Int({ min: 0, max: 2_000_000_000 }) answerVersion: number;
  @Text({ max: 500, example: 'Phòng thuê đến hết học kỳ' }) reason: string;
  /** The last day; null for always. */
  @Day({ optional: true, nullable: true }) expiresOn?: string | null;
}

export class RollUpQuery {
  /** Sites below this unit, by the units right below it; by province without it. */
  @Id({ optional: true }) unitId?: string;
}
export class RollUpLine {
  /** A unit right below the one asked for, or that one itself for its own sites. */
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Int({ min: 0, max: 1_000_000 }) sites: number;
  /** Average of the scores; null where none has one. */
  @Decimal({ min: 0, max: 100, nullable: true }) score: number | null;
  @Int({ min: 0, max: 1_000_000 }) ready: number;
  @Int({ min: 0, max: 1_000_000 }) degraded: number;
  @Int({ min: 0, max: 1_000_000 }) draft: number;
  @Int({ min: 0, max: 1_000_000 }) suspended: number;
  /** Points that are overdue, in all the sites. */
  @Int({ min: 0, max: 1_000_000 }) overdue: number;
}
export class RollUp {
  /** By name; at most 1000 units. */
  @ListOf(() => RollUpLine, { max: 1000 }) items: RollUpLine[];
}

/** What every site must have, and has. Seen with `sites.read`, answered with `sites.write`. */
export const Readiness = contract('meetings.readiness', {
  checklist: takes(ChecklistQuery).gives(Checklist),
  /** Needs `sites.configure` over the whole province. */
  setChecklist: takes(SetChecklist).gives(Checklist),
  of: takes(SiteRef).gives(SiteReadiness),
  answer: takes(AnswerReadiness).gives(SiteReadiness),
  waive: takes(WaiveReadiness).gives(SiteReadiness),
  rollUp: takes(RollUpQuery).gives(RollUp),
});
export class ReadinessClient extends ClientOf(Readiness) {}

export const readinessErrors = failures('readiness', {
  unknownItem: {
    status: 404,
    vi: 'Danh mục kiểm tra không có mục này',
    en: 'The checklist has no such item',
  },
  changed: {
    status: 412,
    vi: 'Mục này vừa được người khác sửa; xin tải lại rồi sửa tiếp',
    en: 'Somebody else has just changed this; please reload and change again',
  },
  counted: {
    status: 409,
    vi: 'Kết quả mục này tính từ số chỗ của điểm cầu; xin sửa số chỗ',
    en: 'The result follows from the seats of the site; please change those',
  },
  photoNeeded: {
    status: 400,
    vi: 'Mục này chỉ đạt khi có ảnh minh chứng',
    en: 'This item passes only with a photo as evidence',
  },
  duplicateKey: {
    status: 400,
    vi: 'Hai mục trong danh mục trùng mã',
    en: 'Two items of the checklist have the same key',
  },
  whichProvince: {
    status: 400,
    vi: 'Bạn có quyền ở nhiều tỉnh; xin chọn đơn vị',
    en: 'You have rights in several provinces; please choose a unit',
  },
});
