import { Button } from '@mantine/core';
import type { RoomEnding } from './flow';
import { Step, StepActions } from './steps/Step';
import { useTexts } from './texts';

interface Props {
  readonly ending: RoomEnding;
  readonly onEnterAgain: () => void;
}

/** Out of the room: why, and what can be done. */
export function Over({ ending, onEnterAgain }: Props) {
  const t = useTexts();
  const again = (
    <StepActions>
      <Button onClick={onEnterAgain}>{t('enterAgain')}</Button>
    </StepActions>
  );
  if (typeof ending === 'object') {
    return (
      <Step title={t('refusedEntryTitle')} intro={ending.refusal}>
        {again}
      </Step>
    );
  }
  switch (ending) {
    case 'removed':
      return <Step title={t('removedTitle')} intro={t('removedText')} />;
    case 'replaced':
      return (
        <Step title={t('replacedTitle')} intro={t('replacedText')}>
          {again}
        </Step>
      );
    case 'revoked':
      return (
        <Step title={t('revokedTitle')} intro={t('revokedText')}>
          {again}
        </Step>
      );
    case 'ended':
      return <Step title={t('endedTitle')}>{again}</Step>;
    case 'left':
      return <Step title={t('leftTitle')}>{again}</Step>;
  }
}
