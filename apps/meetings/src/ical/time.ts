import { Temporal } from 'temporal-polyfill';

const basic = (iso: string): string => iso.slice(0, 19).replaceAll(/[-:]/g, '');

/** `20261125T080000`: what the clock on the wall shows then. */
export const wallTime = (at: Date, zone: string): string =>
  basic(
    Temporal.Instant.fromEpochMilliseconds(at.getTime())
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString(),
  );

/** `20261125T010000Z` */
export const utcTime = (at: Date): string => `${basic(at.toISOString())}Z`;
