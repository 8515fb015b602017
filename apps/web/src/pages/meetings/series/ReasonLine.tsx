import type { PreviewDate } from '@diemcau/contracts/meetings/recurrence';
import { formatDay } from '../../../admin/dates/format';
import { currentLanguage } from '../../../i18n/language';
import classes from './series.module.css';
import { useTexts } from './texts';

/** «25/01/2028 là ngày cận Tết Nguyên đán → chuyển sang 01/02/2028». */
export function ReasonLine({ date: { outcome, day, nominal, reason } }: { date: PreviewDate }) {
  const t = useTexts();
  if (!reason) return null;
  const name = currentLanguage() === 'vi' ? reason.nameVi : reason.nameEn;
  const dayOff = name && t('because', { day: formatDay(reason.day), name });
  const why =
    reason.kind === 'choice'
      ? name || t('nominal', { day: formatDay(nominal) })
      : reason.kind === 'taken' || reason.kind === 'noWorkingDay'
        ? `${dayOff}; ${t(reason.kind)}`
        : dayOff;
  const then = {
    shifted: () => t('goesTo', { day: formatDay(day ?? nominal) }),
    moved: () => t('goesTo', { day: formatDay(day ?? nominal) }),
    skipped: () => t('notHeld'),
    waiting: () => t('waits'),
    asPlanned: () => '',
  }[outcome]();
  return (
    <p className={classes.reason}>
      {why} {then}
    </p>
  );
}
