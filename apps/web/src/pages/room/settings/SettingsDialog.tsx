import { Modal } from '@mantine/core';
import { ConnectionDetailsView } from './ConnectionDetailsView';
import { RoomDevices } from './RoomDevices';
import classes from './settings.module.css';
import { useTexts } from './texts';

/** Other devices, and what the connection does: for the person and for support on the phone. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.settings}>
        <RoomDevices />
        <ConnectionDetailsView />
      </div>
    </Modal>
  );
}
