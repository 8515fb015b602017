import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteLine } from '@diemcau/contracts/meetings/sites';
import type { SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { ActionIcon, NumberInput, Select } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { Section } from '../../../admin/parts/Section';
import { SitePicker } from '../../sites/pick/SitePicker';
import { useNamedSites } from '../../sites/pick/use-named-sites';
import classes from './series.module.css';
import { useTexts } from './texts';

const roles = ['main', 'standby', 'member'] as const satisfies readonly SiteRole[];

interface Props {
  readonly sites: readonly TemplateSite[];
  readonly onChange: (sites: TemplateSite[]) => void;
}

/** Which sites are in it, as what, with how many people (HB-2.2, HB-4.3). */
export function SiteFields({ sites, onChange }: Props) {
  const t = useTexts();
  const known = useNamedSites(sites.map(({ siteId }) => siteId));
  const nameOf = (siteId: string) => known.of(siteId)?.name ?? '…';
  const limitOf = (siteId: string) => known.of(siteId)?.headcountLimit ?? 2000;
  const put = (siteId: string, changes: Partial<TemplateSite>) =>
    onChange(sites.map((site) => (site.siteId === siteId ? { ...site, ...changes } : site)));
  const add = (site: SiteLine | null) => {
    if (site === null) return;
    known.learn(site);
    const role: SiteRole = sites.some((site) => site.role === 'main') ? 'member' : 'main';
    onChange([...sites, { siteId: site.id, role, expected: Math.min(40, site.headcountLimit) }]);
  };
  return (
    <Section title={t('sites')}>
      {sites.length === 0 && <p className={classes.quiet}>{t('noSites')}</p>}
      {sites.map(({ siteId, role, expected }) => {
        const site = nameOf(siteId);
        return (
          <div key={siteId} className={classes.line}>
            <span>{site}</span>
            <Select
              aria-label={t('role', { site })}
              data={roles.map((one) => ({ value: one, label: t(`role_${one}`) }))}
              value={role}
              allowDeselect={false}
              onChange={(one) => put(siteId, { role: one as SiteRole })}
            />
            <NumberInput
              aria-label={t('expected', { site })}
              min={0}
              max={limitOf(siteId)}
              value={expected}
              onChange={(people) => put(siteId, { expected: Number(people) || 0 })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('remove', { name: site })}
              onClick={() => onChange(sites.filter((one) => one.siteId !== siteId))}
            >
              <IconX size={20} aria-hidden="true" />
            </ActionIcon>
          </div>
        );
      })}
      <SitePicker
        // Emptied for the next one.
        key={sites.length}
        label={t('addSite')}
        hideLabel
        value={null}
        without={sites.map(({ siteId }) => siteId)}
        onChange={(_, site) => add(site)}
      />
    </Section>
  );
}
