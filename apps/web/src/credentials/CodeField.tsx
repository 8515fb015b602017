import { TextInput } from '@mantine/core';
import classes from './CodeField.module.css';
import { useTexts } from './texts';

interface Props {
  readonly value: string;
  readonly error?: string | null;
  readonly onChange: (value: string) => void;
  /** Called as soon as all six digits are there. */
  readonly onWhole?: (code: string) => void;
}

/** The six digits of an authenticator app: phones show digits, password managers fill them in. */
export function CodeField({ value, error, onChange, onWhole }: Props) {
  const t = useTexts();
  return (
    <TextInput
      label={t('code')}
      description={t('codeHint')}
      value={value}
      error={error}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      required
      withAsterisk={false}
      classNames={{ input: classes.input ?? '' }}
      onChange={(event) => {
        const digits = event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 6);
        onChange(digits);
        if (digits.length === 6 && digits !== value) onWhole?.(digits);
      }}
    />
  );
}
