import type { TrainingWish } from '@diemcau/contracts/meetings/reviews-questions';
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import classes from '../reports.module.css';
import { useTexts } from './texts';

interface Props {
  readonly wishes: readonly TrainingWish[];
  readonly onChange: ((wishes: readonly TrainingWish[]) => void) | null;
}

const months = Array.from({ length: 12 }, (_, i) => String(i + 1));
const empty: TrainingWish = { course: '', people: 1, month: null, note: null };

/** Who of the unit needs which training, and when it suits. */
export function Wishes({ wishes, onChange }: Props) {
  const t = useTexts();
  const change = (n: number, part: Partial<TrainingWish>) =>
    onChange?.(wishes.map((wish, i) => (i === n ? { ...wish, ...part } : wish)));
  const disabled = onChange === null;
  return (
    <div className={classes.fields}>
      {wishes.map(({ course, people, month, note }, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no name of their own but their place
        <div key={n} className={classes.pair}>
          <TextInput
            label={t('course')}
            value={course}
            maxLength={200}
            disabled={disabled}
            onChange={(event) => change(n, { course: event.currentTarget.value })}
          />
          <NumberInput
            label={t('people')}
            min={1}
            max={10_000}
            allowDecimal={false}
            value={people}
            disabled={disabled}
            onChange={(value) => typeof value === 'number' && change(n, { people: value })}
          />
          <Select
            label={t('month')}
            placeholder={t('anyMonth')}
            data={months}
            value={month === null ? null : String(month)}
            disabled={disabled}
            onChange={(value) => change(n, { month: value === null ? null : Number(value) })}
            clearable
          />
          <TextInput
            label={t('note')}
            value={note ?? ''}
            maxLength={500}
            disabled={disabled}
            onChange={(event) => change(n, { note: event.currentTarget.value || null })}
          />
          {onChange && (
            <Button
              variant="subtle"
              color="red.9"
              style={{ alignSelf: 'end', justifySelf: 'start' }}
              onClick={() => onChange(wishes.filter((_, i) => i !== n))}
            >
              {t('remove')}
            </Button>
          )}
        </div>
      ))}
      {onChange && (
        <Button
          variant="default"
          style={{ justifySelf: 'start' }}
          disabled={wishes.length >= 50}
          onClick={() => onChange([...wishes, empty])}
        >
          {t('addWish')}
        </Button>
      )}
    </div>
  );
}
