import type { MaintenanceSchedule } from '@diemcau/contracts/meetings/maintenance';
import { NumberInput, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { useUnitsOf } from '../../../admin/permissions';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { equipmentKey, maintenanceKey } from '../equipment/queries';
import { applySchedule, previewQuery } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly schedule: MaintenanceSchedule;
  /** May decide for the whole province. */
  readonly configures: boolean;
  readonly onClose: () => void;
}

/** An interval for every device of the kind, with what it would change before it does (HB-6). */
export function ApplyDialog({ schedule, configures, onClose }: Props) {
  const t = useTexts();
  const [ownUnit = null] = useUnitsOf('sites.write');
  const [months, setMonths] = useState(schedule.everyMonths);
  const [replaces, setReplaces] = useState(false);
  const [unitId, setUnitId] = useState(configures ? null : ownUnit);
  const wish = {
    scheduleId: schedule.id,
    everyMonths: months,
    own: replaces ? ('replace' as const) : ('keep' as const),
    ...(unitId && { unitId }),
  };
  const possible = configures || unitId !== null;
  const preview = useQuery({ ...previewQuery(wish), enabled: possible });
  const apply = useAct(applySchedule, {
    done: ({ changed }) => t('applied', { n: changed }),
    changes: [maintenanceKey, equipmentKey],
    after: onClose,
  });
  return (
    <Dialog
      opened
      title={t('applyTitle', { kind: schedule.itemName })}
      onClose={onClose}
      act={t('apply')}
      onAct={() => apply.mutate(wish)}
      busy={apply.isPending}
      ready={possible && preview.isSuccess && !preview.isPlaceholderData}
      error={apply.error ?? preview.error}
    >
      <p>{schedule.what}</p>
      <NumberInput
        label={t('everyMonths')}
        min={1}
        max={120}
        allowDecimal={false}
        value={months}
        onChange={(value) => typeof value === 'number' && value >= 1 && setMonths(value)}
        data-autofocus
      />
      <UnitPicker
        label={t('unit')}
        description={configures && t('unitHint')}
        value={unitId}
        onChange={setUnitId}
        clearable={configures}
        required={!configures}
      />
      <Switch
        label={t('replace')}
        checked={replaces}
        onChange={(event) => setReplaces(event.currentTarget.checked)}
      />
      <p role="status">{preview.data && t('preview', { ...preview.data })}</p>
    </Dialog>
  );
}
