import { DayField } from '../../../admin/dates/DayField';
import { TimeField } from '../series/TimeField';
import classes from './occurrence.module.css';
import type { Due } from './times';
import { useTexts } from './texts';

interface Props {
  readonly due: Due;
  readonly onChange: (due: Due) => void;
  readonly required?: boolean;
}

/** Until when: the day and the hour. */
export function DueFields({ due, onChange, required = false }: Props) {
  const t = useTexts();
  return (
    <div className={classes.fields}>
      <DayField
        label={t('dueDay')}
        value={due.day}
        required={required}
        onChange={(day) => onChange({ ...due, day })}
      />
      <TimeField label={t('dueTime')} value={due.time} onChange={(time) => onChange({ ...due, time })} />
    </div>
  );
}
