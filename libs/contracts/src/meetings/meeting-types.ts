import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Decimal, Flag, Id, Int, ListOf, OneOf, Text } from '../core/fields.js';
import { type MeetingKind, meetingKinds } from './vocabulary.js';

/** Who owes an item of a type's checklist; of sites, each of that role has an item of its own. */
export const typeOwners = [
  'chair',
  'director',
  'secretary',
  'ownerUnit',
  'mainSite',
  'standbySite',
  'memberSites',
] as const;
export type TypeOwner = (typeof typeOwners)[number];

/** Which site is main unless somebody says otherwise: one of the unit that holds the meeting or of its divisions, or none until it is chosen. */
export const mainSiteRules = ['ownerUnit', 'chosen'] as const;
export type MainSiteRule = (typeof mainSiteRules)[number];

export class TypeChecklistItem {
  @Text({ max: 300, example: 'Phát hành công văn' }) title: string;
  @OneOf(typeOwners, { example: 'secretary' }) owner: TypeOwner;
  /** Days before the meeting on which it is due, 0–60. */
  @Int({ min: 0, max: 60, example: 3 }) daysBefore: number;
}

/** A line of a score sheet. */
export class TypeCriterion {
  @Text({ max: 300, example: 'Phương pháp dạy học' }) title: string;
  /** 0.25–1000. */
  @Decimal({ min: 0.25, max: 1000, example: 20 }) maxPoints: number;
}

/** What a meeting's type is called in the province of its owner (HB-2.1). */
export class KindName {
  @Text({ max: 100, example: 'Giao ban' }) vi: string;
  @Text({ max: 100, example: 'Briefing' }) en: string;
}

/** What a kind of meeting brings along in a province (HB-2.1): data, with defaults of the product. */
export class MeetingType {
  @OneOf(meetingKinds) kind: MeetingKind;
  @Text({ max: 100, example: 'Giao ban' }) nameVi: string;
  @Text({ max: 100, example: 'Briefing' }) nameEn: string;
  /** Minutes, 5–1440. */
  @Int({ min: 5, max: 1440, example: 120 }) durationMin: number;
  /** No meeting of the kind is scheduled without its letter's number and date (I13). */
  @Flag() dispatchNeeded: boolean;
  /** Recorded unless somebody says otherwise. */
  @Flag() recording: boolean;
  /** Where main is; of what is shown from a class or judged in one, people choose (HB-2.2). */
  @OneOf(mainSiteRules, { example: 'ownerUnit' }) mainSite: MainSiteRule;
  /** No meeting of the kind is scheduled without a standby site (HB-2.2, I13). */
  @Flag({ example: false }) standbyNeeded: boolean;
  @ListOf(() => TypeChecklistItem, { max: 30 }) checklist: TypeChecklistItem[];
  /** The sheet for scores; empty where nothing is scored. */
  @ListOf(() => TypeCriterion, { max: 30 }) criteria: TypeCriterion[];
  /** 0 while it is the product's own. */
  @Int({ min: 0, max: 2_000_000_000 }) version: number;
}
export class MeetingTypesQuery {
  /** The province; the caller's own unless given. */
  @Id({ optional: true }) provinceId?: string;
}
export class MeetingTypeList {
  @Id() provinceId: string;
  @ListOf(() => MeetingType, { max: 7 }) items: MeetingType[];
  /** The caller may change them. */
  @Flag() changeable: boolean;
}
export class SetMeetingType extends MeetingType {
  @Id({ optional: true }) provinceId?: string;
}
/** The product's own again. */
export class MeetingTypeRef extends MeetingTypesQuery {
  @OneOf(meetingKinds) kind: MeetingKind;
}

/** Seen with `meetings.read`, changed with `meetings.configure` on the province. */
export const MeetingTypes = contract('meetings.types', {
  list: takes(MeetingTypesQuery).gives(MeetingTypeList),
  set: takes(SetMeetingType).gives(MeetingTypeList),
  reset: takes(MeetingTypeRef).gives(MeetingTypeList),
});
export class MeetingTypesClient extends ClientOf(MeetingTypes) {}

export const meetingTypeErrors = failures('meetingTypes', {
  notFound: { status: 404, vi: 'Không tìm thấy tỉnh này', en: 'There is no such province' },
  changedMeanwhile: {
    status: 412,
    vi: 'Loại cuộc họp vừa được người khác sửa; xin tải lại',
    en: 'Somebody has just changed this type of meeting; please load it again',
  },
});
