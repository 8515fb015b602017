import { Failure } from '@diemcau/contracts/core/failure';
import { recurrenceErrors } from '@diemcau/contracts/meetings/recurrence';
import { plusDays } from './days.js';
import { Expansion, type Recurring } from './expansion.js';
import { zoneExists } from './zones.js';

/** A rule that gives no date within this many years gives none that anybody plans for. 29 February on a Monday: every 28. */
const yearsLooked = 30;
const step = 366;

/**
 * Whether a series can be planned by these times.
 * @throws Failure as `parseRule`, `recurrence.noSuchZone`, `recurrence.neverOccurs`
 */
export function checkTimes(recurring: Recurring): void {
  if (!zoneExists(recurring.zone)) throw new Failure(recurrenceErrors.noSuchZone, { zone: recurring.zone });
  const dates = new Expansion(recurring);
  for (let year = 0; year < yearsLooked; year++) {
    const from = plusDays(recurring.firstDay, year * step);
    if (dates.between(from, plusDays(from, step - 1)).length > 0) return;
  }
  throw new Failure(recurrenceErrors.neverOccurs, { rule: recurring.rule });
}
