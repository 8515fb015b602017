import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../../admin/dates/DayField';
import { useAct } from '../../../../admin/forms/use-act';
import { useReadVersion } from '../../../../admin/forms/use-read-version';
import { Dialog } from '../../../../admin/parts/Dialog';
import { DocumentField } from '../../../sites/files/DocumentField';
import classes from '../occurrence.module.css';
import { changeMeeting, meetingsKey } from '../queries';
import { useTexts } from './texts';

interface Props {
  readonly meeting: Occurrence;
  /** The paper there is. */
  readonly file: StoredFile | null;
  readonly onClose: () => void;
}

/** Number, date and paper; all of it emptied: no letter. */
export function LetterDialog({ meeting, file: before, onClose }: Props) {
  const t = useTexts();
  const [number, setNumber] = useState(meeting.dispatch?.number ?? '');
  const [date, setDate] = useState(meeting.dispatch?.date ?? null);
  const [file, setFile] = useState(before);
  const act = useAct(changeMeeting, { changes: [meetingsKey], done: t('saved'), after: onClose });
  const version = useReadVersion(meeting.version, act.error);
  const said = number.trim();
  const empty = said === '' && date === null && file === null;
  const save = () => {
    if (!empty && date === null) return;
    const dispatch = date === null ? null : { number: said, date, fileId: file?.id ?? null };
    act.mutate({ occurrenceId: meeting.id, version, dispatch });
  };
  return (
    <Dialog
      opened
      title={t(meeting.dispatch ? 'change' : 'write')}
      act={t('save')}
      onAct={save}
      onClose={onClose}
      busy={act.isPending}
      ready={(said !== '' && date !== null) || (empty && meeting.dispatch !== null)}
      error={act.error}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('number')}
          value={number}
          maxLength={60}
          data-autofocus
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DayField label={t('date')} value={date} onChange={setDate} />
      </div>
      <DocumentField label={t('file')} value={file} onChange={setFile} />
    </Dialog>
  );
}
