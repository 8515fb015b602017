import { Textarea } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly required?: boolean;
  /** The field of its dialog that is written in first. */
  readonly 'data-autofocus'?: boolean;
}

/** Why something is done, as long as the server takes it: 500 characters. */
export function ReasonField({ onChange, ...rest }: Props) {
  return (
    <Textarea
      {...rest}
      maxLength={500}
      autosize
      minRows={2}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
