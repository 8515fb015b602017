import { Select } from '@mantine/core';
import { useUnitTypes } from '../../../admin/units/unit-types';
import { useTexts } from './texts';

interface Props {
  readonly value: string | null;
  readonly onChange: (level: string | null) => void;
}

/** Only the meetings of one level, or all. */
export function LevelFilter({ value, onChange }: Props) {
  const t = useTexts();
  const { options } = useUnitTypes();
  return (
    <Select
      size="sm"
      aria-label={t('level')}
      placeholder={t('every')}
      data={options}
      value={value}
      clearable
      clearButtonProps={{ 'aria-label': t('every') }}
      onChange={onChange}
    />
  );
}
