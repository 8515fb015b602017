import type { GrantRecord } from '@diemcau/contracts/identity/grants';
import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { Checkbox, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { endOfDay, startOfDay, today } from '../../../admin/dates/format';
import { notify } from '../../../admin/notices/notices';
import { Dialog } from '../../../admin/parts/Dialog';
import { useRoles } from '../../../admin/roles';
import { ColleaguePicker } from './ColleaguePicker';
import { type Colleague, delegate } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly user: CurrentUser;
  readonly grants: readonly GrantRecord[];
  readonly onClose: () => void;
}

/** Lends own roles to a colleague for the days of an absence (I4). */
export function DelegateDialog({ user, grants, onClose }: Props) {
  const t = useTexts();
  const { nameOf } = useRoles();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>(grants.map(({ id }) => id));
  const [colleague, setColleague] = useState<Colleague | null>(null);
  const [from, setFrom] = useState<string | null>(today());
  const [to, setTo] = useState<string | null>(null);
  const lend = useMutation({
    mutationFn: ({ userId, first, last }: { userId: string; first: string; last: string }) =>
      delegate({ grantIds: [...chosen], userId, validFrom: startOfDay(first), validTo: endOfDay(last) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['me', 'grants'] });
      notify('done', t('delegated'));
      onClose();
    },
  });
  const act = () => {
    if (colleague && from && to) lend.mutate({ userId: colleague.userId, first: from, last: to });
  };
  return (
    <Dialog
      opened
      title={t('delegate')}
      act={t('delegateAct')}
      ready={colleague !== null && from !== null && to !== null && to >= from && chosen.length > 0}
      onAct={act}
      busy={lend.isPending}
      error={lend.error}
      onClose={onClose}
    >
      <p>{t('delegateText')}</p>
      <Checkbox.Group label={t('which')} value={[...chosen]} onChange={setChosen}>
        <Stack gap="xs" mt={6}>
          {grants.map(({ id, role, unitName }) => (
            <Checkbox key={id} value={id} label={`${nameOf(role)}, ${unitName}`} />
          ))}
        </Stack>
      </Checkbox.Group>
      <ColleaguePicker user={user} value={colleague} onChange={setColleague} />
      <Group grow align="flex-start">
        <DayField label={t('firstDay')} value={from} onChange={setFrom} min={today()} />
        <DayField label={t('lastDay')} value={to} onChange={setTo} min={from ?? today()} />
      </Group>
    </Dialog>
  );
}
