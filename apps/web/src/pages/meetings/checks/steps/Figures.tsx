import type { DeviceTest } from '@diemcau/contracts/meetings/checks-test';
import { formatDecimal } from '../../../../i18n/numbers';
import classes from './steps.module.css';
import { useTexts } from './texts';

type Line = Pick<DeviceTest, 'upMbps' | 'downMbps' | 'roundTripMs' | 'lossPercent'>;

/** What the line measured. */
export function Figures({ test }: { test: Line }) {
  const t = useTexts();
  const figures = [
    [t('down'), formatDecimal(test.downMbps, 1), 'Mbit/s'],
    [t('up'), formatDecimal(test.upMbps, 1), 'Mbit/s'],
    [t('roundTrip'), formatDecimal(test.roundTripMs, 0), 'ms'],
    [t('loss'), formatDecimal(test.lossPercent, 1), '%'],
  ] as const;
  return (
    <dl className={classes.figures}>
      {figures.map(([name, value, unit]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value} <span>{unit}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
