import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { kindNameOf } from './kind-name';
import { meetingTypesQuery } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly value: MeetingKind;
  readonly onChange: (kind: MeetingKind) => void;
  readonly disabled?: boolean;
}

/** The type of a meeting, by the names that the reader's province gave them. */
export function KindSelect({ value, onChange, disabled }: Props) {
  const t = useTexts();
  const { data, error } = useQuery(meetingTypesQuery());
  const types = data?.items ?? [];
  return (
    <Select
      label={t('kind')}
      data={types.map(({ kind, nameVi, nameEn }) => ({
        value: kind,
        label: kindNameOf({ kindName: { vi: nameVi, en: nameEn } }),
      }))}
      value={value}
      allowDeselect={false}
      disabled={disabled ?? false}
      error={data || !error ? null : t('kindsMissing')}
      onChange={(chosen) => {
        const type = types.find(({ kind }) => kind === chosen);
        if (type) onChange(type.kind);
      }}
    />
  );
}
