import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { cursorChars, PageQuery } from '../core/page.js';

/** Who owes something: whoever has a part in the meeting, the unit of a site, the owner, or a unit or person by name. */
export const checklistOwners = ['chair', 'director', 'secretary', 'ownerUnit', 'unit', 'person'] as const;
export type ChecklistOwner = (typeof checklistOwners)[number];

/** Something that must be done before a meeting, by whom until when (HB-8.1 … HB-8.3). */
export class PreparationItem {
  @Id() id: string;
  @Id() occurrenceId: string;
  @Text({ max: 300 }) title: string;
  @OneOf(checklistOwners) owner: ChecklistOwner;
  /** The unit whose matter it is. */
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  /** Who it is, where it is a person's; null while nobody has that part. */
  @Id({ nullable: true }) userId: string | null;
  /** Null where it is nobody's by name, or the account is gone. */
  @Text({ max: 120, nullable: true }) userName: string | null;
  @Instant() dueAt: string;
  @Instant({ nullable: true }) doneAt: string | null;
  @Id({ nullable: true }) doneBy: string | null;
  /** Past its time and not done, or done after it. */
  @Flag() late: boolean;
  /** By how much, in minutes; 0 when it is not late. */
  @Int({ min: 0, max: 100_000_000 }) lateMin: number;
  /** The caller may mark it. */
  @Flag() mine: boolean;
}
export class ChecklistOf {
  @Id() occurrenceId: string;
}
export class Preparation {
  /** By due time. */
  @ListOf(() => PreparationItem, { max: 3000 }) items: PreparationItem[];
  /** The caller may add, change and remove. */
  @Flag() changeable: boolean;
}

export class AddChecklistItem extends ChecklistOf {
  @Text({ max: 300, example: 'Gửi tài liệu cho các điểm cầu' }) title: string;
  @OneOf(checklistOwners, { example: 'secretary' }) owner: ChecklistOwner;
  /** Of owner `unit`; else null. */
  @Id({ nullable: true }) unitId: string | null;
  /** Of owner `person`; else null. */
  @Id({ nullable: true }) userId: string | null;
  @Instant() dueAt: string;
}
export class ChecklistItemRef {
  @Id() itemId: string;
}
export class ChangeChecklistItem extends ChecklistItemRef {
  @Text({ max: 300, optional: true, example: 'Gửi tài liệu cho các điểm cầu' }) title?: string;
  @Instant({ optional: true }) dueAt?: string;
}
export class MarkChecklistItem extends ChecklistItemRef {
  @Flag({ example: true }) done: boolean;
}

export class ChecklistBoardQuery extends PageQuery {
  /** Of meetings that this unit or one below holds, or items that are theirs. */
  @Id({ optional: true }) unitId?: string;
  /** Only what is past its time and not done. */
  @Flag({ optional: true }) late?: boolean;
  /** Only what the caller owes. */
  @Flag({ optional: true }) mine?: boolean;
  /** Also what is done. */
  @Flag({ optional: true }) done?: boolean;
}
/** An item with its meeting. */
export class ChecklistBoardItem extends PreparationItem {
  @Text({ max: 300 }) meetingTitle: string;
  @Instant() startsAt: string;
}
export class ChecklistBoard {
  /** By due time. */
  @ListOf(() => ChecklistBoardItem, { max: 200 }) items: ChecklistBoardItem[];
  @Text({ max: cursorChars, nullable: true }) nextCursor: string | null;
  /** Of meetings to come, past their time and not done, under the same filters. */
  @Int({ min: 0, max: 1_000_000 }) lateCount: number;
}

/**
 * Seen by who sees the meeting. Kept with `meetings.write` on it. Marked by who owes it: with `meetings.answer` or
 * `meetings.write` on the item's unit, the person itself, and whoever keeps it.
 */
export const Checklists = contract('meetings.checklists', {
  list: takes(ChecklistOf).gives(Preparation),
  add: takes(AddChecklistItem).gives(Preparation),
  change: takes(ChangeChecklistItem).gives(Preparation),
  remove: takes(ChecklistItemRef).gives(Preparation),
  mark: takes(MarkChecklistItem).gives(Preparation),
  /** Over all meetings to come: what is late, for whom. */
  board: takes(ChecklistBoardQuery).gives(ChecklistBoard),
});
export class ChecklistsClient extends ClientOf(Checklists) {}

export const checklistErrors = failures('checklists', {
  notFound: { status: 404, vi: 'Không tìm thấy việc này', en: 'There is no such item' },
  notOwed: {
    status: 403,
    vi: 'Việc này do người hoặc đơn vị khác phụ trách',
    en: 'This is owed by another person or unit',
  },
  badOwner: {
    status: 400,
    vi: 'Xin cho biết đúng một người hoặc một đơn vị phụ trách',
    en: 'Please name the one person or unit that owes it',
  },
});
