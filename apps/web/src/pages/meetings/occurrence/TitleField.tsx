import { TextInput } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (title: string) => void;
}

/** What a point of the agenda or of the preparation is called: what its dialog begins with. */
export function TitleField({ label, value, onChange }: Props) {
  return (
    <TextInput
      label={label}
      value={value}
      maxLength={300}
      required
      data-autofocus
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
