import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { PersonPicker } from '../../../admin/people/PersonPicker';
import { invitationsKey, invite } from './queries';
import { useTexts } from './texts';

export function InviteDialog({ occurrenceId, onClose }: { occurrenceId: string; onClose: () => void }) {
  const t = useTexts();
  const [userId, setUserId] = useState<string | null>(null);
  const add = useAct((id: string) => invite(occurrenceId, [id]), {
    done: t('invitedDone'),
    changes: [invitationsKey],
    after: onClose,
  });
  return (
    <Dialog
      opened
      title={t('inviteMore')}
      act={t('inviteAct')}
      ready={userId !== null}
      onAct={() => userId !== null && add.mutate(userId)}
      busy={add.isPending}
      error={add.error}
      onClose={onClose}
    >
      <PersonPicker
        label={t('person')}
        description={t('inviteHint')}
        value={userId}
        onChange={setUserId}
        kind="staff"
        required
      />
    </Dialog>
  );
}
