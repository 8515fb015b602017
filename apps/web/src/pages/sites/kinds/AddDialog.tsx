import { NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { addSchedule, equipmentKey, itemsQuery, maintenanceKey } from '../equipment/queries';
import { useTexts } from './texts';

/** What every device of a kind is maintained by, for who configures the province. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const items = useQuery(itemsQuery());
  const [itemId, setItemId] = useState<string | null>(null);
  const [what, setWhat] = useState('');
  const [months, setMonths] = useState(6);
  const [startsOn, setStartsOn] = useState<string | null>(today);
  const add = useAct(addSchedule, {
    done: t('added'),
    changes: [maintenanceKey, equipmentKey],
    after: onClose,
  });
  const submit = () => {
    if (itemId && startsOn) add.mutate({ itemId, what: what.trim(), everyMonths: months, startsOn });
  };
  return (
    <Dialog
      opened
      title={t('add')}
      onClose={onClose}
      act={t('save')}
      onAct={submit}
      busy={add.isPending}
      ready={itemId !== null && what.trim() !== '' && startsOn !== null}
      error={add.error}
    >
      <Select
        label={t('kind')}
        data={(items.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={itemId}
        onChange={setItemId}
        searchable
        required
      />
      <TextInput
        label={t('what')}
        maxLength={300}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        required
      />
      <NumberInput
        label={t('everyMonths')}
        min={1}
        max={120}
        allowDecimal={false}
        value={months}
        onChange={(value) => typeof value === 'number' && setMonths(value)}
      />
      <DayField label={t('startsOn')} value={startsOn} onChange={setStartsOn} required />
    </Dialog>
  );
}
