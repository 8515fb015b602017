import '@mantine/core/styles/Checkbox.css';
import type { Training } from '@diemcau/contracts/meetings/trainings';
import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { useAdmin } from '../../admin/permissions';
import { UnitPicker } from '../../admin/units/UnitPicker';
import { Candidates } from './Candidates';
import { registerPeople, trainingsKey } from './queries';
import { useTexts } from './texts';

const most = 200;

/** A school registers many at once: it chooses a unit, and ticks who comes. */
export function RegisterDialog({ training, onClose }: { training: Training; onClose: () => void }) {
  const t = useTexts();
  const { unitId: ownUnitId } = useAdmin();
  const free = training.places.find(({ taken, capacity }) => taken < capacity);
  const [siteId, setSiteId] = useState(free?.siteId ?? null);
  const [unitId, setUnitId] = useState<string | null>(ownUnitId);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const [userIds, setUserIds] = useState<ReadonlySet<string>>(new Set());
  const register = useAct(registerPeople, {
    done: ({ added }) => t('added', { n: added }),
    changes: [trainingsKey],
    after: onClose,
  });
  const place = training.places.find((one) => one.siteId === siteId);
  const left = place ? place.capacity - place.taken : 0;
  return (
    <Dialog
      opened
      title={t('register')}
      act={t('registerN', { n: userIds.size })}
      ready={siteId !== null && userIds.size > 0 && userIds.size <= Math.min(left, most)}
      busy={register.isPending}
      error={register.error}
      onClose={onClose}
      onAct={() => register.mutate({ trainingId: training.id, siteId: siteId ?? '', userIds: [...userIds] })}
    >
      <Select
        label={t('site')}
        data={training.places.map(({ siteId: value, siteName, taken, capacity }) => ({
          value,
          label: `${siteName} (${t('taken', { taken, capacity })})`,
          disabled: taken >= capacity,
        }))}
        value={siteId}
        onChange={setSiteId}
        allowDeselect={false}
        error={userIds.size > left ? t('tooMany', { n: userIds.size, left }) : undefined}
      />
      <UnitPicker label={t('worksAt')} clearable={false} value={unitId} onChange={setUnitId} />
      <TextInput
        label={t('person')}
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {unitId && (
        <Candidates
          key={`${unitId} ${q}`}
          of={{ trainingId: training.id, unitId, q }}
          chosen={userIds}
          onChange={setUserIds}
        />
      )}
    </Dialog>
  );
}
