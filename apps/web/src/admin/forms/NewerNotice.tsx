import { Alert, Button, Group } from '@mantine/core';
import classes from './NewerNotice.module.css';
import { useTexts } from './texts';
import type { Writing } from './use-draft';

type Props = Pick<Writing<unknown, unknown>, 'newer' | 'takeNewer' | 'keepMine'>;

/** Somebody else saved while one was writing: nothing is overwritten unseen, and nothing of one's own is lost unasked. */
export function NewerNotice({ newer, takeNewer, keepMine }: Props) {
  const t = useTexts();
  if (!newer) return null;
  return (
    <Alert color="yellow" title={t('newer')} className={classes.notice} role="alert">
      <p>{t('newerText')}</p>
      <Group gap="xs">
        <Button variant="default" onClick={takeNewer}>
          {t('takeNewer')}
        </Button>
        <Button variant="default" onClick={keepMine}>
          {t('keepMine')}
        </Button>
      </Group>
    </Alert>
  );
}
