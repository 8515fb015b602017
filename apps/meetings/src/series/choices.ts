import type { PlannedDate } from '@diemcau/contracts/meetings/recurrence';
import type { DateChoice } from '@diemcau/contracts/meetings/series';
import { heldOn, notHeld, type Planned } from '../recurrence/occurrences-between.js';

/** What becomes of a date by what somebody decided about it. */
export function chosen(series: Planned, date: PlannedDate, choice: DateChoice): PlannedDate {
  const { nominal } = date;
  const note = choice.note ?? '';
  const reason = { kind: 'choice' as const, day: nominal, nameVi: note, nameEn: note };
  switch (choice.choice) {
    case 'skip':
      return notHeld(nominal, 'skipped', reason);
    case 'ask':
      return notHeld(nominal, 'waiting', reason);
    case 'hold':
      return heldOn(series, nominal, nominal, 'asPlanned', reason);
    case 'move':
      return heldOn(
        { ...series, startsAt: choice.startsAt ?? series.startsAt },
        nominal,
        choice.day ?? nominal,
        'moved',
        reason,
      );
  }
}

/** Dates of a series with the choices about them. */
export function withChoices(
  series: Planned,
  dates: readonly PlannedDate[],
  choices: readonly DateChoice[],
): PlannedDate[] {
  const byNominal = new Map(choices.map((choice) => [choice.nominal, choice]));
  return dates.map((date) => {
    const choice = byNominal.get(date.nominal);
    return choice ? chosen(series, date, choice) : date;
  });
}
