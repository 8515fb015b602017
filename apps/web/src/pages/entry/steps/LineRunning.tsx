import '@mantine/core/styles/Progress.css';
import type { LinePhase, LineProgress } from '@diemcau/client/line/line-test';
import { Progress } from '@mantine/core';
import { formatDecimal } from '../../../i18n/numbers';
import { useTexts } from '../texts';
import classes from './Line.module.css';

const order: readonly LinePhase[] = ['connecting', 'roundTrip', 'down', 'up'];

export function LineRunning({ progress: { phase, done, mbps } }: { progress: LineProgress }) {
  const t = useTexts();
  const words = {
    connecting: t('linePhaseConnecting'),
    roundTrip: t('linePhaseRoundTrip'),
    down: t('linePhaseDown'),
    up: t('linePhaseUp'),
  }[phase];
  const whole = (100 * (order.indexOf(phase) + done)) / order.length;
  return (
    <div className={classes.running}>
      <p role="status" className={classes.phase}>
        {words}
      </p>
      <Progress value={whole} size="lg" aria-label={words} transitionDuration={200} />
      <p className={classes.now} aria-hidden="true">
        {mbps === undefined ? '\u00A0' : `${formatDecimal(mbps, 1, 1)} Mbit/s`}
      </p>
    </div>
  );
}
