import type { Question } from '@diemcau/contracts/meetings/reviews-questions';
import { Group, NumberInput, Radio, Textarea } from '@mantine/core';

interface Props {
  readonly n: number;
  readonly question: Question;
  readonly value: string;
  /** Null where nothing may be changed any more. */
  readonly onChange: ((value: string) => void) | null;
}

/** As the question wants to be answered. */
export function AnswerField({ n, question, value, onChange }: Props) {
  const { kind, text, required, choices = [], min, max } = question;
  const label = `${n}. ${text}`;
  const disabled = onChange === null;
  switch (kind) {
    case 'text':
      return (
        <Textarea
          label={label}
          required={required}
          disabled={disabled}
          value={value}
          maxLength={4000}
          onChange={(event) => onChange?.(event.currentTarget.value)}
          autosize
          minRows={2}
        />
      );
    case 'number':
      return (
        <NumberInput
          label={label}
          required={required}
          disabled={disabled}
          value={value === '' ? '' : Number(value)}
          onChange={(given) => onChange?.(String(given))}
          {...(min !== undefined && { min })}
          {...(max !== undefined && { max })}
        />
      );
    case 'choice':
    case 'scale': {
      const steps = kind === 'scale' ? scale(min ?? 1, max ?? 5) : choices;
      return (
        <Radio.Group label={label} required={required} value={value} onChange={(given) => onChange?.(given)}>
          <Group gap="lg" mt="xs">
            {steps.map((step) => (
              <Radio key={step} value={step} label={step} disabled={disabled} />
            ))}
          </Group>
        </Radio.Group>
      );
    }
  }
}

const scale = (min: number, max: number): string[] =>
  Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
