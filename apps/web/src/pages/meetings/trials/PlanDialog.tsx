import { body } from '@diemcau/client/rest';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WholeField } from '../../../admin/forms/WholeField';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { useAdmin } from '../../../admin/permissions';
import { rest } from '../../../api/rest';
import { choosesSome, type ChosenUnits, wantedOf } from './chosen-units';
import { planTrial, trialsKey } from './queries';
import { useTexts } from './texts';
import { instantOf } from './times';
import { UnitsField } from './UnitsField';
import { isTimed, type WindowDraft, WindowFields } from './WindowFields';

export function PlanDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { unitId: ownUnitId } = useAdmin();
  const rooms = useQuery({ queryKey: ['work', 'rooms'], queryFn: () => body(rest.GET('/api/v1/rooms')) });
  const [roomId, setRoomId] = useState<string | null>(null);
  const [draft, setDraft] = useState<WindowDraft>({ title: '', from: '', until: '' });
  const [requiredMbps, setRequired] = useState(10);
  const [units, setUnits] = useState<ChosenUnits>({ how: 'below', each: [], unitId: ownUnitId, types: [] });
  const plan = useAct(planTrial, {
    done: ({ invited }) => t('saved', { n: invited }),
    changes: [trialsKey],
    after: onClose,
  });
  const ready = roomId !== null && isTimed(draft) && choosesSome(units);
  return (
    <Dialog
      opened
      title={t('plan')}
      act={t('plan')}
      ready={ready}
      busy={plan.isPending}
      error={plan.error}
      onClose={onClose}
      onAct={() => {
        const { unitIds, ...below } = wantedOf(units);
        plan.mutate({
          unitId: ownUnitId,
          title: draft.title.trim(),
          roomId: roomId ?? '',
          startsAt: instantOf(draft.from),
          endsAt: instantOf(draft.until),
          requiredMbps,
          invitedUnitIds: unitIds,
          ...below,
        });
      }}
    >
      <WindowFields value={draft} onChange={setDraft} />
      <Select
        label={t('room')}
        required
        data={(rooms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={roomId}
        onChange={setRoomId}
      />
      <WholeField label={t('requiredMbps')} max={1000} value={requiredMbps} onChange={setRequired} />
      <UnitsField label={t('invited')} value={units} onChange={setUnits} />
    </Dialog>
  );
}
