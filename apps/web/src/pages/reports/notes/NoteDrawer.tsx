import type { Note } from '@diemcau/contracts/meetings/notes';
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatDay, formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { DetailDrawer } from '../../../admin/parts/DetailDrawer';
import { Dialog } from '../../../admin/parts/Dialog';
import { Facts } from '../../../admin/parts/Facts';
import { Trouble } from '../../../admin/parts/Trouble';
import { useAdmin, useMay } from '../../../admin/permissions';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import classes from '../reports.module.css';
import { NoteDialog } from './NoteDialog';
import { correctNote, discardNote, notesKey, publishNote } from './queries';
import { useTexts } from './texts';

export function NoteDrawer({ note, onClose }: { note: Note; onClose: () => void }) {
  const t = useTexts();
  const may = useMay();
  const { id: userId } = useAdmin();
  const [open, setOpen] = useState<'change' | 'publish' | 'correct' | null>(null);
  const [text, setText] = useState('');
  const close = () => setOpen(null);
  const changes = [notesKey];
  const publish = useAct(publishNote, { done: t('published'), changes, after: close });
  const correct = useAct(correctNote, { done: t('corrected'), changes, after: close });
  const discard = useAct(discardNote, { done: t('discarded'), changes, after: onClose });
  const writes = may('notes.write') && note.subjectId !== userId;
  const noteId = note.id;
  return (
    <DetailDrawer opened onClose={onClose} title={note.title}>
      <Facts
        of={[
          [t('kind'), t(`kind_${note.kind}`)],
          [t('unit'), note.unitName],
          [t('subject'), note.subjectName ?? t('wholeUnit')],
          [t('happenedOn'), formatDay(note.happenedOn)],
          [t('state'), t(`state_${note.state}`)],
        ]}
      />
      <p className={classes.text} style={{ margin: '1rem 0' }}>
        {note.text}
      </p>
      {note.hasEvidence && (
        <DownloadButton path={`/api/v1/notes/${noteId}/evidence`} fileName="minh-chung">
          {t('evidence')}
        </DownloadButton>
      )}
      {note.corrections.map(({ id, text: words, at }) => (
        <div key={id} style={{ marginTop: '0.8rem' }}>
          <b>{t('correction')}</b> <span className={classes.quiet}>{formatInstant(at)}</span>
          <p className={classes.text}>{words}</p>
        </div>
      ))}
      <Trouble error={discard.error} />
      {writes && (
        <Group mt="lg">
          {note.state === 'draft' ? (
            <>
              <Button onClick={() => setOpen('publish')}>{t('publish')}</Button>
              <Button variant="default" onClick={() => setOpen('change')}>
                {t('change')}
              </Button>
              <Button variant="subtle" color="red.9" onClick={() => discard.mutate(noteId)}>
                {t('discard')}
              </Button>
            </>
          ) : (
            <Button variant="default" onClick={() => setOpen('correct')}>
              {t('correct')}
            </Button>
          )}
        </Group>
      )}
      {open === 'change' && <NoteDialog note={note} onClose={close} />}
      {open === 'publish' && (
        <Dialog
          opened
          title={t('publish')}
          onClose={close}
          act={t('publish')}
          onAct={() => publish.mutate({ noteId, version: note.version })}
          busy={publish.isPending}
          error={publish.error}
        >
          <p>{t('publishText')}</p>
        </Dialog>
      )}
      {open === 'correct' && (
        <Dialog
          opened
          title={t('correct')}
          onClose={close}
          act={t('save')}
          onAct={() => correct.mutate({ noteId, text: text.trim() })}
          busy={correct.isPending}
          ready={text.trim() !== ''}
          error={correct.error}
        >
          <Textarea
            label={t('correction')}
            value={text}
            maxLength={2000}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={2}
            required
            data-autofocus
          />
        </Dialog>
      )}
    </DetailDrawer>
  );
}
