import { body } from '@diemcau/client/rest';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rest } from '../../../api/rest';
import { useTexts } from './texts';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (siteId: string | null, site: SiteLine | null) => void;
  /** These are not offered: they are chosen elsewhere on the page. */
  readonly without?: readonly string[];
  /** Of the value, where the page knows it. */
  readonly name?: string | undefined;
  readonly required?: boolean;
  /** The label is only spoken. */
  readonly hideLabel?: boolean;
}

const none: readonly string[] = [];

/** One site that the caller sees, found by typing, without accents. The list is the server's search, 20 at a time. */
export function SitePicker({
  label,
  value,
  onChange,
  without = none,
  name,
  required = false,
  hideLabel,
}: Props) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<SiteLine | null>(null);
  const known = value === null ? null : picked?.id === value ? labelOf(picked) : (name ?? '…');
  const wanted = typed === known ? '' : typed;
  const [q] = useDebouncedValue(wanted, 250);
  const found = useQuery({
    queryKey: ['work', 'sites', 'pick', q],
    queryFn: () => body(rest.GET('/api/v1/sites', { params: { query: { limit: 20, ...(q && { q }) } } })),
    placeholderData: keepPreviousData,
  });
  // What was found for other words cannot be picked by a quick Enter.
  const stale = q !== wanted || found.isPlaceholderData;
  const sites = (found.data?.items ?? []).filter(({ id }) => !without.includes(id));
  // Nobody meets there for now: shown, so that who looks for it knows why it cannot be picked.
  const data = sites.map((site) => ({
    value: site.id,
    label: isClosed(site) ? t('closed', { site: labelOf(site) }) : labelOf(site),
    disabled: stale || isClosed(site),
  }));
  if (value !== null && known !== null && !sites.some(({ id }) => id === value)) {
    data.unshift({ value, label: known, disabled: false });
  }
  return (
    <Select
      {...(hideLabel
        ? { 'aria-label': label, placeholder: label }
        : { label, placeholder: t('placeholder') })}
      data={data}
      value={value}
      onChange={(siteId) => {
        const site = sites.find(({ id }) => id === siteId) ?? null;
        setPicked(site);
        if (value === null) setTyped('');
        onChange(siteId, site);
      }}
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      required={required}
      // Without it the list stays closed until there is something in it.
      nothingFoundMessage={found.isPending ? undefined : t(stale ? 'searching' : 'nothing')}
    />
  );
}

const labelOf = ({ name, unitName }: SiteLine): string => `${name} – ${unitName}`;
const isClosed = ({ state }: SiteLine): boolean => state === 'suspended' || state === 'retired';
