import type { SiteState } from '@diemcau/contracts/meetings/vocabulary';

export type { SiteState };

/** As in the contract, whose values the first load does not carry. */
export const siteStates = [
  'draft',
  'ready',
  'degraded',
  'suspended',
  'retired',
] as const satisfies SiteState[];
