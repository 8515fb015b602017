import type { UserDetails } from '@diemcau/contracts/identity/user-views';
import { Select, Switch } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../../admin/dates/DayField';
import { endOfDay, startOfDay } from '../../../../admin/dates/format';
import { useFaults } from '../../../../admin/forms/faults';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { useAdmin } from '../../../../admin/permissions';
import { useRoles } from '../../../../admin/roles';
import { UnitPicker } from '../../../../admin/units/UnitPicker';
import { giveRole, peopleKey } from '../queries';
import { useTexts } from '../texts';

/** Only roles that the caller could give are offered (I4); the server looks again. */
export function GiveDialog({ person, onClose }: { person: UserDetails; onClose: () => void }) {
  const t = useTexts();
  const { permissions } = useAdmin();
  const { roles, nameOf } = useRoles();
  const [role, setRole] = useState<string | null>(null);
  const [unitId, setUnitId] = useState<string | null>(person.unitId);
  const [subtree, setSubtree] = useState(true);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const give = useAct(giveRole, {
    done: t('roleGiven'),
    changes: [peopleKey, ['admin', 'roles'], ['admin', 'grants']],
    after: onClose,
  });
  const faultOf = useFaults(give.error);
  const offered = roles.filter((one) => one.permissions.every((each) => permissions.includes(each)));
  const submit = () => {
    if (!role || !unitId) return;
    give.mutate({
      userId: person.id,
      role,
      unitId,
      subtree,
      ...(from && { validFrom: startOfDay(from) }),
      ...(to && { validTo: endOfDay(to) }),
    });
  };
  return (
    <Dialog
      opened
      title={t('giveTitle', { name: person.displayName })}
      onClose={onClose}
      act={t('giveRole')}
      onAct={submit}
      busy={give.isPending}
      ready={role !== null && unitId !== null}
      error={give.error}
    >
      <Select
        label={t('role')}
        required
        searchable
        allowDeselect={false}
        data={offered.map(({ key }) => ({ value: key, label: nameOf(key) }))}
        value={role}
        onChange={setRole}
        error={faultOf('role')}
      />
      <UnitPicker
        label={t('roleAt')}
        value={unitId}
        onChange={setUnitId}
        error={faultOf('unitId')}
        required
      />
      <Switch
        label={t('withBelow')}
        checked={subtree}
        onChange={(event) => setSubtree(event.currentTarget.checked)}
      />
      <DayField label={t('validFrom')} description={t('validFromHint')} value={from} onChange={setFrom} />
      <DayField
        label={t('validTo')}
        description={t('validToHint')}
        value={to}
        onChange={setTo}
        error={faultOf('validTo')}
      />
    </Dialog>
  );
}
