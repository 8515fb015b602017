import type { MaintenanceSchedule } from '@diemcau/contracts/meetings/maintenance';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { endSchedule, equipmentKey, maintenanceKey } from '../equipment/queries';
import { useTexts } from './texts';

interface Props {
  readonly schedule: MaintenanceSchedule;
  readonly onClose: () => void;
}

/** Asks once more: every device that follows it loses it at once. */
export function EndDialog({ schedule: { id, itemName, what }, onClose }: Props) {
  const t = useTexts();
  const changes = [maintenanceKey, equipmentKey];
  const end = useAct(endSchedule, { done: t('ended'), changes, after: onClose });
  return (
    <Dialog
      opened
      title={t('endTitle', { kind: itemName })}
      onClose={onClose}
      act={t('endTitle', { kind: itemName })}
      onAct={() => end.mutate(id)}
      busy={end.isPending}
      error={end.error}
      danger
    >
      <p>{what}</p>
      <p>{t('endText')}</p>
    </Dialog>
  );
}
