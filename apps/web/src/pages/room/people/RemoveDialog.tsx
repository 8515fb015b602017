import { Button, Group, Modal } from '@mantine/core';
import { useTexts } from './texts';

interface Props {
  readonly name: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

/** Cannot be undone in this session (I21), so it is asked first. */
export function RemoveDialog({ name, opened, onClose, onRemove }: Props) {
  const t = useTexts();
  const remove = () => {
    onClose();
    onRemove();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('removeTitle', { name })}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <p style={{ marginTop: 0 }}>{t('removeText')}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="red" onClick={remove}>
          {t('removeYes')}
        </Button>
      </Group>
    </Modal>
  );
}
