import type { CheckItem } from '@diemcau/contracts/meetings/checks-test';
import { Checkbox } from '@mantine/core';
import { WholeField } from '../../../../admin/forms/WholeField';
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
        <WholeField
          label={t('opens')}
          max={14}
          value={draft.opensDaysBefore}
          disabled={disabled}
          onChange={(opensDaysBefore) => onChange({ ...draft, opensDaysBefore })}
        />
        <WholeField
          label={t('closes')}
          max={72}
          value={draft.closesHoursBefore}
          disabled={disabled}
          error={closesTooSoon(draft) && t('tooSoon', { hours: 24 * draft.opensDaysBefore })}
          onChange={(closesHoursBefore) => onChange({ ...draft, closesHoursBefore })}
        />
      </div>
      <Checkbox.Group
        label={t('needed')}
        value={draft.neededItems}
        onChange={(chosen) => {
          const neededItems: CheckItem[] = items.filter((item) => chosen.includes(item));
          onChange({ ...draft, neededItems });
        }}
      >
        <div className={classes.items}>
          {items.map((item) => (
            <Checkbox key={item} value={item} label={step(item)} disabled={disabled} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
