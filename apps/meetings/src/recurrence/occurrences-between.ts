import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import type { ShiftPolicy } from '@diemcau/contracts/meetings/vocabulary';
import { type Day, plusDays } from './days.js';
import { Expansion, type Recurring } from './expansion.js';
import { furthestDays, nearestWorkingDay, type WorkingCalendar } from './working-calendar.js';
import { instantOf } from './zones.js';

/** A rule with what becomes of its dates. */
export interface Planned extends Recurring {
  readonly durationMin: number;
  readonly shift: ShiftPolicy;
}

/**
 * The dates of a series whose nominal date lies between two days, both included; sorted by nominal date. What a date becomes
 * does not depend on the days asked for, and no two dates are held on the same day.
 * @throws Failure as `parseRule`
 */
export function occurrencesBetween(
  series: Planned,
  from: Day,
  to: Day,
  calendar: WorkingCalendar,
): PlannedDate[] {
  const dates = new Expansion(series);
  const nominals = dates.between(from, to);
  // Who comes onto whose day is seen from what lies around.
  const needsNeighbours = series.shift.endsWith('WorkingDay') && nominals.some((day) => calendar.off(day));
  const around = needsNeighbours
    ? new Set(dates.between(plusDays(from, -furthestDays), plusDays(to, furthestDays)))
    : new Set(nominals);
  return nominals.map((nominal) => become(series, nominal, calendar, around));
}

function become(
  series: Planned,
  nominal: Day,
  calendar: WorkingCalendar,
  around: ReadonlySet<Day>,
): PlannedDate {
  const off = calendar.off(nominal);
  if (!off || series.shift === 'keep') return heldOn(series, nominal, nominal, 'asPlanned', null);
  const reason = { ...off, day: nominal };
  switch (series.shift) {
    case 'skip':
      return notHeld(nominal, 'skipped', reason);
    case 'ask':
      return notHeld(nominal, 'waiting', reason);
    case 'nextWorkingDay':
    case 'previousWorkingDay': {
      const direction = series.shift === 'nextWorkingDay' ? 1 : -1;
      const day = nearestWorkingDay(calendar, nominal, direction);
      if (!day) return notHeld(nominal, 'skipped', { ...reason, kind: 'noWorkingDay' });
      if (isTaken(day, nominal, direction, around))
        return notHeld(nominal, 'skipped', { ...reason, kind: 'taken' });
      return heldOn(series, nominal, day, 'shifted', reason);
    }
  }
}

/** Another date of the series is held there: its own, or one that lies further from it and comes onto it too. */
function isTaken(day: Day, nominal: Day, direction: 1 | -1, around: ReadonlySet<Day>): boolean {
  if (around.has(day)) return true;
  // Between a date and the working day it comes onto no day is worked, so all dates there come onto the same one.
  for (let near = plusDays(nominal, direction); near !== day; near = plusDays(near, direction)) {
    if (around.has(near)) return true;
  }
  return false;
}

/** A date at its time. Where clocks skip that hour on the day it was shifted to, it begins when they go on. */
export function heldOn(
  { startsAt, zone, durationMin }: Pick<Planned, 'startsAt' | 'zone' | 'durationMin'>,
  nominal: Day,
  day: Day,
  outcome: 'asPlanned' | 'shifted' | 'moved',
  reason: PlannedDate['reason'],
): PlannedDate {
  const start = instantOf(day, startsAt, zone);
  return {
    nominal,
    outcome,
    day,
    startsAt: start.toISOString(),
    endsAt: new Date(start.getTime() + durationMin * 60_000).toISOString(),
    reason,
  };
}

export const notHeld = (
  nominal: Day,
  outcome: 'skipped' | 'waiting',
  reason: PlannedDate['reason'],
): PlannedDate => ({ nominal, outcome, day: null, startsAt: null, endsAt: null, reason });
