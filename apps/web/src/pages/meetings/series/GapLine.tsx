import type { Gap } from '@diemcau/contracts/meetings/recurrence';
import { formatDay } from '../../../admin/dates/format';
import { StateChip } from '../../../admin/parts/StateChip';
import classes from './series.module.css';
import { useTexts } from './texts';

/** Why there is no date in a month, or at that hour: the standard leaves it out without a word. */
export function GapLine({ gap: { kind, year, month, monthDay } }: { gap: Gap }) {
  const t = useTexts();
  const two = (n: number) => String(n).padStart(2, '0');
  return (
    <li className={classes.date}>
      <div className={classes.dateHead}>
        <span>
          {kind === 'noSuchDay'
            ? t('noSuchDay', { month, year, day: monthDay })
            : t('noSuchTime', { day: formatDay(`${year}-${two(month)}-${two(monthDay)}`) })}
        </span>
        <StateChip tone="neutral">{t('outcome_skipped')}</StateChip>
      </div>
    </li>
  );
}
