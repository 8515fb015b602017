import type { Site } from '@diemcau/contracts/meetings/sites';
import { useState } from 'react';
import { ReasonField } from '../../../admin/forms/ReasonField';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { handOverSite, sitesKey } from '../queries';
import { useTexts } from './texts';

/** Another unit keeps the site from now on. */
export function HandOverDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const t = useTexts();
  const [unitId, setUnitId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { id: siteId, name, version } = site;
  const hand = useAct(handOverSite, { done: t('handedOver'), changes: [sitesKey], after: onClose });
  return (
    <Dialog
      opened
      title={t('handOverTitle', { name })}
      act={t('handOver')}
      onAct={() => unitId && hand.mutate({ siteId, version, unitId, reason: reason.trim() })}
      onClose={onClose}
      busy={hand.isPending}
      ready={unitId !== null && reason.trim() !== ''}
      error={hand.error}
    >
      <p>{t('handOverText')}</p>
      <UnitPicker label={t('toUnit')} value={unitId} onChange={setUnitId} required />
      <ReasonField label={t('reason')} value={reason} required onChange={setReason} />
    </Dialog>
  );
}
