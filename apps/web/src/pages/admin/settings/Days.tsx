import '@mantine/core/styles/NumberInput.css';
import { NumberInput } from '@mantine/core';
import { useTexts } from './texts';

interface Props {
  readonly label: string;
  /** Least, most, and what holds unless set. */
  readonly range: readonly [number, number, number];
  readonly value: number;
  readonly onChange: (days: number) => void;
  readonly unit?: 'days' | 'characters';
}

/** A number with its range and default beside it. */
export function Days({ label, range: [min, max, usual], value, onChange, unit = 'days' }: Props) {
  const t = useTexts();
  return (
    <NumberInput
      label={label}
      description={t(unit === 'days' ? 'range' : 'rangeCharacters', { min, max, usual })}
      value={value}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      onChange={(typed) => typeof typed === 'number' && onChange(typed)}
    />
  );
}
