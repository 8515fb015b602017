import type { MainSiteRule } from '@diemcau/contracts/meetings/meeting-types';
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

/** What a type says of main, and who holds the meeting; undefined while the types are not known. */
export interface RoleRule {
  readonly mainSite: MainSiteRule | undefined;
  readonly ownerId: string | null;
  /** Divisions of theirs: an office keeps its rooms under one of them. */
  readonly divisionIds: readonly string[];
}

/**
 * Those just added, with the roles that the type gives (HB-2.1): the first of who holds the meeting is main, where the
 * type has it so and none is main yet (I10); the others are members. Those that were there stay as they are.
 */
export function placed(
  sites: readonly TemplateSite[],
  added: readonly SiteLine[],
  { mainSite, ownerId, divisionIds }: RoleRule,
): TemplateSite[] {
  const isOpen = mainSite === 'ownerUnit' && sites.every(({ role }) => role !== 'main');
  const main = isOpen
    ? added.find(({ unitId }) => unitId === ownerId || divisionIds.includes(unitId))
    : undefined;
  return added.map((site) => siteAs(site === main ? 'main' : 'member', site));
}

/** As somebody wrote one of them; who was main or standby before it is a member then (I10). */
export const changed = (
  sites: readonly TemplateSite[],
  siteId: string,
  changes: Partial<TemplateSite>,
): TemplateSite[] =>
  sites.map((one) => {
    if (one.siteId === siteId) return { ...one, ...changes };
    return one.role === changes.role ? { ...one, role: 'member' } : one;
  });

/** Every site of those that may be booked comes to it, until there are as many as a meeting may have. */
export function withAll(sites: readonly TemplateSite[], found: readonly SiteLine[], rule: RoleRule): Added {
  const has = new Set(sites.map(({ siteId }) => siteId));
  const others = found.filter(({ id }) => !has.has(id));
  const open = others.filter(({ state }) => state !== 'suspended' && state !== 'retired');
  const added = open.slice(0, Math.max(mostSites - sites.length, 0));
  return {
    sites: [...sites, ...placed(sites, added, rule)],
    added,
    there: found.length - others.length,
    closed: others.length - open.length,
    beyond: open.length - added.length,
  };
}
