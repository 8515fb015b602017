import type { ReadinessItem } from '@diemcau/contracts/meetings/readiness';
import { currentLanguage } from '../../../../i18n/language';

/** What a point of the checklist says, in the reader's language. */
export const nameOf = ({ nameVi, nameEn }: Pick<ReadinessItem, 'nameVi' | 'nameEn'>): string =>
  currentLanguage() === 'vi' ? nameVi : nameEn;
