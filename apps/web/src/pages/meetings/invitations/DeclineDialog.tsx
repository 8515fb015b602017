import { useState } from 'react';
import { ReasonField } from '../../../admin/forms/ReasonField';
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
      <ReasonField
        label={t('reason')}
        description={t('reasonHint')}
        value={reason}
        onChange={setReason}
        required
        data-autofocus
      />
    </Dialog>
  );
}
