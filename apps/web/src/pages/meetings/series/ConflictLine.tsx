import type { DateConflict } from '@diemcau/contracts/meetings/recurrence';
import { timeOf } from './day-words';
import classes from './series.module.css';
import { useTexts } from './texts';

/** Who has the room or the site; what the meeting is called, only where one may see it. */
export function ConflictLine({ conflict }: { conflict: DateConflict }) {
  const t = useTexts();
  const { kind, name, title, startsAt, endsAt, planned, own } = conflict;
  const times = { from: timeOf(startsAt), to: timeOf(endsAt) };
  const what = t(kind === 'room' ? 'conflictRoom' : 'conflictSite', { name });
  const other = title === null ? t('conflictHidden', times) : t('conflictWith', { title, ...times });
  const which = own ? t('conflictOwn', times) : other;
  return (
    <p className={classes.conflict}>
      ⚠ {what}: {which}
      {planned && !own && ` (${t('conflictPlanned')})`}
    </p>
  );
}
