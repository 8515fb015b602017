import { body } from '@diemcau/client/rest';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { rest } from '../../api/rest';
import { useTexts } from './texts';
import { unitQuery } from './unit-query';

interface Props {
  readonly label: string;
  /** Id of the unit, or null for none. */
  readonly value: string | null;
  readonly onChange: (unitId: string | null) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  /** May be emptied again; false for what always needs a unit. */
  readonly clearable?: boolean;
  readonly size?: 'sm' | 'md';
  /** For filters: the label is only spoken. */
  readonly hideLabel?: boolean;
}

/**
 * One unit of the province, found by typing, without accents. `<UnitPicker label={t('unit')} value={id} onChange={setId}/>`
 * The list is the server's search, 20 at a time.
 */
export function UnitPicker({
  value,
  onChange,
  clearable = true,
  size = 'md',
  hideLabel,
  label,
  ...rest_
}: Props) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const chosen = useQuery({ ...unitQuery(value ?? ''), enabled: value !== null });
  const name = chosen.data?.name ?? '';
  const wanted = typed === name ? '' : typed;
  const [q] = useDebouncedValue(wanted, 250);
  const found = useQuery({
    queryKey: ['admin', 'units', 'pick', q],
    queryFn: () => body(rest.GET('/api/v1/units', { params: { query: { limit: 20, ...(q && { q }) } } })),
    placeholderData: keepPreviousData,
  });
  // What was found for other words cannot be picked by a quick Enter.
  const stale = q !== wanted || found.isPlaceholderData;
  const units = found.data?.items ?? [];
  const data = units.map((unit) => ({ value: unit.id, label: unit.name, disabled: stale }));
  if (chosen.data && !units.some(({ id }) => id === value))
    data.unshift({ value: chosen.data.id, label: name, disabled: false });
  return (
    <Select
      {...rest_}
      {...(hideLabel ? { 'aria-label': label } : { label })}
      size={size}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('clear') }}
      placeholder={hideLabel ? label : t('placeholder')}
      // Without it the list stays closed until there is something in it.
      nothingFoundMessage={found.isPending ? undefined : t(stale ? 'searching' : 'nothing')}
      maxDropdownHeight={320}
    />
  );
}
