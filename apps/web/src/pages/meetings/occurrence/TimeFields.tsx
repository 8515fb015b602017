import { TextInput } from '@mantine/core';
import { DayField } from '../../../admin/dates/DayField';
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
      <TextInput
        type="time"
        label={t('from')}
        value={times.from}
        required
        onChange={(event) => onChange({ ...times, from: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t('to')}
        value={times.to}
        required
        onChange={(event) => onChange({ ...times, to: event.currentTarget.value })}
      />
    </div>
  );
}
