import { DayField } from '../../../admin/dates/DayField';
import { TimeField } from '../series/TimeField';
import classes from './occurrence.module.css';
import type { Times } from './times';
import { useTexts } from './texts';

interface Props {
  readonly times: Times;
  readonly onChange: (times: Times) => void;
}

/** The day, from, to. */
export function TimeFields({ times, onChange }: Props) {
  const t = useTexts();
  return (
    <div className={classes.fields}>
      <DayField label={t('day')} value={times.day} onChange={(day) => onChange({ ...times, day })} required />
      <TimeField label={t('from')} value={times.from} onChange={(from) => onChange({ ...times, from })} />
      <TimeField label={t('to')} value={times.to} onChange={(to) => onChange({ ...times, to })} />
    </div>
  );
}
