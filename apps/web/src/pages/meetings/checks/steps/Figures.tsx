import type { DeviceTest } from '@diemcau/contracts/meetings/checks-test';
import { currentLanguage } from '../../../../i18n/language';
import classes from './steps.module.css';
import { useTexts } from './texts';

type Line = Pick<DeviceTest, 'upMbps' | 'downMbps' | 'roundTripMs' | 'lossPercent'>;

/** What the line measured. */
export function Figures({ test }: { test: Line }) {
  const t = useTexts();
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: digits }).format(value);
  const figures = [
    [t('down'), number(test.downMbps, 1), 'Mbit/s'],
    [t('up'), number(test.upMbps, 1), 'Mbit/s'],
    [t('roundTrip'), number(test.roundTripMs, 0), 'ms'],
    [t('loss'), number(test.lossPercent, 1), '%'],
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
