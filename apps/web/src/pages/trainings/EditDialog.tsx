import type { Training } from '@diemcau/contracts/meetings/trainings';
import { useState } from 'react';
import { useAct } from '../../admin/forms/use-act';
import { useReadVersion } from '../../admin/forms/use-read-version';
import { Dialog } from '../../admin/parts/Dialog';
import { draftOf, isWhole, sentOf } from './event-draft';
import { EventFields } from './EventFields';
import { changeTraining, trainingsKey } from './queries';
import { useTexts } from './texts';

export function EditDialog({ training, onClose }: { training: Training; onClose: () => void }) {
  const t = useTexts();
  const [draft, setDraft] = useState(draftOf(training));
  const change = useAct(changeTraining, { done: t('changed'), changes: [trainingsKey], after: onClose });
  const { id: trainingId } = training;
  const version = useReadVersion(training.version, change.error);
  return (
    <Dialog
      opened
      title={t('edit')}
      act={t('keep')}
      ready={isWhole(draft)}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onAct={() => {
        const { description, registerUntil, ...sent } = sentOf(draft);
        // The field knows no seconds: what was not touched is left out.
        const touched = draft.registerUntil !== draftOf(training).registerUntil;
        change.mutate({
          trainingId,
          version,
          ...sent,
          description: description || null,
          ...(touched && { registerUntil }),
        });
      }}
    >
      <EventFields draft={draft} onChange={setDraft} />
    </Dialog>
  );
}
