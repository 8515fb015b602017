import { ActionIcon, TextInput } from '@mantine/core';
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs';
import { type ReactNode, useRef, useState } from 'react';
import { formatDay, parseDay } from './format';
import classes from './DayField.module.css';
import { useTexts } from './texts';
import { useUnreadable } from './unreadable';

interface Props {
  readonly label: string;
  /** `YYYY-MM-DD`, or null for none. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** Beside other filters of a list: small, and the label stands in the field. */
  readonly compact?: boolean;
}

/**
 * A day, typed as `dd/MM/yyyy` or picked in the browser's own calendar (whose field alone would follow the browser's
 * language). What is typed and is no day is none, not the day that stood there before. `<DayField label="Ngày hiệu lực" value={day} onChange={setDay} required />`
 */
export function DayField({ value, onChange, error, min, max, label, compact = false, ...rest }: Props) {
  const t = useTexts();
  const picker = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const fault = typed !== null && typed !== '' && parseDay(typed) === null;
  const field = useUnreadable(fault ? t('fault') : null);
  return (
    <div className={classes.field}>
      <TextInput
        {...rest}
        ref={field}
        label={label}
        placeholder={compact ? label : t('placeholder')}
        size={compact ? 'sm' : 'md'}
        inputMode="numeric"
        maxLength={10}
        value={typed ?? (value === null ? '' : formatDay(value))}
        error={fault ? t('fault') : error}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const day = parseDay(text);
          if (day !== value) onChange(day);
        }}
        onBlur={() => {
          if (!fault) setTyped(null);
        }}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('pick', { label })}
            disabled={rest.disabled ?? false}
            onClick={() => picker.current?.showPicker?.()}
          >
            <IconCalendar size={20} aria-hidden="true" />
          </ActionIcon>
        }
      />
      <input
        ref={picker}
        type="date"
        className={classes.picker}
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        min={min}
        max={max}
        onChange={(event) => {
          setTyped(null);
          onChange(event.currentTarget.value || null);
        }}
      />
    </div>
  );
}
