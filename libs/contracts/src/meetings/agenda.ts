import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Flag, Id, Ids, Instant, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { AgendaDraft } from './agenda-draft.js';
import { StoredFile } from './files.js';

/** `returned`: to be prepared anew, with what is asked for. */
export const agendaStates = ['assigned', 'submitted', 'returned', 'approved'] as const;
export type AgendaState = (typeof agendaStates)[number];

/** One point of a meeting: what, how long, who prepares it until when (HB-8.1). */
export class AgendaItem {
  @Id() id: string;
  /** From 1. */
  @Int({ min: 1, max: 1000 }) position: number;
  @Text({ max: 300 }) title: string;
  /** Planned, 1–480. */
  @Int({ min: 1, max: 480 }) minutes: number;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @Instant({ nullable: true }) dueAt: string | null;
  @OneOf(agendaStates) state: AgendaState;
  /** Of who submitted it, or what is asked for where it was returned. */
  @Text({ max: 1000, multiline: true, nullable: true }) note: string | null;
  @ListOf(() => StoredFile, { max: 20 }) files: StoredFile[];
  @Instant({ nullable: true }) submittedAt: string | null;
  /** Due, and neither submitted nor approved. */
  @Flag() late: boolean;
  /** The caller may submit it: it is of a unit of theirs. */
  @Flag() submittable: boolean;
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}

export class AgendaOf {
  @Id() occurrenceId: string;
}
export class Agenda {
  /** In their order. */
  @ListOf(() => AgendaItem, { max: 50 }) items: AgendaItem[];
  /** The caller may add, change, order, approve and return. */
  @Flag() changeable: boolean;
}

export class AddAgendaItem extends AgendaDraft {
  @Id() occurrenceId: string;
}
export class AgendaItemRef {
  @Id() itemId: string;
}
export class AgendaItemStep extends AgendaItemRef {
  /** As it was read; another one in the meantime fails with 412. */
  @Int({ min: 1, max: 2_000_000_000 }) version: number;
}
export class ChangeAgendaItem extends AgendaItemStep {
  @Text({ max: 300, optional: true, example: 'Báo cáo công tác tháng' }) title?: string;
  @Id({ optional: true, nullable: true }) unitId?: string | null;
  @Int({ min: 1, max: 480, optional: true }) minutes?: number;
  @Instant({ optional: true, nullable: true }) dueAt?: string | null;
}
export class OrderAgenda extends AgendaOf {
  /** All of its items. */
  @Ids({ max: 50 }) itemIds: string[];
}
export class SubmitAgendaItem extends AgendaItemStep {
  /** Kept by `POST files?purpose=document`. */
  @Ids({ max: 20 }) fileIds: string[];
  @Text({ max: 1000, multiline: true, nullable: true }) note: string | null;
}
export class ReturnAgendaItem extends AgendaItemStep {
  @Text({ max: 1000, multiline: true, example: 'Bổ sung số liệu học kỳ I' }) note: string;
}

export class OwedAgendaQuery {
  /** 50 unless given. */
  @Int({ min: 1, max: 200, optional: true }) limit?: number;
}
/** A point that still has to be submitted, of a meeting to come. */
export class OwedAgendaItem {
  @Id() id: string;
  @Text({ max: 300 }) title: string;
  @Id() unitId: string;
  @Text({ max: 200 }) unitName: string;
  @OneOf(agendaStates) state: AgendaState;
  @Instant({ nullable: true }) dueAt: string | null;
  @Flag() late: boolean;
  @Id() occurrenceId: string;
  @Text({ max: 300 }) meetingTitle: string;
  @Instant() startsAt: string;
}
export class OwedAgenda {
  /** The earliest due first; a point without a time of its own is due when its meeting begins. */
  @ListOf(() => OwedAgendaItem, { max: 200 }) items: OwedAgendaItem[];
  @Int({ min: 0, max: 1_000_000 }) total: number;
}

/** Seen by who sees the meeting; written with `meetings.write` on it; submitted by the unit that it is assigned to. */
export const AgendaContract = contract('meetings.agenda', {
  list: takes(AgendaOf).gives(Agenda),
  add: takes(AddAgendaItem).gives(Agenda),
  change: takes(ChangeAgendaItem).gives(Agenda),
  remove: takes(AgendaItemRef).gives(Agenda),
  order: takes(OrderAgenda).gives(Agenda),
  submit: takes(SubmitAgendaItem).gives(Agenda),
  approve: takes(AgendaItemStep).gives(Agenda),
  giveBack: takes(ReturnAgendaItem).gives(Agenda),
  /** What units that the caller prepares for have not submitted yet, over all meetings to come (HB-8.1). */
  owed: takes(OwedAgendaQuery).gives(OwedAgenda),
});
export class AgendaClient extends ClientOf(AgendaContract) {}

export const agendaErrors = failures('agenda', {
  notFound: {
    status: 404,
    vi: 'Không tìm thấy mục này của chương trình',
    en: 'There is no such point of the agenda',
  },
  changedMeanwhile: {
    status: 412,
    vi: 'Mục này vừa được người khác sửa; xin tải lại',
    en: 'Somebody has just changed this point; please load it again',
  },
  notTheUnit: {
    status: 403,
    vi: 'Chỉ đơn vị được giao chuẩn bị mới nộp được nội dung này',
    en: 'Only the unit that it is assigned to submits this point',
  },
  wrongState: {
    status: 409,
    vi: 'Không làm được việc này ở trạng thái hiện tại của mục',
    en: 'This cannot be done in the state the point is in',
  },
  tooMany: { status: 409, vi: 'Chương trình có nhiều nhất 50 mục', en: 'An agenda has at most 50 points' },
  otherItems: {
    status: 409,
    vi: 'Danh sách mục đã thay đổi; xin tải lại',
    en: 'The points are others by now; please load them again',
  },
});
