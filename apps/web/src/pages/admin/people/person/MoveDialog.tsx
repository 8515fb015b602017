import type { UserDetails } from '@diemcau/contracts/identity/user-views';
import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../../admin/forms/faults';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { moveUser, peopleKey } from '../queries';
import { useTexts } from '../texts';

export function MoveDialog({ person, onClose }: { person: UserDetails; onClose: () => void }) {
  const t = useTexts();
  const [unitId, setUnitId] = useState<string | null>(null);
  const [end, setEnd] = useState(true);
  const move = useAct(moveUser, { done: t('moved'), changes: [peopleKey], after: onClose });
  const faultOf = useFaults(move.error);
  const submit = () => {
    if (unitId)
      move.mutate({ userId: person.id, version: person.version, unitId, grants: end ? 'end' : 'keep' });
  };
  return (
    <Dialog
      opened
      title={t('moveTitle', { name: person.displayName })}
      onClose={onClose}
      act={t('move')}
      onAct={submit}
      busy={move.isPending}
      ready={unitId !== null && unitId !== person.unitId}
      error={move.error}
    >
      <p>{t('moveFrom', { unit: person.unitName })}</p>
      <UnitPicker
        label={t('newUnit')}
        value={unitId}
        onChange={setUnitId}
        error={faultOf('unitId')}
        required
      />
      <Switch
        label={t('endRoles')}
        description={t('endRolesHint')}
        checked={end}
        onChange={(event) => setEnd(event.currentTarget.checked)}
      />
      {person.kind === 'student' && <p>{t('leavesClasses')}</p>}
    </Dialog>
  );
}
