import type { SiteDevice } from '@diemcau/contracts/meetings/equipment';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { SitePicker } from '../pick/SitePicker';
import { DeviceDialog } from './DeviceDialog';
import { equipmentKey, moveDevice, retireDevice } from './queries';
import { useTexts } from './texts';

/** What may be done with a device where it stands. */
export function DeviceActs({ device }: { device: SiteDevice }) {
  const t = useTexts();
  const [open, setOpen] = useState<'change' | 'move' | 'retire' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button variant="subtle" color="red.9" onClick={() => setOpen('retire')}>
        {t('retire')}
      </Button>
      <Button variant="default" onClick={() => setOpen('move')}>
        {t('move')}
      </Button>
      <Button variant="default" onClick={() => setOpen('change')}>
        {t('change')}
      </Button>
      {open === 'change' && <DeviceDialog siteId={device.siteId} device={device} onClose={close} />}
      {open === 'move' && <MoveDialog device={device} onClose={close} />}
      {open === 'retire' && <RetireDialog device={device} onClose={close} />}
    </>
  );
}

function MoveDialog({
  device: { id, version, siteId: from },
  onClose,
}: {
  device: SiteDevice;
  onClose: () => void;
}) {
  const t = useTexts();
  const [siteId, setSiteId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const move = useAct(moveDevice, { done: t('moved'), changes: [equipmentKey], after: onClose });
  return (
    <Dialog
      opened
      title={t('move')}
      onClose={onClose}
      act={t('move')}
      onAct={() => siteId && move.mutate({ deviceId: id, version, siteId, reason: reason.trim() })}
      busy={move.isPending}
      ready={siteId !== null && reason.trim() !== ''}
      error={move.error}
    >
      <SitePicker label={t('moveTo')} value={siteId} onChange={setSiteId} without={[from]} required />
      <TextInput
        label={t('reason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
    </Dialog>
  );
}

function RetireDialog({ device: { id, version }, onClose }: { device: SiteDevice; onClose: () => void }) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const retire = useAct(retireDevice, { done: t('retiredDone'), changes: [equipmentKey], after: onClose });
  return (
    <Dialog
      opened
      title={t('retire')}
      onClose={onClose}
      act={t('retire')}
      onAct={() => retire.mutate({ deviceId: id, version, reason: reason.trim() })}
      busy={retire.isPending}
      ready={reason.trim() !== ''}
      error={retire.error}
      danger
    >
      <p>{t('retireText')}</p>
      <TextInput
        label={t('reason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
        data-autofocus
      />
    </Dialog>
  );
}
