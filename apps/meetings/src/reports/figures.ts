import type { ReportFigures } from '@diemcau/contracts/meetings/reports-figures';
import type { ReportSource } from './source.js';

/** In per cent, to a tenth; null of nothing. */
const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** Counted from the events of a year and from nothing else (I31). */
export function figuresOf(source: ReportSource): ReportFigures {
  const counted = source.joined.filter(({ present }) => present !== null);
  const expected = sum(counted, (one) => one.expected);
  const present = sum(counted, (one) => one.present ?? 0);
  const checked = source.joined.filter(({ check }) => check !== null);
  const passed = checked.filter(({ check }) => check === 'pass');
  const scored = source.sites.filter(({ score }) => score !== null);
  const readiness = sum(scored, ({ score }) => score ?? 0);
  return {
    meetingsHeld: source.held.length,
    meetingsJoined: new Set(source.joined.map(({ occurrenceId }) => occurrenceId)).size,
    meetingsCancelled: source.cancelled.length,
    minutesOfUse: sum(source.joined, ({ minutes }) => minutes),
    expected,
    present,
    // More may come than were expected; a share of more than all says nothing.
    attendancePercent: share(Math.min(present, expected), expected),
    checks: checked.length,
    checksPassed: passed.length,
    availabilityPercent: share(passed.length, checked.length),
    sites: source.sites.length,
    readinessPercent: scored.length === 0 ? null : Math.round((readiness / scored.length) * 10) / 10,
    devices: source.devices.length,
    devicesBroken: source.devices.filter(({ condition }) => condition === 'broken').length,
    maintenances: source.maintenances.length,
    maintenanceVnd: sum(source.maintenances, ({ cost }) => cost ?? 0),
    plannedVnd: sum(source.costs, ({ planned }) => planned),
    actualVnd: sum(source.costs, ({ actual }) => actual ?? 0),
  };
}

const none: ReportFigures = figuresOf({
  held: [],
  cancelled: [],
  joined: [],
  sites: [],
  devices: [],
  maintenances: [],
  costs: [],
});
const added = (Object.keys(none) as (keyof ReportFigures)[]).filter((name) => !name.endsWith('Percent'));

/** Of many units: sums, and percentages of the sums; readiness is the mean over their sites. */
export function totalOf(all: readonly ReportFigures[]): ReportFigures {
  const total = { ...none };
  for (const name of added) (total[name] as number) = sum(all, (one) => one[name] ?? 0);
  const scored = all.filter(({ readinessPercent }) => readinessPercent !== null);
  const sites = sum(scored, (one) => one.sites);
  const readiness = sum(scored, (one) => (one.readinessPercent ?? 0) * one.sites);
  return {
    ...total,
    attendancePercent: share(Math.min(total.present, total.expected), total.expected),
    availabilityPercent: share(total.checksPassed, total.checks),
    readinessPercent: sites === 0 ? null : Math.round((readiness / sites) * 10) / 10,
  };
}
