import type { CalendarDay } from '@diemcau/contracts/meetings/calendar';
import classes from './calendar.module.css';
import { monthOf } from './month';
import { useTexts } from './texts';

/** Monday first, as offices in Vietnam write them. */
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Twelve months; days off are red and underlined, worked ones green and boxed, so that colour alone tells nothing. */
export function YearGrid({ year, days }: { year: number; days: readonly CalendarDay[] }) {
  const t = useTexts();
  const special = new Map(days.map((day) => [day.day, day]));
  return (
    <>
      <p className={classes.legend}>
        <span data-kind="weekend">{t('weekend')}</span>
        <span data-kind="off">{t('legendOff')}</span>
        <span data-kind="working">{t('legendWorking')}</span>
      </p>
      <div className={classes.grid}>
        {Array.from({ length: 12 }, (_, at) => at + 1).map((month) => (
          <table key={month} className={classes.month}>
            <caption>{t('month', { n: month })}</caption>
            <thead>
              <tr>
                {weekdays.map((weekday) => (
                  <th key={weekday} scope="col">
                    {t(weekday)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {monthOf(year, month).map((week) => (
                <tr key={week.find((day) => day !== null)}>
                  {week.map((day, column) => (
                    <Cell key={day ?? column} day={day} column={column} special={special.get(day ?? '')} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}

interface CellProps {
  readonly day: string | null;
  readonly column: number;
  readonly special: CalendarDay | undefined;
}

function Cell({ day, column, special }: CellProps) {
  if (day === null) return <td aria-hidden="true" />;
  const kind = special?.kind ?? (column > 4 ? 'weekend' : 'plain');
  return (
    <td>
      <span data-kind={kind} title={special?.nameVi}>
        {Number(day.slice(8))}
      </span>
    </td>
  );
}
