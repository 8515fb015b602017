import { Alert, Button, Group } from '@mantine/core';
import { useTexts } from './texts';

interface Props {
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Somebody else saved while one was writing: nothing is overwritten unseen, and nothing of one's own is lost unasked. */
export function NewerNotice({ onTake, onKeep }: Props) {
  const t = useTexts();
  return (
    <Alert color="yellow" title={t('newer')} mb="md" role="alert">
      <p>{t('newerText')}</p>
      <Group gap="xs">
        <Button variant="default" onClick={onTake}>
          {t('takeNewer')}
        </Button>
        <Button variant="default" onClick={onKeep}>
          {t('keepMine')}
        </Button>
      </Group>
    </Alert>
  );
}
