import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { useReadVersion } from '../../../admin/forms/use-read-version';
import { Dialog } from '../../../admin/parts/Dialog';
import { contentOf, draftOf } from './meeting-draft';
import { MeetingFields } from './MeetingFields';
import { changeMeeting, meetingsKey } from './queries';
import { TakenTrouble } from './TakenTrouble';
import { useTexts } from './texts';

/** Title, time, people, letter, sites of one meeting. */
export function ChangeDialog({ meeting, onClose }: { meeting: Occurrence; onClose: () => void }) {
  const t = useTexts();
  const [draft, setDraft] = useState(() => draftOf(meeting));
  const act = useAct(changeMeeting, { changes: [meetingsKey], done: t('done_change'), after: onClose });
  const version = useReadVersion(meeting.version, act.error);
  const content = contentOf(draft);
  const submit = () => {
    if (!content) return;
    const { kind: _kind, agenda: _agenda, dispatch, ...changes } = content;
    const fileId = meeting.dispatch?.fileId ?? null;
    act.mutate({
      occurrenceId: meeting.id,
      version,
      ...changes,
      dispatch: dispatch ? { ...dispatch, fileId } : null,
    });
  };
  return (
    <Dialog
      opened
      width={820}
      title={t('change')}
      act={t('save')}
      onAct={submit}
      onClose={onClose}
      busy={act.isPending}
      ready={content !== null}
    >
      <MeetingFields unitId={meeting.unitId} draft={draft} onChange={setDraft} isNew={false} />
      <TakenTrouble error={act.error} />
    </Dialog>
  );
}
