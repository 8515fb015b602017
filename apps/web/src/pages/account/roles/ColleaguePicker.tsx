import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Colleague, findColleagues } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly user: CurrentUser;
  readonly value: Colleague | null;
  readonly onChange: (colleague: Colleague | null) => void;
}

export function ColleaguePicker({ user, value, onChange }: Props) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const words = ({ name, unitName }: Colleague): string => `${name} · ${unitName}`;
  const [q] = useDebouncedValue(value && typed === words(value) ? '' : typed, 250);
  const maySeeUsers = user.permissions.includes('users.read');
  const { data = [], isPending } = useQuery({
    queryKey: ['me', 'colleagues', maySeeUsers, q],
    queryFn: () => findColleagues(q, maySeeUsers),
    placeholderData: keepPreviousData,
  });
  const others = data.filter(({ userId }) => userId !== user.id);
  const shown = value && !others.some(({ userId }) => userId === value.userId) ? [value, ...others] : others;
  return (
    <Select
      label={t('toWhom')}
      placeholder={t('toWhomPlaceholder')}
      data={[...new Map(shown.map((one) => [one.userId, { value: one.userId, label: words(one) }])).values()]}
      value={value?.userId ?? null}
      onChange={(id) => onChange(shown.find(({ userId }) => userId === id) ?? null)}
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t(isPending ? 'searching' : 'nobody')}
    />
  );
}
