import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { Section } from '../../../admin/parts/Section';
import { SitePicker } from '../../sites/pick/SitePicker';
import { useNamedSites } from '../../sites/pick/use-named-sites';
import { meetingTypesQuery } from '../types/queries';
import classes from './series.module.css';
import { placed } from './sites/adding';
import { divisionsQuery } from './sites/queries';
import { RoleNotes } from './sites/RoleNotes';
import { readAtOnce, SiteRows } from './sites/SiteRows';
import parts from './sites/sites.module.css';
import { UnitSites } from './sites/UnitSites';
import { useTexts } from './texts';

interface Props {
  readonly kind: MeetingKind;
  /** Who holds the meeting. */
  readonly ownerId: string | null;
  readonly sites: readonly TemplateSite[];
  readonly onChange: (sites: TemplateSite[]) => void;
}

/** Which sites are in it, as what, with how many people (HB-2.2, HB-4.3): one by one, or all of a unit at once. */
export function SiteFields({ kind, ownerId, sites, onChange }: Props) {
  const t = useTexts();
  const types = useQuery(meetingTypesQuery());
  const type = types.data?.items.find((one) => one.kind === kind);
  const divisions = useQuery(divisionsQuery(ownerId));
  const divisionIds = divisions.data?.items.map(({ id }) => id) ?? [];
  const rule = { mainSite: type?.mainSite, ownerId, divisionIds };
  const known = useNamedSites(sites.map(({ siteId }) => siteId));
  const add = (site: SiteLine | null) => {
    if (site === null) return;
    known.learn([site]);
    const one = placed(sites, [site], rule);
    // At the end of a long list nobody would see it.
    onChange(sites.length < readAtOnce ? [...sites, ...one] : [...one, ...sites]);
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
      <UnitSites rule={rule} sites={sites} onChange={onChange} onFound={known.learn} />
      {/* Last: what comes late moves no field that somebody is about to fill in. */}
      <RoleNotes type={type} sites={sites} />
    </Section>
  );
}
