import type { AgendaItem } from '@diemcau/contracts/meetings/agenda';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { meetingsKey } from '../queries';
import { returnItem } from './queries';
import { useTexts } from './texts';

/** Back to the unit, with what is asked for. */
export function ReturnDialog({ item, onClose }: { item: AgendaItem; onClose: () => void }) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const act = useAct(returnItem, { changes: [meetingsKey], done: t('done_return'), after: onClose });
  const said = note.trim();
  return (
    <Dialog
      opened
      title={t('giveBack')}
      act={t('giveBack')}
      onAct={() => act.mutate({ itemId: item.id, version: item.version, note: said })}
      onClose={onClose}
      busy={act.isPending}
      ready={said !== ''}
      error={act.error}
    >
      <p>
        <strong>{item.title}</strong>
      </p>
      <Textarea
        label={t('asked')}
        value={note}
        maxLength={1000}
        autosize
        minRows={3}
        required
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}
