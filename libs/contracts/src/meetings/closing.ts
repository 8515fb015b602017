import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Id, Instant, Int, ListOf, OneOf, Part, Text } from '../core/fields.js';
import { Nothing } from '../core/page.js';
import { SiteCheckRef } from './checks.js';
import { ExpectedItem, ItemFound, ItemKept } from './checks-test.js';

/** HB-9.2f: what an operator looks at before switching off. The site's own devices come in addition, by their id. */
export const closingItems = ['working', 'wiring', 'switchedOff', 'tidy', 'locked'] as const;
export type ClosingItem = (typeof closingItems)[number];

/** `notYet`: the meeting has not begun. `over`: it ended too long ago, or was called off. */
export const closingStates = ['notYet', 'open', 'done', 'over'] as const;
export type ClosingState = (typeof closingStates)[number];

/** A site may be closed, and is reminded of it, until so many days after the meeting. */
export const closingDays = 14;

/** What was found when the site was closed; never changed afterwards. */
export class ClosingResult {
  @Instant() at: string;
  @ListOf(() => ItemKept, { max: 100 }) items: ItemKept[];
  @Text({ max: 500, nullable: true }) note: string | null;
  /** How many maintenance tasks it opened; a device that had one already gets no second. */
  @Int({ min: 0, max: 100 }) tasks: number;
  @Id({ nullable: true }) byUserId: string | null;
}

/** One site after one meeting, as its operator sees it. */
export class ClosingCheck extends SiteCheckRef {
  @Text({ max: 300 }) title: string;
  @Text({ max: 200 }) unitName: string;
  @Text({ max: 200 }) siteName: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  /** IANA. */
  @Text({ max: 60 }) zone: string;
  @OneOf(closingStates) state: ClosingState;
  @ListOf(() => ExpectedItem, { max: 100 }) expected: ExpectedItem[];
  @Part(() => ClosingResult, { nullable: true }) result: ClosingResult | null;
}
export class ClosingChecksOwed {
  /** Meetings that have ended, and those about to, whose site was not closed yet; the earliest first. */
  @ListOf(() => ClosingCheck, { max: 100 }) items: ClosingCheck[];
}

export class SubmitClosing extends SiteCheckRef {
  /** Each expected item once. What is faulty or absent becomes a maintenance task. */
  @ListOf(() => ItemFound, { max: 100 }) items: ItemFound[];
  @Text({ max: 500, optional: true, multiline: true }) note?: string;
}

/** The closing checklist of a site (HB-9.2f), with `meetings.answer` on the site's unit; until 14 days after the meeting. */
export const ClosingChecks = contract('meetings.closingChecks', {
  mine: takes(Nothing).gives(ClosingChecksOwed),
  look: takes(SiteCheckRef).gives(ClosingCheck),
  /** Sent again with the same answers, it is kept once. */
  submit: takes(SubmitClosing).gives(ClosingCheck),
});
export class ClosingChecksClient extends ClientOf(ClosingChecks) {}

export const closingErrors = failures('closing', {
  notFound: {
    status: 404,
    vi: 'Không có danh mục kết thúc này',
    en: 'There is no such closing checklist',
  },
  notOpen: {
    status: 409,
    vi: 'Chưa đến lúc, hoặc đã quá hạn kiểm tra sau phiên họp',
    en: 'It is too early, or too late, to close the site after this meeting',
  },
  done: {
    status: 409,
    vi: 'Điểm cầu đã được kiểm tra sau phiên họp này',
    en: 'The site has been closed after this meeting already',
  },
  itemsMissing: {
    status: 422,
    vi: 'Chưa trả lời đủ danh mục, hoặc có mục không thuộc danh mục; xin tải lại',
    en: 'The checklist is not answered in full, or something on it is not on the list; please reload',
  },
});
