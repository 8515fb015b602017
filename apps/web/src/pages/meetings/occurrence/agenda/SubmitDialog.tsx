import type { AgendaItem } from '@diemcau/contracts/meetings/agenda';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import classes from '../occurrence.module.css';
import { meetingsKey } from '../queries';
import { PapersField } from './PapersField';
import { submitItem } from './queries';
import { useTexts } from './texts';

/** The papers of a point, with a note, from the unit that prepares it. */
export function SubmitDialog({ item, onClose }: { item: AgendaItem; onClose: () => void }) {
  const t = useTexts();
  const [files, setFiles] = useState(item.files);
  const [note, setNote] = useState(item.state === 'submitted' ? (item.note ?? '') : '');
  const act = useAct(submitItem, { changes: [meetingsKey], done: t('done_submit'), after: onClose });
  const said = note.trim();
  return (
    <Dialog
      opened
      title={t('submit')}
      act={t(item.state === 'assigned' ? 'submit' : 'submitAgain')}
      onAct={() =>
        act.mutate({
          itemId: item.id,
          version: item.version,
          fileIds: files.map(({ id }) => id),
          note: said === '' ? null : said,
        })
      }
      onClose={onClose}
      busy={act.isPending}
      ready={files.length > 0 || said !== ''}
      error={act.error}
    >
      <p>
        <strong>{item.title}</strong>
      </p>
      {item.state === 'returned' && item.note !== null && (
        <p className={classes.note}>{t('askedFor', { note: item.note })}</p>
      )}
      <PapersField label={t('papers')} value={files} onChange={setFiles} />
      <Textarea
        label={t('note')}
        value={note}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}
