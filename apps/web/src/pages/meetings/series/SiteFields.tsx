import type { TemplateSite } from '@diemcau/contracts/meetings/series-template';
import type { SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { ActionIcon, NumberInput, Select } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useQuery } from '@tanstack/react-query';
import { Section } from '../../../admin/parts/Section';
import { sitesToPickQuery } from './queries';
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
  const known = useQuery(sitesToPickQuery());
  const all = known.data?.items ?? [];
  const free = all.filter(({ id }) => !sites.some(({ siteId }) => siteId === id));
  const nameOf = (siteId: string) => all.find(({ id }) => id === siteId)?.name ?? '…';
  const limitOf = (siteId: string) => all.find(({ id }) => id === siteId)?.headcountLimit ?? 2000;
  const put = (siteId: string, changes: Partial<TemplateSite>) =>
    onChange(sites.map((site) => (site.siteId === siteId ? { ...site, ...changes } : site)));
  const add = (siteId: string | null) => {
    if (siteId === null) return;
    const role: SiteRole = sites.some((site) => site.role === 'main') ? 'member' : 'main';
    onChange([...sites, { siteId, role, expected: Math.min(40, limitOf(siteId)) }]);
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
      <Select
        mt="xs"
        aria-label={t('addSite')}
        placeholder={t('addSite')}
        data={free.map(({ id, name, unitName }) => ({ value: id, label: `${name} – ${unitName}` }))}
        value={null}
        searchable
        onChange={add}
      />
    </Section>
  );
}
