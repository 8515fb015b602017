import type { Contestant, ScoreSheet } from '@diemcau/contracts/meetings/scoring';

/** The best first; who has no whole sheet comes last, in the order of the list. */
export const ranked = ({ contestants }: ScoreSheet): Contestant[] =>
  [...contestants].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);

/** What one of the jury gave in all; null where it is not whole. */
export function totalBy({ scores }: Contestant, jurorId: string, criteria: number): number | null {
  const score = scores.find((one) => one.jurorId === jurorId);
  return score && score.points.length >= criteria ? score.total : null;
}
