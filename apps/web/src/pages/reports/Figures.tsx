import type { ReportFigures } from '@diemcau/contracts/meetings/reports-figures';
import { formatCount } from '../../admin/table/count';
import { formatDecimal } from '../../i18n/numbers';
import classes from './reports.module.css';
import { useTexts } from './texts';

/** In the order of the paper. */
const names: readonly (keyof ReportFigures)[] = [
  'meetingsHeld',
  'meetingsJoined',
  'meetingsCancelled',
  'minutesOfUse',
  'expected',
  'present',
  'attendancePercent',
  'checks',
  'checksPassed',
  'availabilityPercent',
  'sites',
  'readinessPercent',
  'devices',
  'devicesBroken',
  'maintenances',
  'maintenanceVnd',
  'plannedVnd',
  'actualVnd',
];

export function Figures({ of: figures }: { of: ReportFigures }) {
  const t = useTexts();
  const shown = (name: keyof ReportFigures): string => {
    const value = figures[name];
    if (value === null) return '–';
    return name.endsWith('Percent') ? `${formatDecimal(value, 1)}%` : formatCount(value);
  };
  return (
    <dl className={classes.figures}>
      {names.map((name) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{shown(name)}</dd>
        </div>
      ))}
    </dl>
  );
}
