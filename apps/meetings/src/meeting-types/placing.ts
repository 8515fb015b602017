import type { MainSiteRule } from '@diemcau/contracts/meetings/meeting-types';
import type { NewSite } from '@diemcau/contracts/meetings/new-site';
import type { SiteRole } from '@diemcau/contracts/meetings/vocabulary';

/** A site with its part in the meeting. */
export interface PlacedSite extends NewSite {
  readonly role: SiteRole;
}

/**
 * Gives a role to sites of which nobody said one (HB-2.1); what somebody said stays, and there is one main site at most (I10).
 * @param ofOwner sites of the unit that holds the meeting and of its divisions: the first of them that is there is main, where the type has it so
 */
export function placed(
  sites: readonly NewSite[],
  rule: MainSiteRule,
  ofOwner: ReadonlySet<string>,
): PlacedSite[] {
  const said = sites.some(({ role }) => role === 'main');
  const main =
    said || rule === 'chosen' ? undefined : sites.find((site) => !site.role && ofOwner.has(site.siteId));
  return sites.map((site) => ({ ...site, role: site.role ?? (site === main ? 'main' : 'member') }));
}
