import type { ImportView } from '@diemcau/contracts/identity/imports';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../../../admin/permissions';
import { formatCount } from '../../../../admin/table/count';
import { DownloadButton } from '../../../../admin/table/DownloadButton';
import { slipCountsQuery } from '../queries';
import { useTexts } from '../texts';
import classes from './run.module.css';

/** First passwords to hand out: all of an import, or of one unit or class. */
export function Slips({ view }: { view: ImportView }) {
  const t = useTexts();
  const may = useMay();
  return (
    <div className={classes.next}>
      <p>{t('slipsText', { n: formatCount(view.slips) })}</p>
      {may('users.secrets') ? <Choice view={view} /> : <p className={classes.soft}>{t('slipsNotYours')}</p>}
    </div>
  );
}

interface Chosen {
  readonly id: string;
  readonly name: string;
}

function Choice({ view: { id, slips } }: { view: ImportView }) {
  const t = useTexts();
  const [unit, setUnit] = useState<Chosen | null>(null);
  const [group, setGroup] = useState<Chosen | null>(null);
  const chosen = group ?? unit;
  return (
    <div className={classes.slips}>
      <CountSelect
        label={t('slipsUnit')}
        placeholder={t('slipsAllUnits', { n: formatCount(slips) })}
        importId={id}
        value={unit}
        onChange={(next) => {
          setUnit(next);
          setGroup(null);
        }}
      />
      {unit && (
        <CountSelect
          key={unit.id}
          label={t('slipsClass')}
          placeholder={t('slipsAllClasses')}
          importId={id}
          unitId={unit.id}
          value={group}
          onChange={setGroup}
        />
      )}
      <DownloadButton
        path={`/api/v1/imports/${id}/slips.pdf`}
        query={{ unitId: unit?.id, classId: group?.id }}
        fileName={chosen ? `phieu-tai-khoan - ${chosen.name}.pdf` : 'phieu-tai-khoan.pdf'}
      >
        {t('slips')}
      </DownloadButton>
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly placeholder: string;
  readonly importId: string;
  /** Its classes are to choose from; units unless given. */
  readonly unitId?: string;
  readonly value: Chosen | null;
  readonly onChange: (chosen: Chosen | null) => void;
}

/** Units or classes with how many slips each has; more than fit are found by typing. */
function CountSelect({ label, placeholder, importId, unitId, value, onChange }: SelectProps) {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed === value?.name ? '' : typed, 250);
  const found = useQuery({ ...slipCountsQuery(importId, unitId, q), placeholderData: keepPreviousData });
  const items = found.data?.items ?? [];
  const data = items.map((item) => ({ value: item.id, label: item.name }));
  if (value && !items.some((item) => item.id === value.id))
    data.unshift({ value: value.id, label: value.name });
  const slipsOf = new Map(items.map((item) => [item.id, item.slips]));
  // Staff are in no class.
  if (unitId !== undefined && q === '' && items.length === 0) return null;
  return (
    <Select
      size="sm"
      aria-label={label}
      placeholder={placeholder}
      data={data}
      value={value?.id ?? null}
      onChange={(id) =>
        onChange(id === null ? null : { id, name: data.find((one) => one.value === id)?.label ?? '' })
      }
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span className={classes.counted}>
          <span>{option.label}</span>
          <b>{formatCount(slipsOf.get(option.value) ?? 0)}</b>
        </span>
      )}
      clearable
      clearButtonProps={{ 'aria-label': placeholder }}
      nothingFoundMessage={found.isPending ? undefined : t('slipsNothing')}
      maxDropdownHeight={320}
    />
  );
}
