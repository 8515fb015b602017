import type { Training } from '@diemcau/contracts/meetings/trainings';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { changeTraining, trainingsKey } from './queries';
import { useTexts } from './texts';

/** Everybody registered is told; the event can be opened again. */
export function CancelDialog({ training, onClose }: { training: Training; onClose: () => void }) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const cancel = useAct(changeTraining, { done: t('cancelDone'), changes: [trainingsKey], after: onClose });
  const { id: trainingId, version, registered } = training;
  const why = reason.trim();
  return (
    <Dialog
      opened
      danger
      title={t('cancelTitle')}
      act={t('cancelAct')}
      busy={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onAct={() => cancel.mutate({ trainingId, version, state: 'cancelled', ...(why && { reason: why }) })}
    >
      <p>{t('cancelText', { n: registered })}</p>
      <TextInput
        label={t('reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}
