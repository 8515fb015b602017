import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { unitQuery } from '../../../../admin/units/unit-query';
import { useUnitTypes } from '../../../../admin/units/unit-types';
import { useTexts } from '../texts';

interface Props {
  readonly label: string;
  /** Under which the unit lies; null for one at the top. */
  readonly parentId: string | null;
  readonly value: string | null;
  readonly onChange: (type: string | null) => void;
  readonly error?: ReactNode;
  readonly required?: boolean;
  /** What holds while nothing is chosen. */
  readonly placeholder?: string;
}

/** The types that may lie under the unit above; one that no longer may is kept, and said so. */
export function TypeSelect({ parentId, value, error, required = false, ...props }: Props) {
  const t = useTexts();
  const { types, nameOf, mayLieUnder } = useUnitTypes();
  const above = useQuery({ ...unitQuery(parentId ?? ''), enabled: parentId !== null }).data;
  const fits = (key: string, top: boolean) =>
    parentId === null ? top : above !== undefined && mayLieUnder(key, above.type);
  const options = types
    .filter(({ key, top }) => key === value || fits(key, top))
    .map(({ key }) => ({ value: key, label: nameOf(key) }));
  const type = types.find(({ key }) => key === value);
  const misfit = type !== undefined && above !== undefined && !fits(type.key, type.top);
  return (
    <Select
      {...props}
      data={options}
      value={value}
      required={required}
      error={error ?? (misfit && t('typeDoesNotFit', { unit: above.name }))}
      allowDeselect={false}
      clearable={!required}
      nothingFoundMessage={t('noTypeFits')}
    />
  );
}
