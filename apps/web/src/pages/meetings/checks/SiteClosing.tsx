import type { SiteCheck } from '@diemcau/contracts/meetings/checks';
import { formatInstant } from '../../../admin/dates/format';
import { StateChip } from '../../../admin/parts/StateChip';
import { useTexts } from './texts';

/** Whether its operator looked around after the meeting (HB-9.2f); nothing while nobody did. */
export function SiteClosing({ site: { closedAt, closingFaults } }: { site: SiteCheck }) {
  const t = useTexts();
  if (closedAt === null) return null;
  const at = formatInstant(closedAt);
  return (
    <div>
      <StateChip tone={closingFaults === 0 ? 'good' : 'warning'}>
        {closingFaults === 0 ? t('closedFine', { at }) : t('closedFaults', { at, n: closingFaults })}
      </StateChip>
    </div>
  );
}
