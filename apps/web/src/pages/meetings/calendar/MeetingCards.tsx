import type { OccurrenceLine } from '@diemcau/contracts/meetings/occurrences';
import { Link } from '@tanstack/react-router';
import { useUnitTypes } from '../../../admin/units/unit-types';
import { OccurrenceStateChip } from '../occurrence/OccurrenceStateChip';
import { timeSpan } from '../invitations/time-span';
import { kindNameOf } from '../types/kind-name';
import classes from './calendar.module.css';

/** Meetings one below the other, for phones and for lists. */
export function MeetingCards({ meetings }: { meetings: readonly OccurrenceLine[] }) {
  const { nameOf } = useUnitTypes();
  return (
    <ul className={classes.cards}>
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <Link
            to="/work/meetings/$occurrenceId"
            params={{ occurrenceId: meeting.id }}
            className={classes.card}
          >
            <span className={classes.grow}>
              <strong>{meeting.title}</strong>
              <br />
              <span className={classes.soft}>
                {timeSpan(meeting.startsAt, meeting.endsAt)} · {kindNameOf(meeting)} · {meeting.unitName}
                {meeting.level !== null && ` · ${nameOf(meeting.level)}`}
              </span>
            </span>
            <OccurrenceStateChip of={meeting} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
