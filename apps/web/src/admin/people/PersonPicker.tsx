import { body } from '@diemcau/client/rest';
import type { UserKind, UserView } from '@diemcau/contracts/identity/user-views';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { rest } from '../../api/rest';
import { type PickOption, PickSelect } from '../parts/PickSelect';
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
  const [chosen, setChosen] = useState<PickOption | null>(null);
  // Chosen before this field was opened, as when a form is changed.
  const before = useQuery({
    queryKey: ['admin', 'people', 'picked', value],
    queryFn: () => body(rest.GET('/api/v1/users/{userId}', { params: { path: { userId: value ?? '' } } })),
    enabled: value !== null && chosen === null,
    staleTime: 60_000,
  });
  const picked = chosen ?? (before.data && value !== null ? optionOf(before.data, false) : null);
  const wanted = typed === picked?.label ? '' : typed;
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
  const options = (found.data?.items ?? []).map((person) => optionOf(person, stale));
  if (picked && !options.some((one) => one.value === picked.value)) options.unshift(picked);
  return (
    <PickSelect
      {...field}
      size="md"
      options={options}
      value={value}
      onChange={(userId) => {
        const one = options.find((option) => option.value === userId);
        setChosen(one ? { ...one, disabled: false } : null);
        onChange(userId);
      }}
      onSearchChange={setTyped}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      placeholder={t('placeholder')}
      // Without it the list stays closed until there is something in it.
      nothingFoundMessage={found.isPending ? undefined : t(stale ? 'searching' : 'nothing')}
    />
  );
}

const optionOf = (
  { id, displayName, userName, unitName }: Pick<UserView, 'id' | 'displayName' | 'userName' | 'unitName'>,
  disabled: boolean,
): PickOption => ({ value: id, label: displayName, detail: `${userName} · ${unitName}`, disabled });
