import { body } from '@diemcau/client/rest';
import { Button, NumberInput, Pill, Select, TextInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdmin } from '../../../admin/permissions';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { UnitName } from '../../../admin/units/UnitName';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { rest } from '../../../api/rest';
import { planTrial, trialsKey } from './queries';
import { useTexts } from './texts';

/** What the browser's own field says, in Vietnam's time. */
const instantOf = (local: string): string => `${local}:00+07:00`;

export function PlanDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { unitId: ownUnitId } = useAdmin();
  const rooms = useQuery({ queryKey: ['work', 'rooms'], queryFn: () => body(rest.GET('/api/v1/rooms')) });
  const [title, setTitle] = useState('');
  const [roomId, setRoomId] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [requiredMbps, setRequired] = useState(10);
  const [invited, setInvited] = useState<readonly string[]>([]);
  const [unit, setUnit] = useState<string | null>(null);
  const plan = useAct(planTrial, { done: t('saved'), changes: [trialsKey], after: onClose });
  const ready = title.trim() !== '' && roomId !== null && from < until && from !== '';
  const add = () => {
    if (unit) setInvited([...new Set([...invited, unit])]);
    setUnit(null);
  };
  return (
    <Dialog
      opened
      title={t('plan')}
      act={t('plan')}
      ready={ready}
      busy={plan.isPending}
      error={plan.error}
      onClose={onClose}
      onAct={() =>
        plan.mutate({
          unitId: ownUnitId,
          title: title.trim(),
          roomId: roomId ?? '',
          startsAt: instantOf(from),
          endsAt: instantOf(until),
          requiredMbps,
          invitedUnitIds: [...invited],
        })
      }
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Select
        label={t('room')}
        required
        data={(rooms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={roomId}
        onChange={setRoomId}
      />
      <TextInput
        type="datetime-local"
        label={t('from')}
        required
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t('until')}
        required
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <NumberInput
        label={t('requiredMbps')}
        min={1}
        max={1000}
        value={requiredMbps}
        onChange={(value) => setRequired(Number(value) || 10)}
      />
      <UnitPicker label={t('invited')} description={t('invitedHint')} value={unit} onChange={setUnit} />
      <Button variant="default" onClick={add} disabled={unit === null} style={{ alignSelf: 'flex-start' }}>
        {t('addUnit')}
      </Button>
      <Pill.Group>
        {invited.map((unitId) => (
          <Pill
            key={unitId}
            withRemoveButton
            removeButtonProps={{ 'aria-label': t('remove', { name: '' }), tabIndex: 0, 'aria-hidden': false }}
            onRemove={() => setInvited(invited.filter((one) => one !== unitId))}
          >
            <UnitName unitId={unitId} />
          </Pill>
        ))}
      </Pill.Group>
    </Dialog>
  );
}
