import { TextInput } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (local: string) => void;
}

/** Day and time in one field, the browser's own: `2026-11-20T08:00`. */
export function TimeField({ label, value, onChange }: Props) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
