import type { MaintenanceSchedule } from '@diemcau/contracts/meetings/maintenance';
import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../admin/dates/DayField';
import { today } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { addSchedule, equipmentKey, maintenanceKey } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly deviceId: string;
  /** The schedule of its kind that the device gets an interval of its own for. */
  readonly insteadOf?: MaintenanceSchedule;
  readonly onClose: () => void;
}

export function ScheduleDialog({ deviceId, insteadOf, onClose }: Props) {
  const t = useTexts();
  const [what, setWhat] = useState(insteadOf?.what ?? '');
  const [months, setMonths] = useState(insteadOf?.everyMonths ?? 6);
  const [startsOn, setStartsOn] = useState<string | null>(insteadOf?.startsOn ?? today);
  const changes = [maintenanceKey, equipmentKey];
  const add = useAct(addSchedule, { done: t('scheduled'), changes, after: onClose });
  const instead = insteadOf && { insteadOfId: insteadOf.id };
  return (
    <Dialog
      opened
      title={t(insteadOf ? 'ownInterval' : 'addSchedule')}
      onClose={onClose}
      act={t('save')}
      onAct={() =>
        startsOn && add.mutate({ deviceId, ...instead, what: what.trim(), everyMonths: months, startsOn })
      }
      busy={add.isPending}
      ready={what.trim() !== '' && startsOn !== null}
      error={add.error}
    >
      <TextInput
        label={t('what')}
        maxLength={300}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        required
        data-autofocus
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
