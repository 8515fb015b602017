import type { CurrentUser } from '@diemcau/contracts/identity/sessions';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type PickOption, PickSelect } from '../../../admin/parts/PickSelect';
import { type Colleague, findColleagues } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly user: CurrentUser;
  readonly value: Colleague | null;
  readonly onChange: (colleague: Colleague | null) => void;
}

/** Somebody to lend roles to, by name; each with what tells them from their namesakes. */
export function ColleaguePicker({ user, value, onChange }: Props) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const wanted = typed === value?.name ? '' : typed;
  const [q] = useDebouncedValue(wanted, 250);
  const maySeeUsers = user.permissions.includes('users.read');
  const found = useQuery({
    queryKey: ['me', 'colleagues', maySeeUsers, q],
    queryFn: () => findColleagues(q, maySeeUsers),
    placeholderData: keepPreviousData,
  });
  // What was found for other words cannot be picked by a quick Enter.
  const stale = q !== wanted || found.isPlaceholderData;
  const others = (found.data ?? []).filter(({ userId }) => userId !== user.id);
  const shown = value && !others.some(({ userId }) => userId === value.userId) ? [value, ...others] : others;
  const optionOf = (one: Colleague): PickOption => ({
    value: one.userId,
    label: one.name,
    detail: one.detail,
    disabled: stale && one !== value,
  });
  return (
    <PickSelect
      label={t('toWhom')}
      placeholder={t('toWhomPlaceholder')}
      options={shown.map(optionOf)}
      value={value?.userId ?? null}
      onChange={(id) => onChange(shown.find(({ userId }) => userId === id) ?? null)}
      onSearchChange={setTyped}
      nothingFoundMessage={t(found.isPending || stale ? 'searching' : 'nobody')}
    />
  );
}
