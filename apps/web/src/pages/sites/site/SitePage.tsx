import type { Permission } from '@diemcau/contracts/identity/permissions';
import { Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Back } from '../../../admin/parts/Back';
import { PageHead } from '../../../admin/parts/PageHead';
import { useMayOn } from '../../../admin/permissions';
import { useAddressState } from '../../../admin/table/list-search';
import { ProblemNote } from '../../../parts/ProblemNote';
import { SiteStateChip } from '../Chips';
import { siteQuery } from '../queries';
import { EquipmentTab } from '../equipment/EquipmentTab';
import { CostsTab } from './costs/CostsTab';
import { DocumentsTab } from './documents/DocumentsTab';
import { HistoryTab } from './history/HistoryTab';
import { OverviewTab } from './OverviewTab';
import { OperatorsTab } from './operators/OperatorsTab';
import { PresetsTab } from './seating/PresetsTab';
import { ReadinessTab } from './readiness/ReadinessTab';
import { RulesTab } from './RulesTab';
import { SeatingTab } from './seating/SeatingTab';
import { SiteActs } from './SiteActs';
import classes from './site.module.css';
import type { TabProps } from './tab';
import { useTexts } from './texts';

const tabs = {
  overview: OverviewTab,
  readiness: ReadinessTab,
  equipment: EquipmentTab,
  documents: DocumentsTab,
  operators: OperatorsTab,
  seating: SeatingTab,
  presets: PresetsTab,
  rules: RulesTab,
  costs: CostsTab,
  history: HistoryTab,
} as const satisfies Record<string, ComponentType<TabProps>>;
type TabKey = keyof typeof tabs;
const keys = Object.keys(tabs) as TabKey[];

/** One site, part by part; which part is in the address. */
export function SitePage() {
  const t = useTexts();
  const { siteId } = useParams({ from: '/work/sites/$siteId' });
  const { data: site, error, refetch } = useQuery(siteQuery(siteId));
  const [{ tab }, patch] = useAddressState();
  const mayOn = useMayOn();
  if (error && !site) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!site) return <Skeleton height={320} radius="lg" aria-hidden="true" />;
  const shown = keys.find((key) => key === tab) ?? 'overview';
  const Shown = tabs[shown];
  const may = (permission: Permission) => site.state !== 'retired' && mayOn(permission, site.unitPath);
  return (
    <>
      <Back>
        <Link to="/work/sites">{t('allSites')}</Link>
      </Back>
      <PageHead
        title={site.name}
        lead={
          <>
            {site.unitName} · <SiteStateChip state={site.state} />
          </>
        }
      >
        <SiteActs site={site} may={may} />
      </PageHead>
      <Tabs
        value={shown}
        onChange={(value) => patch({ tab: value === 'overview' ? undefined : (value ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs} aria-label={t('parts')}>
          {keys.map((key) => (
            <Tabs.Tab key={key} value={key}>
              {t(key)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown} className={classes.panel}>
          <Shown site={site} may={may} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
