import type { Feed } from '@diemcau/contracts/meetings/feeds';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { feedsKey, revokeFeed } from './queries';
import { useTexts } from './texts';

export function RevokeFeedDialog({ of: { id, name }, onClose }: { of: Feed; onClose: () => void }) {
  const t = useTexts();
  const revoke = useAct(revokeFeed, { done: t('revoked'), changes: [feedsKey], after: onClose });
  return (
    <Dialog
      opened
      danger
      title={t('revokeTitle', { name })}
      act={t('revoke')}
      onAct={() => revoke.mutate(id)}
      busy={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
    >
      <p>{t('revokeText')}</p>
    </Dialog>
  );
}
