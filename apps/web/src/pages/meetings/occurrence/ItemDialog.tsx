import type { AgendaItem } from '@diemcau/contracts/meetings/agenda';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { meetingsKey, returnItem, submitItem } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly item: AgendaItem;
  readonly asked: 'submitItem' | 'returnItem';
  readonly onClose: () => void;
}

/** A note with what a unit submits; what is asked for with what is returned. */
export function ItemDialog({ item, asked, onClose }: Props) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const act = useAct(
    (words: string) => {
      const step = { itemId: item.id, version: item.version };
      if (asked === 'returnItem') return returnItem({ ...step, note: words });
      return submitItem({ ...step, fileIds: item.files.map(({ id }) => id), note: words || null });
    },
    { changes: [meetingsKey], done: t('done_item'), after: onClose },
  );
  return (
    <Dialog
      opened
      title={t(asked)}
      act={t(asked)}
      onAct={() => act.mutate(note.trim())}
      onClose={onClose}
      busy={act.isPending}
      ready={asked === 'submitItem' || note.trim() !== ''}
      error={act.error}
    >
      <p>{item.title}</p>
      <Textarea
        label={t('itemNote')}
        value={note}
        maxLength={1000}
        autosize
        minRows={3}
        required={asked === 'returnItem'}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}
