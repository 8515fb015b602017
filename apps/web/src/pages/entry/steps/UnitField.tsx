import type { NamePolicy } from '@diemcau/contracts/meetings/rooms';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { SuggestField } from '../../../parts/SuggestField';
import type { EntryName } from '../name-policy';
import { invitedUnitsQuery } from '../queries';
import { useTexts } from '../texts';

interface Props {
  readonly slug: string;
  readonly policy: NamePolicy;
  readonly name: EntryName;
  readonly error: string | null;
  readonly onChange: (name: EntryName) => void;
}

/** The name as the room wants it: picked from the invited list, typed in full, or either (TM-2b). */
export function UnitField(props: Props) {
  return props.policy.mode === 'typeOnly' ? <TypedName {...props} /> : <PickedName {...props} />;
}

function TypedName({ policy, name, error, onChange }: Props) {
  const t = useTexts();
  return (
    <TextInput
      label={t('nameLabel')}
      description={t('nameExample', { example: policy.exampleName })}
      value={name.fullName}
      error={error}
      maxLength={120}
      autoComplete="organization"
      onChange={(event) => onChange({ fullName: event.currentTarget.value })}
    />
  );
}

function PickedName({ slug, policy, name, error, onChange }: Props) {
  const t = useTexts();
  const [words] = useDebouncedValue(name.fullName.trim(), 200);
  const { data } = useQuery(invitedUnitsQuery(slug, words));
  const units = data?.items ?? [];
  const pickOnly = policy.mode === 'pickOnly';
  const typed = name.fullName.normalize('NFC').trim();
  const match = units.find((unit) => unit.name === typed)?.id;
  const picked = useEffectEvent((unitId: string) => onChange({ fullName: name.fullName, unitId }));
  useEffect(() => {
    // Written out in full is as good as picked.
    if (match) picked(match);
  }, [match]);
  return (
    <SuggestField
      label={t(pickOnly ? 'nameLabelPick' : 'nameLabel')}
      description={`${t('nameExample', { example: policy.exampleName })}. ${t(pickOnly ? 'nameSearchPick' : 'nameSearch')}`}
      value={name.fullName}
      error={error}
      maxLength={120}
      suggestions={match ? [] : [...new Set(units.map((unit) => unit.name))]}
      onChange={(fullName) => onChange({ fullName })}
    />
  );
}
