import type { CheckItem } from '@diemcau/contracts/meetings/checks-test';
import { Checkbox, NumberInput } from '@mantine/core';
import { useTexts as useStepTexts } from '../steps/texts';
import { closesTooSoon, items, type PolicyDraft } from './draft';
import classes from './policy.module.css';
import { useTexts } from './texts';

interface Props {
  readonly draft: PolicyDraft;
  readonly onChange: (draft: PolicyDraft) => void;
  readonly disabled: boolean;
}

/** When checking opens and closes, and what it demands (HB-8.2). */
export function PolicyFields({ draft, onChange, disabled }: Props) {
  const t = useTexts();
  const step = useStepTexts();
  return (
    <>
      <div className={classes.pair}>
        <NumberInput
          size="md"
          label={t('opens')}
          min={1}
          max={14}
          allowDecimal={false}
          value={draft.opensDaysBefore}
          disabled={disabled}
          onChange={(days) => onChange({ ...draft, opensDaysBefore: Number(days) || 1 })}
        />
        <NumberInput
          size="md"
          label={t('closes')}
          min={1}
          max={72}
          allowDecimal={false}
          value={draft.closesHoursBefore}
          disabled={disabled}
          error={closesTooSoon(draft) && t('tooSoon', { hours: 24 * draft.opensDaysBefore })}
          onChange={(hours) => onChange({ ...draft, closesHoursBefore: Number(hours) || 1 })}
        />
      </div>
      <Checkbox.Group
        size="md"
        label={t('needed')}
        value={draft.neededItems}
        onChange={(chosen) => {
          const neededItems: CheckItem[] = items.filter((item) => chosen.includes(item));
          onChange({ ...draft, neededItems });
        }}
      >
        <div className={classes.items}>
          {items.map((item) => (
            <Checkbox key={item} size="md" value={item} label={step(item)} disabled={disabled} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
