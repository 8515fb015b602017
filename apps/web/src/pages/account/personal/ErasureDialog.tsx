import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ReasonField } from '../../../admin/forms/ReasonField';
import { notify } from '../../../admin/notices/notices';
import { ConfirmByTyping } from '../../../admin/parts/ConfirmByTyping';
import { askForErasure, ownRequestsQuery } from './queries';
import { useTexts } from './texts';

export function ErasureDialog({ user, onClose }: { user: CurrentUser; onClose: () => void }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const ask = useMutation({
    mutationFn: () => askForErasure(user.userName, reason.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries(ownRequestsQuery(user.id));
      notify('done', t('erasureAsked'));
      onClose();
    },
  });
  return (
    <ConfirmByTyping
      opened
      title={t('erasure')}
      word={user.userName}
      act={t('erasureAct')}
      onAct={ask.mutate}
      busy={ask.isPending}
      error={ask.error}
      onClose={onClose}
    >
      <p style={{ marginBottom: '0.75rem' }}>{t('erasureText')}</p>
      <ReasonField label={t('reason')} value={reason} onChange={setReason} />
    </ConfirmByTyping>
  );
}
