/**
 * `encoding`: looks converted from an old font, but not surely. `errorValue`: `#N/A` and the like. `formula`: one whose
 * result the file does not hold.
 */
export type DoubtCode = 'encoding' | 'errorValue' | 'formula';

/** A cell that cannot be believed. */
export interface Doubt {
  readonly column: number;
  readonly code: DoubtCode;
}

/** A row that is not empty. */
export interface Row {
  /** As the spreadsheet counts, from 1. */
  readonly number: number;
  /** From column A on, as shown, trimmed, NFC; dates are `YYYY-MM-DD`. Trailing empty cells are left out. */
  readonly cells: readonly string[];
  readonly doubts: readonly Doubt[];
}
