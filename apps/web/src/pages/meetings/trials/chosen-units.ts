import type { UnitsBelow } from '@diemcau/contracts/meetings/trials';

/** One by one, or all below a unit. What was chosen the other way is kept until the dialog closes, and not sent. */
export interface ChosenUnits {
  readonly how: 'each' | 'below';
  readonly each: readonly string[];
  readonly unitId: string | null;
  /** None: every type. */
  readonly types: readonly string[];
}

/** What goes to the server; the units alone, or all below one. */
export function wantedOf({ how, each, unitId, types }: ChosenUnits): {
  readonly unitIds: string[];
  readonly below?: UnitsBelow;
} {
  if (how === 'each') return { unitIds: [...each] };
  return { unitIds: [], ...(unitId !== null && { below: { unitId, types: [...types] } }) };
}

/** Is anybody chosen at all? */
export const choosesSome = ({ how, each, unitId }: ChosenUnits): boolean =>
  how === 'each' ? each.length > 0 : unitId !== null;
