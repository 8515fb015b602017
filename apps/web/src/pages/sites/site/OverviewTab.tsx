import { Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useState } from 'react';
import { Facts } from '../../../admin/parts/Facts';
import { Section } from '../../../admin/parts/Section';
import { formatDecimal } from '../../../i18n/numbers';
import { useLanguage } from '../equipment/use-language';
import { SiteDialog } from '../list/SiteDialog';
import { useSiteWords } from '../words';
import classes from './site.module.css';
import type { TabProps } from './tab';
import { useTexts } from './texts';

const speed = (mbps: number | null): string => (mbps === null ? '–' : `${formatDecimal(mbps, 1)} Mbit/s`);

/** What the room is, and why it is not ready. */
export function OverviewTab({ site, may }: TabProps) {
  const t = useTexts();
  const words = useSiteWords();
  const language = useLanguage();
  const [changing, setChanging] = useState(false);
  return (
    <div className={classes.columns}>
      <Section
        title={t('about')}
        actions={
          may('sites.write') && (
            <Button variant="default" size="compact-md" onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
          )
        }
      >
        <Facts
          of={[
            [t('unit'), site.unitName],
            [t('address'), site.address ?? '–'],
            [t('capacity'), String(site.capacity)],
            [t('headcountLimit'), t('people', { n: site.headcountLimit })],
            [t('requiredMbps'), speed(site.requiredMbps)],
            [t('contractedMbps'), speed(site.contractedMbps)],
            [t('measuredMbps'), speed(site.measuredMbps)],
            site.suspendedReason === null ? null : [t('suspendedReason'), site.suspendedReason],
          ]}
        />
      </Section>
      <Section title={t('standing')}>
        <p className={classes.score}>
          <strong>{site.score ?? '–'}</strong> {t('ofHundred')}
        </p>
        <ul className={classes.reasons}>
          {site.reasons.length === 0 && (
            <li>
              <IconCircleCheck size={20} aria-hidden="true" style={{ color: '#12663a' }} />
              {t('nothingLacks')}
            </li>
          )}
          {site.reasons.map(({ code, item, itemEn }) => (
            <li key={`${code} ${item}`}>
              <IconAlertTriangle size={20} aria-hidden="true" />
              {words(`reason_${code}`, { item: (language === 'vi' ? item : itemEn) ?? '' })}
            </li>
          ))}
        </ul>
      </Section>
      {changing && <SiteDialog site={site} onClose={() => setChanging(false)} />}
    </div>
  );
}
