import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../admin/parts/Dialog';
import { useTexts } from './texts';

interface Props {
  readonly title: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDecline: (reason: string) => void;
  readonly onClose: () => void;
}

export function DeclineDialog({ title, busy, error, onDecline, onClose }: Props) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      opened
      title={t('declineTitle', { title })}
      act={t('decline')}
      ready={reason.trim() !== ''}
      onAct={() => onDecline(reason.trim())}
      busy={busy}
      error={error}
      onClose={onClose}
    >
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        required
        data-autofocus
      />
    </Dialog>
  );
}
