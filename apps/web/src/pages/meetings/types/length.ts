import type { MeetingType } from '@diemcau/contracts/meetings/meeting-types';
import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';

export type TypeLength = Pick<MeetingType, 'kind' | 'durationMin'>;

/** Minutes; while the types are not known yet. */
const usualMin = 120;

/** Minutes that a meeting of the kind takes unless somebody says otherwise (HB-2.1). */
export const lengthOf = (types: readonly TypeLength[] | undefined, kind: MeetingKind): number =>
  types?.find((type) => type.kind === kind)?.durationMin ?? usualMin;
