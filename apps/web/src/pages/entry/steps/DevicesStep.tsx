import { Button } from '@mantine/core';
import { DeviceTest } from '../../../devices/DeviceTest';
import { useTexts } from '../texts';
import { Step, StepActions } from './Step';

interface Props {
  readonly onBack?: (() => void) | undefined;
  readonly onDone: () => void;
  /** Past both tests. */
  readonly onSkip: () => void;
}

export function DevicesStep({ onBack, onDone, onSkip }: Props) {
  const t = useTexts();
  return (
    <Step title={t('devicesTitle')} intro={t('devicesIntro')}>
      <DeviceTest />
      <StepActions>
        {onBack && (
          <Button variant="default" onClick={onBack}>
            {t('back')}
          </Button>
        )}
        <Button variant="subtle" onClick={onSkip}>
          {t('devicesSkip')}
        </Button>
        <Button onClick={onDone}>{t('go')}</Button>
      </StepActions>
    </Step>
  );
}
