import type { MeetingType, TypeChecklistItem } from '@diemcau/contracts/meetings/meeting-types';
import { areCriteria, type CriterionRow } from '../rows/CriteriaFields';
import { type Keyed, keyed } from '../rows/rows';

/** A type while it is being written. */
export interface TypeDraft extends Pick<
  MeetingType,
  'nameVi' | 'nameEn' | 'durationMin' | 'dispatchNeeded' | 'recording' | 'mainSite' | 'standbyNeeded'
> {
  readonly checklist: readonly Keyed<TypeChecklistItem>[];
  readonly criteria: readonly Keyed<CriterionRow>[];
}

export const draftOf = (type: MeetingType): TypeDraft => ({
  nameVi: type.nameVi,
  nameEn: type.nameEn,
  durationMin: type.durationMin,
  dispatchNeeded: type.dispatchNeeded,
  recording: type.recording,
  mainSite: type.mainSite,
  standbyNeeded: type.standbyNeeded,
  checklist: keyed(type.checklist),
  criteria: keyed(type.criteria),
});

/** As it is sent. */
export const typeOf = (draft: TypeDraft): Omit<MeetingType, 'kind' | 'version'> => ({
  nameVi: draft.nameVi.trim(),
  nameEn: draft.nameEn.trim(),
  durationMin: draft.durationMin,
  dispatchNeeded: draft.dispatchNeeded,
  recording: draft.recording,
  mainSite: draft.mainSite,
  standbyNeeded: draft.standbyNeeded,
  checklist: draft.checklist.map(({ title, owner, daysBefore }) => ({
    title: title.trim(),
    owner,
    daysBefore,
  })),
  criteria: draft.criteria.map(({ title, maxPoints }) => ({ title: title.trim(), maxPoints })),
});

export const isWhole = ({ nameVi, nameEn, durationMin, checklist, criteria }: TypeDraft): boolean =>
  nameVi.trim() !== '' &&
  nameEn.trim() !== '' &&
  durationMin >= 5 &&
  durationMin <= 1440 &&
  checklist.every(({ title }) => title.trim() !== '') &&
  areCriteria(criteria);
