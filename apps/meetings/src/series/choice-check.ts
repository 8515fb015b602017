import { Failure } from '@diemcau/contracts/core/failure';
import type { DateChoice } from '@diemcau/contracts/meetings/series';
import { seriesErrors } from '@diemcau/contracts/meetings/series-errors';
import { Expansion, type Recurring } from '../recurrence/expansion.js';
import type { SeriesTimesRow } from './series-times.js';

/**
 * Whether the choices are about dates of the series, and say what they need to.
 * @throws Failure `series.badChoice`, `series.notADate`
 */
export function checkChoices(
  series: Recurring & Pick<SeriesTimesRow, 'fromDay' | 'untilDay'>,
  choices: readonly DateChoice[],
): void {
  if (choices.length === 0) return;
  const dates = new Expansion(series);
  for (const { nominal, choice, day, startsAt } of choices) {
    const moves = choice === 'move';
    if (moves !== (day !== null) || (!moves && startsAt !== null)) {
      throw new Failure(seriesErrors.badChoice, { nominal });
    }
    const within = nominal >= (series.fromDay ?? nominal) && nominal <= (series.untilDay ?? nominal);
    if (!within || dates.between(nominal, nominal).length === 0) {
      throw new Failure(seriesErrors.notADate, { nominal });
    }
  }
}
