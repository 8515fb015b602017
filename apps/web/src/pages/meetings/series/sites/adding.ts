import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';

/** As in the contract, whose values the first load does not carry. */
export const mostSites = 1000;
/** Of a site unless somebody says otherwise; fewer where its limit is lower (HB-4.3). */
const usualPeople = 40;

export interface Added {
  /** All that are in it from now on. */
  readonly sites: TemplateSite[];
  readonly added: SiteLine[];
  /** How many were there already, and stay as they are. */
  readonly there: number;
  /** How many are suspended or retired. */
  readonly closed: number;
  /** How many there was no place left for. */
  readonly beyond: number;
}

export const siteAs = (
  role: TemplateSite['role'],
  { id, headcountLimit }: Pick<SiteLine, 'id' | 'headcountLimit'>,
): TemplateSite => ({ siteId: id, role, expected: Math.min(usualPeople, headcountLimit) });

/** Every site of those that may be booked becomes a member, until there are as many as a meeting may have. */
export function withAll(sites: readonly TemplateSite[], found: readonly SiteLine[]): Added {
  const has = new Set(sites.map(({ siteId }) => siteId));
  const others = found.filter(({ id }) => !has.has(id));
  const open = others.filter(({ state }) => state !== 'suspended' && state !== 'retired');
  const added = open.slice(0, Math.max(mostSites - sites.length, 0));
  return {
    sites: [...sites, ...added.map((site) => siteAs('member', site))],
    added,
    there: found.length - others.length,
    closed: others.length - open.length,
    beyond: open.length - added.length,
  };
}
