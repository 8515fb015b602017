import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';
import { Group, Input, NumberInput, Switch } from '@mantine/core';
import { Plan } from './Plan';
import { isSpan, regionOf, type Span, stepsOf } from './region';
import { useTexts } from './texts';

interface Props {
  readonly plan: SeatingPlan;
  /** Null where the frame is tied to no part of the plan. */
  readonly value: Span | null;
  readonly onChange: (span: Span | null) => void;
}

/** Which seats a frame shows, in numbers: to be set with a keyboard alone, and seen on the plan at once. */
export function RegionField({ plan, value, onChange }: Props) {
  const t = useTexts();
  const { across, down } = stepsOf(plan);
  const grid = plan.kind === 'grid';
  const number = (side: keyof Span, label: string, max: number) => (
    <NumberInput
      label={label}
      min={1}
      max={max}
      allowDecimal={false}
      value={value?.[side] ?? 1}
      onChange={(typed) => value && onChange({ ...value, [side]: Number(typed) })}
    />
  );
  return (
    <Input.Wrapper label={t('region')} description={t('regionHint')} labelElement="div">
      <Switch
        mt="xs"
        label={t('hasRegion')}
        checked={value !== null}
        onChange={(event) =>
          onChange(
            event.currentTarget.checked
              ? { fromAcross: 1, toAcross: across, fromDown: 1, toDown: down }
              : null,
          )
        }
      />
      {value && (
        <>
          <Group grow mt="xs" mb="xs" align="start">
            {number('fromDown', t(grid ? 'fromRow' : 'fromTop'), down)}
            {number('toDown', t(grid ? 'toRow' : 'toTop'), down)}
          </Group>
          <Group grow mb="xs" align="start">
            {number('fromAcross', t(grid ? 'fromSeat' : 'fromLeft'), across)}
            {number('toAcross', t(grid ? 'toSeat' : 'toLeft'), across)}
          </Group>
          {isSpan(value, plan) ? (
            <Plan of={plan} region={regionOf(value, plan)} />
          ) : (
            <Input.Error>{t('badRegion')}</Input.Error>
          )}
        </>
      )}
    </Input.Wrapper>
  );
}
