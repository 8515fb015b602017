import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import { Section } from '../../../admin/parts/Section';
import { SitePicker } from '../../sites/pick/SitePicker';
import { useNamedSites } from '../../sites/pick/use-named-sites';
import classes from './series.module.css';
import { siteAs } from './sites/adding';
import { readAtOnce, SiteRows } from './sites/SiteRows';
import parts from './sites/sites.module.css';
import { UnitSites } from './sites/UnitSites';
import { useTexts } from './texts';

interface Props {
  /** Who holds the meeting. */
  readonly ownerId: string | null;
  readonly sites: readonly TemplateSite[];
  readonly onChange: (sites: TemplateSite[]) => void;
}

/** Which sites are in it, as what, with how many people (HB-2.2, HB-4.3): one by one, or all of a unit at once. */
export function SiteFields({ ownerId, sites, onChange }: Props) {
  const t = useTexts();
  const known = useNamedSites(sites.map(({ siteId }) => siteId));
  const add = (site: SiteLine | null) => {
    if (site === null) return;
    known.learn([site]);
    const one = siteAs(sites.some(({ role }) => role === 'main') ? 'member' : 'main', site);
    // At the end of a long list nobody would see it.
    onChange(sites.length < readAtOnce ? [...sites, one] : [one, ...sites]);
  };
  return (
    <Section title={t('sites')}>
      {sites.length === 0 && <p className={classes.quiet}>{t('noSites')}</p>}
      <SiteRows sites={sites} onChange={onChange} of={known.of} />
      <div className={parts.picker}>
        <SitePicker
          // Emptied for the next one.
          key={sites.length}
          label={t('addSite')}
          hideLabel
          value={null}
          without={sites.map(({ siteId }) => siteId)}
          onChange={(_, site) => add(site)}
        />
      </div>
      <UnitSites ownerId={ownerId} sites={sites} onChange={onChange} onFound={known.learn} />
    </Section>
  );
}
