import { formatDay } from '../../../admin/dates/format';
import { repeatOf, untilOf } from './repeat';
import { useTexts } from './texts';

const nths = { 1: 'nth_1', 2: 'nth_2', 3: 'nth_3', 4: 'nth_4', [-1]: 'nth_-1' } as const;

/**
 * «Hằng tháng ngày 25»; a rule that people do not say so stays as it is. `lastDay` is the day by which it ends anyhow:
 * «Hằng tháng ngày 25, đến hết 31/12/2027».
 */
export function useRuleWords(): (rule: string, lastDay?: string | null) => string {
  const t = useTexts();
  return (rule, lastDay = null) => {
    const { kind, interval, monthDay, nth, weekdays, months, text, ...repeat } = repeatOf(rule);
    const until = untilOf(repeat.until, lastDay);
    const days = weekdays.map((day) => t(day)).join(', ');
    const said = {
      monthDay: () => (monthDay === -1 ? t('words_lastDay') : t('words_monthDay', { day: monthDay })),
      monthWeekday: () =>
        t('words_monthWeekday', {
          weekday: days,
          nth: t(nths[nth as keyof typeof nths] ?? 'nth_1').toLowerCase(),
        }),
      weekly: () => t('words_weekly', { weekdays: days }),
      rule: () => text,
    }[kind]();
    return [
      said,
      ...(interval > 1 ? [t('words_every', { n: interval })] : []),
      ...(months.length > 0 ? [t('words_months', { months: months.join(', ') })] : []),
      ...(until ? [t('words_until', { day: formatDay(until) })] : []),
    ].join(', ');
  };
}
