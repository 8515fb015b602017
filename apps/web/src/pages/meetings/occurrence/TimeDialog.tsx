import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { useReadVersion } from '../../../admin/forms/use-read-version';
import { Dialog } from '../../../admin/parts/Dialog';
import { meetingsKey, rescheduleMeeting } from './queries';
import { TakenTrouble } from './TakenTrouble';
import { instantsOf, timesOf } from './times';
import { TimeFields } from './TimeFields';
import { useTexts } from './texts';

/** A new time for a meeting that was postponed. */
export function TimeDialog({ meeting, onClose }: { meeting: Occurrence; onClose: () => void }) {
  const t = useTexts();
  const [times, setTimes] = useState(() => timesOf(meeting.startsAt, meeting.endsAt));
  const act = useAct(rescheduleMeeting, {
    changes: [meetingsKey],
    done: t('done_reschedule'),
    after: onClose,
  });
  const version = useReadVersion(meeting.version, act.error);
  const instants = instantsOf(times);
  return (
    <Dialog
      opened
      title={t('reschedule')}
      act={t('reschedule')}
      onAct={() => instants && act.mutate({ occurrenceId: meeting.id, version, ...instants })}
      onClose={onClose}
      busy={act.isPending}
      ready={instants !== null}
    >
      <TimeFields times={times} onChange={setTimes} />
      <TakenTrouble error={act.error} />
    </Dialog>
  );
}
