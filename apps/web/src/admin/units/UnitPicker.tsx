import { body } from '@diemcau/client/rest';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { rest } from '../../api/rest';
import { type PickOption, PickSelect } from '../parts/PickSelect';
import { useParentNames } from './parent-names';
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
  const shown = chosen.data && !units.some(({ id }) => id === value) ? [chosen.data, ...units] : units;
  const parentNames = useParentNames(shown);
  const options = shown.map((unit): PickOption => ({
    value: unit.id,
    label: unit.name,
    detail: [unit.code, parentNames.get(unit.parentId ?? '')].filter(Boolean).join(' · '),
    disabled: stale && unit !== chosen.data,
  }));
  return (
    <PickSelect
      {...rest_}
      {...(hideLabel ? { 'aria-label': label } : { label })}
      size={size}
      compact={hideLabel}
      options={options}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('clear') }}
      placeholder={hideLabel ? label : t('placeholder')}
      // Without it the list stays closed until there is something in it.
      nothingFoundMessage={found.isPending ? undefined : t(stale ? 'searching' : 'nothing')}
      maxDropdownHeight={320}
    />
  );
}
