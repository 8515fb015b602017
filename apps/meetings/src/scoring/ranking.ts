/** Everything one of the jury gave to one contestant. */
export interface Sheet {
  readonly jurorId: string;
  /** By criterion. */
  readonly points: ReadonlyMap<string, number>;
}

export const totalOf = ({ points }: Sheet): number => [...points.values()].reduce((sum, one) => sum + one, 0);

/** Mean of the sheets that have every criterion; null without one. In hundredths, so that equal is equal. */
export function averageOf(sheets: readonly Sheet[], criteria: readonly string[]): number | null {
  const whole = sheets.filter(({ points }) => criteria.every((id) => points.has(id)));
  if (whole.length === 0 || criteria.length === 0) return null;
  const sum = whole.reduce((total, sheet) => total + totalOf(sheet), 0);
  return Math.round((sum / whole.length) * 100) / 100;
}

/** Who has more is before; equal averages share a rank, and the next one counts them all (1, 2, 2, 4). */
export const rankOf = (average: number | null, all: readonly (number | null)[]): number | null =>
  average === null ? null : 1 + all.filter((other) => other !== null && other > average).length;
