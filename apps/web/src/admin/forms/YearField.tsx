import '@mantine/core/styles/NumberInput.css';
import { NumberInput } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly onChange: (year: number) => void;
}

/** A year, told only once it is one: not while its first figures are typed. */
export function YearField({ label, value, onChange }: Props) {
  return (
    <NumberInput
      label={label}
      w={120}
      min={2000}
      max={2999}
      allowDecimal={false}
      value={value}
      onChange={(year) => typeof year === 'number' && year >= 2000 && year <= 2999 && onChange(year)}
    />
  );
}
