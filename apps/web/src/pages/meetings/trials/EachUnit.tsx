import { Pill } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unitQuery } from '../../../admin/units/unit-query';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { useTexts } from './texts';

interface Props {
  readonly value: readonly string[];
  readonly onChange: (unitIds: readonly string[]) => void;
}

/** Single units: each that is picked joins those below the field. */
export function EachUnit({ value, onChange }: Props) {
  const t = useTexts();
  const [last, setLast] = useState<string | null>(null);
  return (
    <>
      <UnitPicker
        label={t('addUnit')}
        description={t('invitedHint')}
        value={last}
        onChange={(unitId) => {
          setLast(unitId);
          if (unitId) onChange([...new Set([...value, unitId])]);
        }}
      />
      {value.length > 0 && (
        <Pill.Group>
          {value.map((unitId) => (
            <Chosen
              key={unitId}
              unitId={unitId}
              onRemove={() => {
                setLast(null);
                onChange(value.filter((one) => one !== unitId));
              }}
            />
          ))}
        </Pill.Group>
      )}
    </>
  );
}

function Chosen({ unitId, onRemove }: { readonly unitId: string; readonly onRemove: () => void }) {
  const t = useTexts();
  const name = useQuery(unitQuery(unitId)).data?.name ?? '…';
  return (
    <Pill
      withRemoveButton
      removeButtonProps={{ 'aria-label': t('remove', { name }), tabIndex: 0, 'aria-hidden': false }}
      onRemove={onRemove}
    >
      {name}
    </Pill>
  );
}
