import { DayField } from '../../../admin/dates/DayField';
import { formatDay } from '../../../admin/dates/format';
import { TimeField } from '../series/TimeField';
import classes from './occurrence.module.css';
import { endsLater, type Times } from './times';
import { useTexts } from './texts';

interface Props {
  readonly times: Times;
  readonly onChange: (times: Times) => void;
}

/** The day, from, to. */
export function TimeFields({ times, onChange }: Props) {
  const t = useTexts();
  const later = endsLater(times);
  return (
    <div className={classes.fields}>
      <DayField label={t('day')} value={times.day} onChange={(day) => onChange({ ...times, day })} required />
      <TimeField label={t('from')} value={times.from} onChange={(from) => onChange({ ...times, from })} />
      <TimeField label={t('to')} value={times.to} onChange={(to) => onChange({ ...times, to })} />
      {later !== null && <p className={classes.later}>{t('nextDay', { day: formatDay(later) })}</p>}
    </div>
  );
}
