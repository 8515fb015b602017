import type { Training } from '@diemcau/contracts/meetings/trainings';
import { body } from '@diemcau/client/rest';
import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { useAdmin, useMay } from '../../admin/permissions';
import { rest } from '../../api/rest';
import { registerPeople, trainingsKey } from './queries';
import { useTexts } from './texts';

/** People by name: who may not read accounts is shown colleagues of the own unit by the roster alone. */
export function RegisterDialog({ training, onClose }: { training: Training; onClose: () => void }) {
  const t = useTexts();
  const found = usePossible();
  const [siteId, setSiteId] = useState<string | null>(training.places[0]?.siteId ?? null);
  const [userIds, setUserIds] = useState<string[]>([]);
  const register = useAct(registerPeople, {
    done: ({ added }) => t('added', { n: added }),
    changes: [trainingsKey],
    after: onClose,
  });
  return (
    <Dialog
      opened
      title={t('register')}
      act={t('register')}
      ready={siteId !== null && userIds.length > 0}
      busy={register.isPending}
      error={register.error}
      onClose={onClose}
      onAct={() => register.mutate({ trainingId: training.id, siteId: siteId ?? '', userIds })}
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
      />
      <MultiSelect
        label={t('person')}
        searchable
        filter={({ options }) => options}
        onSearchChange={found.setTyped}
        data={found.data}
        value={userIds}
        onChange={(chosen) => {
          found.keep(chosen);
          setUserIds(chosen);
        }}
        maxValues={100}
      />
    </Dialog>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The server finds; who was chosen stays in the list whatever is typed next. */
function usePossible() {
  const { unitId } = useAdmin();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const [kept, setKept] = useState<readonly Choice[]>([]);
  const [q] = useDebouncedValue(typed, 250);
  const reads = may('users.read');
  const { data } = useQuery({
    queryKey: ['work', 'people', 'pick', q, reads, unitId],
    queryFn: () => (reads ? peopleNamed(q) : operatorsOf(unitId)),
    placeholderData: keepPreviousData,
  });
  const fresh = (data ?? []).filter(({ value }) => !kept.some((one) => one.value === value));
  const choices = [...kept, ...fresh];
  const keep = (chosen: readonly string[]) => setKept(choices.filter(({ value }) => chosen.includes(value)));
  return { data: choices, setTyped, keep };
}

async function peopleNamed(q: string): Promise<Choice[]> {
  const query = { limit: 20, kind: 'staff' as const, ...(q && { q }) };
  const { items } = await body(rest.GET('/api/v1/users', { params: { query } }));
  return items.map(({ id, displayName, unitName }) => ({ value: id, label: `${displayName} – ${unitName}` }));
}

async function operatorsOf(unitId: string): Promise<Choice[]> {
  const { items } = await body(rest.GET('/api/v1/roster', { params: { query: { unitId, limit: 200 } } }));
  return items.flatMap(({ userId, name, unitName }) =>
    userId === null ? [] : [{ value: userId, label: `${name} – ${unitName}` }],
  );
}
