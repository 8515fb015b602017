import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useUnreadable } from '../../../admin/dates/unreadable';
import { useTexts } from './texts';
import { parseTime } from './time';

interface Props {
  readonly label: string;
  /** `08:00`; empty while what is typed is no time. */
  readonly value: string;
  readonly onChange: (time: string) => void;
  readonly disabled?: boolean;
}

/** A time of day in 24 hours, whatever language the browser speaks. */
export function TimeField({ label, value, onChange, disabled = false }: Props) {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const fault = typed !== null && parseTime(typed) === null;
  const field = useUnreadable(fault ? t('timeFault') : null);
  return (
    <TextInput
      ref={field}
      label={label}
      inputMode="numeric"
      placeholder="08:00"
      maxLength={6}
      value={typed ?? value}
      disabled={disabled}
      error={fault && t('timeFault')}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(parseTime(text) ?? '');
      }}
      onBlur={() => {
        if (!fault) setTyped(null);
      }}
    />
  );
}
