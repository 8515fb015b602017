import type { ReadinessItem } from '@diemcau/contracts/meetings/readiness';
import { useState } from 'react';
import { DayField } from '../../../../admin/dates/DayField';
import { ReasonField } from '../../../../admin/forms/ReasonField';
import { useAct } from '../../../../admin/forms/use-act';
import { Dialog } from '../../../../admin/parts/Dialog';
import { sitesKey, waiveItem } from '../../queries';
import { nameOf } from './name-of';
import { useTexts } from './texts';

interface Props {
  readonly siteId: string;
  readonly item: ReadinessItem;
  readonly onClose: () => void;
}

export function WaiveDialog({ siteId, item, onClose }: Props) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const [expiresOn, setExpiresOn] = useState<string | null>(null);
  const waive = useAct(waiveItem, { changes: [sitesKey], done: t('saved'), after: onClose });
  const { key, answerVersion } = item;
  return (
    <Dialog
      opened
      title={t('waiveItem', { name: nameOf(item) })}
      act={t('waive')}
      onAct={() => waive.mutate({ siteId, key, answerVersion, reason: reason.trim(), expiresOn })}
      onClose={onClose}
      busy={waive.isPending}
      ready={reason.trim() !== ''}
      error={waive.error}
    >
      <p>{t('waiveText')}</p>
      <ReasonField label={t('reason')} value={reason} required data-autofocus onChange={setReason} />
      <DayField label={t('waivedUntil')} value={expiresOn} onChange={setExpiresOn} />
    </Dialog>
  );
}
