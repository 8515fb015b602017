import type { Contestant, Criterion, Points } from '@diemcau/contracts/meetings/scoring';

/** Points by criterion, as they are typed; nothing for a field that is empty. */
export type Given = Readonly<Record<string, number | undefined>>;

export const givenBy = ({ scores }: Contestant, jurorId: string): Given =>
  Object.fromEntries(
    (scores.find((score) => score.jurorId === jurorId)?.points ?? []).map(({ criterionId, points }) => [
      criterionId,
      points,
    ]),
  );

/** In hundredths, so that quarters add up to what is shown. */
export const totalOf = (given: Given, criteria: readonly Criterion[]): number =>
  Math.round(criteria.reduce((sum, { id }) => sum + (given[id] ?? 0), 0) * 100) / 100;

export const isFault = (points: number | undefined, { maxPoints }: Criterion): boolean =>
  points !== undefined && (points < 0 || points > maxPoints || !Number.isInteger(points * 4));

export const isWhole = (given: Given, criteria: readonly Criterion[]): boolean =>
  criteria.every(({ id }) => given[id] !== undefined);

export const isEmpty = (given: Given): boolean => Object.values(given).every((one) => one === undefined);

/** One step of a quarter; from an empty field the most or nothing. A last step ends at the most. */
export function stepped(points: number | undefined, by: -0.25 | 0.25, { maxPoints }: Criterion): number {
  const highest = Math.floor(maxPoints * 4) / 4;
  if (points === undefined) return by < 0 ? highest : 0;
  return Math.min(highest, Math.max(0, Math.round((points + by) * 4) / 4));
}

export const toPoints = (given: Given): Points[] =>
  Object.entries(given).flatMap(([criterionId, points]) =>
    points === undefined ? [] : [{ criterionId, points }],
  );

/** The next one after this who is not wholly scored; from the top again; null when all are. */
export function nextOpen(
  contestants: readonly Contestant[],
  criteria: readonly Criterion[],
  jurorId: string,
  after: string | null,
): string | null {
  const from = contestants.findIndex(({ id }) => id === after) + 1;
  const inTurn = [...contestants.slice(from), ...contestants.slice(0, Math.max(0, from - 1))];
  return inTurn.find((one) => !isWhole(givenBy(one, jurorId), criteria))?.id ?? null;
}
