import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { meetingsKey, takeBackMeeting } from './queries';
import { useTexts } from './texts';

/** Out of the leader's inbox again: a draft. */
export function TakeBackDialog({ meeting, onClose }: { meeting: Occurrence; onClose: () => void }) {
  const t = useTexts();
  const act = useAct(takeBackMeeting, {
    changes: [meetingsKey],
    done: t('done_takeBack'),
    after: onClose,
  });
  return (
    <Dialog
      opened
      title={t('takeBackTitle', { title: meeting.title })}
      act={t('takeBack')}
      onAct={() => act.mutate(meeting.id)}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
    >
      <p>{t('takeBackText')}</p>
    </Dialog>
  );
}
