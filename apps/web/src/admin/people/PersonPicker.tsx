import { body } from '@diemcau/client/rest';
import type { UserKind } from '@diemcau/contracts/identity/user-views';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { rest } from '../../api/rest';
import { useTexts } from './texts';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (userId: string | null) => void;
  readonly kind?: UserKind;
  /** Only of this unit and below. */
  readonly unitId?: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
}

/** One person within the caller's scope, found by name, user name or code. Needs `users.read`. `<PersonPicker label=… />` */
export function PersonPicker({ value, kind, unitId, onChange, ...field }: Props) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const wanted = typed === chosen?.label ? '' : typed;
  const [q] = useDebouncedValue(wanted, 250);
  const found = useQuery({
    queryKey: ['admin', 'people', 'pick', q, kind ?? null, unitId ?? null],
    queryFn: () =>
      body(
        rest.GET('/api/v1/users', {
          params: { query: { limit: 20, ...(q && { q }), ...(kind && { kind }), ...(unitId && { unitId }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  // What was found for other words cannot be picked by a quick Enter.
  const stale = q !== wanted || found.isPlaceholderData;
  const data = (found.data?.items ?? []).map(({ id, displayName, unitName }) => ({
    value: id,
    label: `${displayName} – ${unitName}`,
    disabled: stale,
  }));
  if (chosen && !data.some((one) => one.value === chosen.value)) data.unshift({ ...chosen, disabled: false });
  return (
    <Select
      {...field}
      size="md"
      data={data}
      value={value}
      onChange={(userId) => {
        setChosen(data.find((one) => one.value === userId) ?? null);
        onChange(userId);
      }}
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      placeholder={t('placeholder')}
      // Without it the list stays closed until there is something in it.
      nothingFoundMessage={found.isPending ? undefined : t(stale ? 'searching' : 'nothing')}
    />
  );
}
