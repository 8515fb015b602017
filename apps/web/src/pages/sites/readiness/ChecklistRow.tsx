import type { ChecklistItem } from '@diemcau/contracts/meetings/readiness';
import { ActionIcon, Checkbox, Group, NumberInput, TextInput } from '@mantine/core';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { WholeField } from '../../../admin/forms/WholeField';
import classes from '../site/site.module.css';
import { useTexts } from './texts';

interface Props {
  readonly item: ChecklistItem;
  readonly number: number;
  readonly readOnly: boolean;
  readonly onChange: (item: ChecklistItem) => void;
  readonly onRemove: () => void;
}

export function ChecklistRow({ item, number, readOnly, onChange, onRemove }: Props) {
  const t = useTexts();
  const text = (name: 'nameVi' | 'nameEn') => ({
    label: t(name),
    value: item[name],
    maxLength: 200,
    readOnly,
    style: { flex: '1 1 16rem' },
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...item, [name]: event.currentTarget.value }),
  });
  const figure = (name: 'weight' | 'validMonths' | 'seats', max: number) => ({
    label: t(name),
    min: 1,
    max,
    allowDecimal: false,
    readOnly,
    value: item[name] ?? '',
    style: { flex: '0 1 12rem' },
  });
  return (
    <li className={classes.item} aria-label={t('item', { n: number })}>
      <Group align="end" gap="sm">
        <TextInput {...text('nameVi')} />
        <TextInput {...text('nameEn')} />
      </Group>
      <Group align="end" gap="sm">
        <WholeField
          {...figure('weight', 10)}
          value={item.weight}
          onChange={(weight) => onChange({ ...item, weight })}
        />
        <NumberInput
          {...figure('seats', 2000)}
          onChange={(value) =>
            onChange(
              value === ''
                ? { ...item, seats: null }
                : { ...item, seats: Number(value), photo: false, validMonths: null },
            )
          }
        />
        {item.seats === null && (
          <>
            <NumberInput
              {...figure('validMonths', 120)}
              onChange={(value) => onChange({ ...item, validMonths: value === '' ? null : Number(value) })}
            />
            <Checkbox
              label={t('photo')}
              checked={item.photo}
              disabled={readOnly}
              mb={8}
              onChange={(event) => onChange({ ...item, photo: event.currentTarget.checked })}
            />
          </>
        )}
        {!readOnly && (
          <ActionIcon
            variant="subtle"
            color="red.9"
            size="lg"
            aria-label={t('removeItem', { name: item.nameVi })}
            onClick={onRemove}
          >
            <IconTrash size={20} aria-hidden="true" />
          </ActionIcon>
        )}
      </Group>
    </li>
  );
}
