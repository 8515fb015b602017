import '@mantine/core/styles/NumberInput.css';
import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useUnreadable } from '../dates/unreadable';
import { useTexts } from './texts';

interface Props extends Omit<NumberInputProps, 'onChange' | 'value' | 'defaultValue' | 'allowDecimal'> {
  /** 0 while the field is empty. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/**
 * A number from 1 on that has to be there. Emptied to be written anew it stays empty: a figure that nobody wrote would stand
 * before those that are typed next. Nothing is sent while it is empty.
 */
export function WholeField({ value, onChange, error, ...rest }: Props) {
  const t = useTexts();
  const words = value < 1 ? t('required') : null;
  const field = useUnreadable(words);
  return (
    <NumberInput
      min={1}
      {...rest}
      ref={field}
      allowDecimal={false}
      value={value || ''}
      error={words ?? error}
      onChange={(typed) => onChange(Number(typed))}
    />
  );
}
