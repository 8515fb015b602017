import { createHash } from 'node:crypto';

/** One entry with everything that is sealed, as ADR 41 lists it. */
export interface SealedFields {
  readonly id: string;
  readonly sequence: number;
  /** `2026-01-31T08:00:00.000Z` */
  readonly at: string;
  readonly provinceId: string | null;
  readonly unitId: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly sessionId: string | null;
  readonly address: string | null;
  readonly agent: string | null;
  readonly requestId: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What stands before the first entry. */
export const beginning: Buffer = Buffer.alloc(32);

/**
 * JSON as RFC 8785 writes it: no spaces, keys sorted by their UTF-16 units, numbers and strings as JavaScript writes them.
 * Two programs that hold the same values write the same bytes.
 */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const record = value as Record<string, unknown>;
  const members = Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 over the previous hash (32 bytes) and the entry's canonical JSON in UTF-8. */
export const nextHash = (previous: Buffer, fields: SealedFields): Buffer =>
  createHash('sha256').update(previous).update(canonical(fields), 'utf8').digest();
