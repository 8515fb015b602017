import { body } from '@diemcau/client/rest';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rest } from '../../../api/rest';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (siteId: string | null) => void;
}

/** One site that the caller sees, found by typing. */
export function SitePicker({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const wanted = typed === chosen?.label ? '' : typed;
  const [q] = useDebouncedValue(wanted, 250);
  const found = useQuery({
    queryKey: ['work', 'sites', 'pick', q],
    queryFn: () => body(rest.GET('/api/v1/sites', { params: { query: { limit: 20, ...(q && { q }) } } })),
    placeholderData: keepPreviousData,
  });
  const data = (found.data?.items ?? []).map(({ id, name, unitName }) => ({
    value: id,
    label: `${name} – ${unitName}`,
    // What was found for other words cannot be picked by a quick Enter.
    disabled: q !== wanted || found.isPlaceholderData,
  }));
  if (chosen && !data.some((one) => one.value === chosen.value)) data.unshift({ ...chosen, disabled: false });
  return (
    <Select
      label={label}
      size="md"
      data={data}
      value={value}
      onChange={(siteId) => {
        setChosen(data.find((one) => one.value === siteId) ?? null);
        onChange(siteId);
      }}
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      required
    />
  );
}
