import '@mantine/core/styles/NumberInput.css';
import { ActionIcon, Checkbox, Group, NativeSelect, NumberInput } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { type DraftRule, type Fault, recipients, spanNames } from './draft';
import classes from './reminders.module.css';
import { useTexts } from './texts';

interface Props {
  readonly rule: DraftRule;
  readonly fault: Fault | null;
  readonly onChange: (changes: Partial<DraftRule>) => void;
  readonly onRemove: () => void;
}

/** When, and of a start to whom. */
export function RuleRow({ rule, fault, onChange, onRemove }: Props) {
  const t = useTexts();
  return (
    <li className={classes.rule}>
      <div className={classes.when}>
        <NumberInput
          aria-label={t('amount')}
          value={rule.amount}
          min={1}
          max={86_400}
          allowDecimal={false}
          error={fault === 'range' || fault === 'twice' ? t(`fault_${fault}`) : null}
          onChange={(typed) => typeof typed === 'number' && onChange({ amount: typed })}
          className={classes.amount}
        />
        <NativeSelect
          aria-label={t('span')}
          value={rule.span}
          data={spanNames.map((value) => ({ value, label: t(`span_${value}`, { n: rule.amount }) }))}
          onChange={(event) =>
            onChange({ span: spanNames.find((name) => name === event.currentTarget.value) ?? 'days' })
          }
        />
        <span>{t(`side_${rule.about}`)}</span>
      </div>
      {rule.about === 'start' && (
        <Checkbox.Group
          aria-label={t('to')}
          value={rule.to}
          error={fault === 'nobody' ? t('fault_nobody') : null}
          onChange={(chosen) => onChange({ to: recipients.filter((one) => chosen.includes(one)) })}
        >
          <Group gap="md">
            {recipients.map((one) => (
              <Checkbox key={one} value={one} label={t(`to_${one}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={classes.remove}
        aria-label={t('remove')}
        onClick={onRemove}
      >
        <IconTrash size={20} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
