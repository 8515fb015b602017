import type { ChangeSeries } from '@diemcau/contracts/meetings/series';
import type { SeriesRow } from './series-row.js';

/** What of a series is planned: frozen once its plan is approved. */
const plannedFields = [
  'kind',
  'title',
  'rule',
  'firstDay',
  'startsAt',
  'durationMin',
  'zone',
  'shift',
] as const satisfies readonly (keyof ChangeSeries & keyof SeriesRow)[];

/** Of these its dates are made. */
const timeFields = ['rule', 'firstDay', 'startsAt', 'durationMin', 'zone', 'shift'] as const;

/** What a change says, and says otherwise than it is. */
const changed = (
  row: SeriesRow,
  change: ChangeSeries,
  fields: readonly (typeof plannedFields)[number][],
): boolean => fields.some((field) => change[field] !== undefined && change[field] !== row[field]);

export const changesPlanned = (row: SeriesRow, change: ChangeSeries): boolean =>
  changed(row, change, plannedFields);
export const changesTimes = (row: SeriesRow, change: ChangeSeries): boolean =>
  changed(row, change, timeFields);

/** The series as it is after the change. */
export const applied = (row: SeriesRow, change: ChangeSeries): SeriesRow => ({
  ...row,
  kind: change.kind ?? row.kind,
  level: change.level ?? row.level,
  title: change.title ?? row.title,
  rule: change.rule ?? row.rule,
  firstDay: change.firstDay ?? row.firstDay,
  startsAt: change.startsAt ?? row.startsAt,
  durationMin: change.durationMin ?? row.durationMin,
  zone: change.zone ?? row.zone,
  shift: change.shift ?? row.shift,
  template: change.template ?? row.template,
});

/** What auditors are told: everything but the template, of which it is said that it changed. */
export function audited(row: SeriesRow): object {
  const { kind, level, title, rule, firstDay, startsAt, durationMin, zone, shift, fromDay, untilDay } = row;
  return { kind, level, title, rule, firstDay, startsAt, durationMin, zone, shift, fromDay, untilDay };
}
