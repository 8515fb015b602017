import type { OccurrenceLine } from '@diemcau/contracts/meetings/occurrences';
import { Link } from '@tanstack/react-router';
import { formatDay, formatInstant, today } from '../../../admin/dates/format';
import { useUnitTypes } from '../../../admin/units/unit-types';
import { useMeetingWords } from '../occurrence/words';
import classes from './calendar.module.css';
import { byDay, type Month } from './month';
import { useTexts } from './texts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** More of one day are in the list. */
const mostShown = 4;

interface Props {
  readonly month: Month;
  readonly meetings: readonly OccurrenceLine[];
}

/** A month on one sheet, as it hangs on walls. */
export function MonthGrid({ month, meetings }: Props) {
  const t = useTexts();
  const days = byDay(meetings);
  return (
    <div className={classes.frame}>
      <table className={classes.month} aria-label={t('title')}>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                {t(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <Day
                  key={day}
                  day={day}
                  isOther={!day.startsWith(month.name)}
                  meetings={days.get(day) ?? []}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DayProps {
  readonly day: string;
  readonly isOther: boolean;
  readonly meetings: readonly OccurrenceLine[];
}

function Day({ day, isOther, meetings }: DayProps) {
  const t = useTexts();
  const number = Number(day.slice(8));
  return (
    <td className={isOther ? classes.other : undefined}>
      <time
        dateTime={day}
        title={formatDay(day)}
        className={`${classes.number} ${day === today() ? classes.now : ''}`}
      >
        {number}
      </time>
      {meetings.slice(0, mostShown).map((meeting) => (
        <MeetingLink key={meeting.id} meeting={meeting} />
      ))}
      {meetings.length > mostShown && (
        <p className={classes.more}>{t('more', { n: meetings.length - mostShown })}</p>
      )}
    </td>
  );
}

function MeetingLink({ meeting }: { meeting: OccurrenceLine }) {
  const words = useMeetingWords();
  const { nameOf } = useUnitTypes();
  const { id, title, state, startsAt, conflicted, level } = meeting;
  const off = state === 'cancelled' || state === 'rejected' || state === 'aborted';
  const quiet =
    off || state === 'draft' || state === 'pendingApproval' || state === 'ended' || state === 'reported';
  const said = conflicted ? words('conflicted') : words(`state_${state}`);
  return (
    <Link
      to="/work/meetings/$occurrenceId"
      params={{ occurrenceId: id }}
      className={classes.meeting}
      data-off={off || undefined}
      data-quiet={quiet || undefined}
      data-warn={conflicted || state === 'postponed' || undefined}
      title={[title, said, ...(level === null ? [] : [nameOf(level)])].join(' – ')}
    >
      <span className={classes.time}>{formatInstant(startsAt).slice(11)}</span> {title}
      {state !== 'scheduled' && ` (${said})`}
    </Link>
  );
}
