import type { SeatMark } from '@diemcau/contracts/meetings/sites-seating';
import { ActionIcon, Button, Group, Input, NumberInput, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useTexts } from './texts';

interface Props {
  readonly value: readonly SeatMark[];
  readonly onChange: (marks: SeatMark[]) => void;
}

/** Named places, in per cent from the left and from the front: to be set with a keyboard alone. */
export function MarksField({ value, onChange }: Props) {
  const t = useTexts();
  const patch = (at: number, changes: Partial<SeatMark>) =>
    onChange(value.map((mark, i) => (i === at ? { ...mark, ...changes } : mark)));
  const percent = (at: number, side: 'x' | 'y') => ({
    'aria-label': t(side),
    min: 0,
    max: 100,
    w: 84,
    suffix: '%',
    value: Math.round((value[at]?.[side] ?? 0) * 100),
    onChange: (typed: number | string) => patch(at, { [side]: Math.min(Number(typed) / 100, 1) }),
  });
  return (
    <Input.Wrapper label={t('marks')} description={t('marksHint')} labelElement="div">
      {value.map(({ label }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- places have no name of their own before they are written
        <Group key={at} gap="xs" wrap="nowrap" mt="xs">
          <TextInput
            aria-label={t('markName')}
            placeholder={t('markName')}
            value={label}
            maxLength={60}
            style={{ flex: 1 }}
            onChange={(event) => patch(at, { label: event.currentTarget.value })}
          />
          <NumberInput {...percent(at, 'x')} />
          <NumberInput {...percent(at, 'y')} />
          <ActionIcon
            variant="subtle"
            color="red.9"
            aria-label={t('removeMark', { name: label })}
            onClick={() => onChange(value.filter((_, i) => i !== at))}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="compact-md"
        mt="xs"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => onChange([...value, { label: '', x: 0.5, y: 0.1 }])}
      >
        {t('addMark')}
      </Button>
    </Input.Wrapper>
  );
}
