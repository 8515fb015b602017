const offsetMs = 7 * 3_600_000;

/** What the browser's own field says, in Vietnam's time: `2026-11-20T08:00` → an instant. */
export const instantOf = (local: string): string => `${local}:00+07:00`;

/** The other way round, to the minute. */
export const localOf = (instant: string): string =>
  new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 16);
