import type { UserDetails } from '@diemcau/contracts/identity/user-views';
import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../../../admin/dates/DayField';
import { endOfDay, startOfDay, today } from '../../../../admin/dates/format';
import { useFaults } from '../../../../admin/forms/faults';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { Trouble } from '../../../../admin/parts/Trouble';
import { useAdmin } from '../../../../admin/permissions';
import { useRoles } from '../../../../admin/roles';
import { currentGrantsQuery, delegate, peopleKey } from '../queries';
import { useTexts } from '../texts';

/** Lends the caller's own roles to this person for as long as the caller is absent. */
export function DelegateDialog({ person, onClose }: { person: UserDetails; onClose: () => void }) {
  const t = useTexts();
  const { id } = useAdmin();
  const { nameOf } = useRoles();
  const own = useQuery(currentGrantsQuery(id));
  const [grantIds, setGrantIds] = useState<string[]>([]);
  const [from, setFrom] = useState<string | null>(today);
  const [to, setTo] = useState<string | null>(null);
  const lend = useAct(delegate, { done: t('delegatedDone'), changes: [peopleKey], after: onClose });
  const faultOf = useFaults(lend.error);
  const submit = () => {
    if (from && to) {
      lend.mutate({ grantIds, userId: person.id, validFrom: startOfDay(from), validTo: endOfDay(to) });
    }
  };
  return (
    <Dialog
      opened
      title={t('delegateTitle', { name: person.displayName })}
      onClose={onClose}
      act={t('delegateYes')}
      onAct={submit}
      busy={lend.isPending}
      ready={grantIds.length > 0 && from !== null && to !== null}
      error={lend.error}
    >
      <p>{t('delegateText')}</p>
      <Trouble error={own.error} onRetry={own.refetch} />
      <Checkbox.Group label={t('whichRoles')} value={grantIds} onChange={setGrantIds}>
        <Stack gap="xs" mt="xs">
          {own.data?.items
            .filter(({ delegatedFrom }) => delegatedFrom === null)
            .map(({ id: grantId, role, unitName }) => (
              <Checkbox key={grantId} value={grantId} label={`${nameOf(role)}, ${unitName}`} />
            ))}
        </Stack>
      </Checkbox.Group>
      <DayField
        label={t('absentFrom')}
        value={from}
        onChange={setFrom}
        error={faultOf('validFrom')}
        required
      />
      <DayField
        label={t('absentTo')}
        description={t('absentToHint')}
        value={to}
        onChange={setTo}
        error={faultOf('validTo')}
        required
      />
    </Dialog>
  );
}
