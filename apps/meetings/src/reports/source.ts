import { createHash } from 'node:crypto';

/** One site of the unit in one meeting that took place. */
export interface Joined {
  readonly occurrenceId: string;
  readonly siteId: string;
  readonly minutes: number;
  readonly expected: number;
  /** Null where nobody declared it. */
  readonly present: number | null;
  /** Outcome of the day-before check; null where there was none. */
  readonly check: string | null;
}

/** The events of a unit's year: figures come from these alone, so that they can be counted again (I31). */
export interface ReportSource {
  readonly held: readonly string[];
  readonly cancelled: readonly string[];
  readonly joined: readonly Joined[];
  readonly sites: readonly { readonly id: string; readonly score: number | null }[];
  readonly devices: readonly { readonly id: string; readonly condition: string }[];
  readonly maintenances: readonly { readonly id: string; readonly cost: number | null }[];
  readonly costs: readonly {
    readonly id: string;
    readonly planned: number;
    readonly actual: number | null;
  }[];
}

/** The same data give the same text, in whatever order the database kept their keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** SHA-256, hexadecimal. */
export const hashOf = (source: ReportSource): string =>
  createHash('sha256').update(canonical(source)).digest('hex');
