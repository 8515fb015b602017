import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';
import { formatDay, today } from '../../../admin/dates/format';
import { StateChip } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

/** When a device is to be maintained next; past days stand out (HB-6). */
export function DueDay({ of: { nextDueOn, state } }: { of: Pick<SiteDevice, 'nextDueOn' | 'state'> }) {
  const t = useTexts();
  if (nextDueOn === null) return state === 'retired' ? '–' : t('noSchedule');
  return nextDueOn < today() ? (
    <StateChip tone="bad">{`${t('standing_late')}: ${formatDay(nextDueOn)}`}</StateChip>
  ) : (
    formatDay(nextDueOn)
  );
}
