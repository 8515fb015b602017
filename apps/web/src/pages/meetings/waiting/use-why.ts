import type { WaitingDate } from '@diemcau/contracts/meetings/open-dates';
import { formatDay, formatInstant } from '../../../admin/dates/format';
import { currentLanguage } from '../../../i18n/language';
import { useTexts } from './texts';

/** Until when a date is to be decided about, and why nobody simply made it, in words. */
export function useWhy(): (date: WaitingDate) => string {
  const t = useTexts();
  return ({ startsAt, reason }) => {
    const until = t('until', { at: formatInstant(startsAt) });
    const name = reason && (currentLanguage() === 'vi' ? reason.nameVi : reason.nameEn);
    if (!reason || !name) return until;
    return `${until} · ${reason.kind === 'choice' ? name : t('because', { day: formatDay(reason.day), name })}`;
  };
}
