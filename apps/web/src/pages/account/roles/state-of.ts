import type { GrantRecord } from '@diemcau/contracts/identity/grants';

export type GrantState = 'upcoming' | 'current' | 'past';
type Dates = Pick<GrantRecord, 'validFrom' | 'validTo' | 'revokedAt'>;

export function stateOf({ validFrom, validTo, revokedAt }: Dates, now = Date.now()): GrantState {
  if (revokedAt !== null || (validTo !== null && Date.parse(validTo) <= now)) return 'past';
  return Date.parse(validFrom) > now ? 'upcoming' : 'current';
}
