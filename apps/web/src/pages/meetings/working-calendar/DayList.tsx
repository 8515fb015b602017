import type { CalendarDay } from '@diemcau/contracts/meetings/calendar';
import { Button } from '@mantine/core';
import { formatDay } from '../../../admin/dates/format';
import { StateChip } from '../../../admin/parts/StateChip';
import { currentLanguage } from '../../../i18n/language';
import classes from './calendar.module.css';
import { useTexts } from './texts';

interface Props {
  readonly days: readonly CalendarDay[];
  /** None: to read only. */
  readonly onOpen?: (day: CalendarDay) => void;
}

/** Each day with what it rests on. */
export function DayList({ days, onOpen }: Props) {
  const t = useTexts();
  if (days.length === 0) return <p className={classes.text}>{t('none')}</p>;
  return (
    <ul className={classes.days} aria-label={t('days')}>
      {days.map((day) => (
        <li key={day.day}>
          <span className={classes.date}>{formatDay(day.day)}</span>
          <span>
            {currentLanguage() === 'vi' ? day.nameVi : day.nameEn}
            <small>
              {day.decisionNumber && day.decisionDate
                ? t('byDecision', { number: day.decisionNumber, date: formatDay(day.decisionDate) })
                : t('byLaw')}
            </small>
          </span>
          <StateChip tone={day.kind === 'off' ? 'neutral' : 'good'}>{t(`kind_${day.kind}`)}</StateChip>
          {onOpen && (
            <Button size="compact-sm" variant="subtle" onClick={() => onOpen(day)}>
              {t('change', { day: formatDay(day.day) })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
