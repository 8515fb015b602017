const hourMs = 3_600_000;

export interface Timing {
  readonly opensDaysBefore: number;
  readonly closesHoursBefore: number;
}

/** Sites have at least this long, unless the meeting itself comes sooner. */
const shortestMs = 4 * hourMs;

/** When sites may begin. */
export const opensAt = (startsAt: Date, { opensDaysBefore }: Timing): Date =>
  new Date(startsAt.getTime() - opensDaysBefore * 24 * hourMs);

/**
 * When red and silent sites are reported (HB-8.2). A meeting made or moved at short notice has no day before it: half of the
 * time that is left is for checking, half for mending.
 * @param openedAt when sites could really begin
 */
export function closesAt(startsAt: Date, { closesHoursBefore }: Timing, openedAt: Date): Date {
  const usual = startsAt.getTime() - closesHoursBefore * hourMs;
  const opened = openedAt.getTime();
  if (usual - opened >= shortestMs) return new Date(usual);
  const left = Math.max(startsAt.getTime() - opened, 0);
  return new Date(Math.max(usual, opened + Math.min(shortestMs, left / 2)));
}
