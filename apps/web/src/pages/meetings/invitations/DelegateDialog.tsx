import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ReasonField } from '../../../admin/forms/ReasonField';
import { Dialog } from '../../../admin/parts/Dialog';
import { fetchDelegates, invitationsKey } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly invitationId: string;
  readonly title: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDelegate: (delegateId: string, reason: string) => void;
  readonly onClose: () => void;
}

export function DelegateDialog({ invitationId, title, busy, error, onDelegate, onClose }: Props) {
  const t = useTexts();
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), 250);
  const found = useQuery({
    queryKey: [...invitationsKey, 'delegates', invitationId, q],
    queryFn: () => fetchDelegates(invitationId, q),
    placeholderData: keepPreviousData,
  });
  const data = (found.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
  if (chosen && !data.some(({ value }) => value === chosen.value)) data.unshift(chosen);
  return (
    <Dialog
      opened
      title={t('delegateTitle', { title })}
      act={t('delegate')}
      ready={chosen !== null}
      onAct={() => chosen && onDelegate(chosen.value, reason.trim())}
      busy={busy}
      error={error ?? found.error}
      onClose={onClose}
    >
      <Select
        label={t('delegateWho')}
        description={t('delegateHint')}
        data={data}
        value={chosen?.value ?? null}
        onChange={(userId) => setChosen(data.find(({ value }) => value === userId) ?? null)}
        searchable
        onSearchChange={setTyped}
        filter={({ options }) => options}
        nothingFoundMessage={t('nobody')}
        required
        data-autofocus
      />
      <ReasonField label={t('reason')} description={t('reasonHint')} value={reason} onChange={setReason} />
    </Dialog>
  );
}
