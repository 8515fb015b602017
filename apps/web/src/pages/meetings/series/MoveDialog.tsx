import type { DateChoice } from '@diemcau/contracts/meetings/series';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { formatDay } from '../../../admin/dates/format';
import { Dialog } from '../../../admin/parts/Dialog';
import { useTexts } from './texts';
import { TimeField } from './TimeField';

interface Props {
  readonly nominal: string;
  /** The day to begin with; its own unless given. */
  readonly day?: string;
  readonly startsAt: string;
  readonly busy?: boolean;
  readonly error?: unknown;
  readonly onMove: (choice: DateChoice) => void;
  readonly onClose: () => void;
}

/** Another day and time for one meeting. */
export function MoveDialog({ nominal, startsAt, onMove, ...props }: Props) {
  const t = useTexts();
  const [day, setDay] = useState<string | null>(props.day ?? nominal);
  const [time, setTime] = useState(startsAt);
  const [note, setNote] = useState('');
  return (
    <Dialog
      opened
      title={t('moveTitle', { day: formatDay(nominal) })}
      act={t('move').replace('…', '')}
      ready={day !== null && time !== ''}
      onAct={() =>
        onMove({
          nominal,
          choice: 'move',
          day,
          startsAt: time === startsAt ? null : time,
          note: note.trim() || null,
        })
      }
      busy={props.busy ?? false}
      error={props.error}
      onClose={props.onClose}
    >
      <DayField label={t('moveTo')} value={day} onChange={setDay} required />
      <TimeField label={t('moveTime')} value={time} onChange={setTime} />
      <TextInput
        label={t('note')}
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}
