import type { ListedSeries } from '@diemcau/contracts/meetings/series';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { approveSeries, seriesChanges } from '../series/queries';
import { useTexts } from './texts';

interface Props {
  readonly series: ListedSeries;
  readonly onClose: () => void;
}

/** Of a series outside of plans that somebody else wrote (I12). */
export function ApproveDialog({ series, onClose }: Props) {
  const t = useTexts();
  const approve = useAct(approveSeries, { done: t('approved'), changes: seriesChanges, after: onClose });
  return (
    <Dialog
      opened
      title={t('approveTitle', { title: series.title })}
      act={t('approve')}
      busy={approve.isPending}
      error={approve.error}
      onAct={() => approve.mutate(series)}
      onClose={onClose}
    >
      <p>{t('approveText')}</p>
    </Dialog>
  );
}
