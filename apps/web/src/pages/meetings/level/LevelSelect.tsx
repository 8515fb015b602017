import { Select } from '@mantine/core';
import { useUnitTypes } from '../../../admin/units/unit-types';
import { useTexts } from './texts';

interface Props {
  /** Null: that of the type of who holds it. */
  readonly value: string | null;
  readonly onChange: (level: string | null) => void;
  /** It has a level already: another may be chosen, none may not. */
  readonly isSet: boolean;
}

/** At which level it is held: one of the province's types of units (HB-1). */
export function LevelSelect({ value, onChange, isSet }: Props) {
  const t = useTexts();
  const { options } = useUnitTypes();
  return (
    <Select
      label={t('level')}
      placeholder={t('asUnit')}
      data={options}
      value={value}
      allowDeselect={false}
      clearable={!isSet}
      onChange={onChange}
    />
  );
}
