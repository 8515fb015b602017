import { Button } from '@mantine/core';
import { Step, StepActions } from '../steps/Step';
import { useTexts } from '../texts';
import classes from './Lobby.module.css';

interface Props {
  /** Was inside and was put out for good (I21). */
  readonly removed: boolean;
  /** In the host's words. */
  readonly reason: string | null;
  readonly onAskAgain: () => void;
}

export function Refused({ removed, reason, onAskAgain }: Props) {
  const t = useTexts();
  if (removed) return <Step title={t('removedTitle')} intro={t('removedText')} />;
  return (
    <Step title={t('refusedTitle')}>
      {reason && (
        <p className={classes.reason}>
          <strong>{t('refusedReason')}</strong>
          {reason}
        </p>
      )}
      <StepActions>
        <Button onClick={onAskAgain}>{t('askAgain')}</Button>
      </StepActions>
    </Step>
  );
}
