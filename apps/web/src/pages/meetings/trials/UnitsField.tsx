import { Checkbox, Radio, Stack } from '@mantine/core';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { useUnitTypes } from '../../../admin/units/unit-types';
import type { ChosenUnits } from './chosen-units';
import { EachUnit } from './EachUnit';
import { useTexts } from './texts';
import classes from './trials.module.css';

interface Props {
  readonly label: string;
  readonly value: ChosenUnits;
  readonly onChange: (value: ChosenUnits) => void;
}

/** Who is to try: all units below one, of some types or of any, or single ones. */
export function UnitsField({ label, value, onChange }: Props) {
  const t = useTexts();
  const { types } = useUnitTypes();
  const { how, each, unitId } = value;
  return (
    <Stack gap="sm">
      <Radio.Group
        label={label}
        value={how}
        onChange={(chosen) => onChange({ ...value, how: chosen === 'each' ? 'each' : 'below' })}
      >
        <Stack gap="xs" mt={6}>
          <Radio value="below" label={t('allBelow')} />
          <Radio value="each" label={t('oneByOne')} />
        </Stack>
      </Radio.Group>
      {how === 'each' ? (
        <EachUnit value={each} onChange={(next) => onChange({ ...value, each: next })} />
      ) : (
        <>
          <UnitPicker
            label={t('belowUnit')}
            required
            value={unitId}
            onChange={(next) => onChange({ ...value, unitId: next })}
          />
          <Types
            value={value.types}
            types={types.filter(({ under }) => under.length > 0).map(({ key }) => key)}
            onChange={(next) => onChange({ ...value, types: next })}
          />
        </>
      )}
    </Stack>
  );
}

interface TypesProps {
  readonly types: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (types: readonly string[]) => void;
}

function Types({ types, value, onChange }: TypesProps) {
  const t = useTexts();
  const { nameOf } = useUnitTypes();
  return (
    <Checkbox.Group
      label={t('types')}
      description={t('typesHint')}
      value={[...value]}
      onChange={(chosen) => onChange(types.filter((type) => chosen.includes(type)))}
    >
      <div className={classes.types}>
        {types.map((type) => (
          <Checkbox key={type} value={type} label={nameOf(type)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
