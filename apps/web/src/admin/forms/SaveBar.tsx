import { Button } from '@mantine/core';
import classes from './SaveBar.module.css';
import { useTexts } from './texts';
import { Unsaved } from './Unsaved';

interface Props {
  readonly changed: boolean;
  /** False while the server would refuse what is written. */
  readonly ready?: boolean;
  readonly busy: boolean;
  readonly onUndo: () => void;
  readonly onSave: () => void;
}

/** Below a form that is kept as a whole: says whether something is unsaved, and stays in sight while it is. */
export function SaveBar({ changed, ready = true, busy, onUndo, onSave }: Props) {
  const t = useTexts();
  return (
    <div className={classes.bar} data-changed={changed}>
      <Unsaved changed={changed} />
      <span className={classes.state}>{t(changed ? 'unsaved' : 'nothingChanged')}</span>
      <Button variant="default" disabled={!changed} onClick={onUndo}>
        {t('undo')}
      </Button>
      <Button disabled={!changed || !ready} loading={busy} onClick={onSave}>
        {t('save')}
      </Button>
    </div>
  );
}
