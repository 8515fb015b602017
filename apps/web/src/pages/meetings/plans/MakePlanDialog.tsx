import { NumberInput, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { today } from '../../../admin/dates/format';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { useAdmin } from '../../../admin/permissions';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { makePlan, plansKey } from './queries';
import { useTexts } from './texts';

export function MakePlanDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { grants } = useAdmin();
  const [unitId, setUnitId] = useState<string | null>(grants[0]?.unitId ?? null);
  // Who plans in autumn plans the year to come.
  const [year, setYear] = useState(Number(today().slice(0, 4)) + (today().slice(5) > '09' ? 1 : 0));
  const [month, setMonth] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const make = useAct(makePlan, {
    done: t('made'),
    changes: [plansKey],
    after: ({ id }) => void navigate({ to: '/work/plans/$planId', params: { planId: id } }),
  });
  const faultOf = useFaults(make.error);
  const act = () => {
    if (unitId === null) return;
    make.mutate({ unitId, year, month: month === null ? null : Number(month), title: title.trim() });
  };
  return (
    <Dialog
      opened
      title={t('make')}
      act={t('make')}
      ready={unitId !== null && title.trim() !== ''}
      onAct={act}
      // Until one is elsewhere: a second click, a moment later, would make another.
      busy={make.isPending || make.isSuccess}
      error={make.error}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        value={title}
        maxLength={300}
        error={faultOf('title')}
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} clearable={false} />
      <NumberInput
        label={t('year')}
        min={2000}
        max={2999}
        thousandSeparator={false}
        value={year}
        onChange={(value) => setYear(Number(value))}
      />
      <Select
        label={t('month')}
        placeholder={t('wholeYear')}
        data={Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
        value={month}
        clearable
        onChange={setMonth}
      />
    </Dialog>
  );
}
