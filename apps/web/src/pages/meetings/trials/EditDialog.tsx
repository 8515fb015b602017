import type { Trial } from '@diemcau/contracts/meetings/trials';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { useReadVersion } from '../../../admin/forms/use-read-version';
import { Dialog } from '../../../admin/parts/Dialog';
import { useAdmin } from '../../../admin/permissions';
import { type ChosenUnits, wantedOf } from './chosen-units';
import { changeTrial, trialsKey } from './queries';
import { useTexts } from './texts';
import { instantOf, localOf } from './times';
import { UnitsField } from './UnitsField';
import { isTimed, type WindowDraft, WindowFields } from './WindowFields';

/** A window goes on longer, takes units that were forgotten; until it opens it may begin another time, too. */
export function EditDialog({ trial, onClose }: { readonly trial: Trial; readonly onClose: () => void }) {
  const t = useTexts();
  const { unitId: ownUnitId } = useAdmin();
  const [draft, setDraft] = useState<WindowDraft>({
    title: trial.title,
    from: localOf(trial.startsAt),
    until: localOf(trial.endsAt),
  });
  const { title, from, until } = draft;
  const [units, setUnits] = useState<ChosenUnits>({ how: 'each', each: [], unitId: ownUnitId, types: [] });
  const change = useAct(changeTrial, {
    done: ({ invited }) => t('changed', { n: invited }),
    changes: [trialsKey],
    after: onClose,
  });
  const version = useReadVersion(trial.version, change.error);
  return (
    <Dialog
      opened
      title={t('editTitle')}
      act={t('save')}
      ready={isTimed(draft)}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onAct={() => {
        const { unitIds, ...below } = wantedOf(units);
        change.mutate({
          trialId: trial.id,
          version,
          title: title.trim(),
          // What was not touched is left out: fields know no seconds.
          ...(from !== localOf(trial.startsAt) && { startsAt: instantOf(from) }),
          ...(until !== localOf(trial.endsAt) && { endsAt: instantOf(until) }),
          addedUnitIds: unitIds,
          ...below,
        });
      }}
    >
      <WindowFields value={draft} onChange={setDraft} begun={trial.state !== 'planned'} />
      <UnitsField label={t('forgotten')} value={units} onChange={setUnits} />
    </Dialog>
  );
}
