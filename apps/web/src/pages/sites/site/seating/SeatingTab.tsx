import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';
import { Button } from '@mantine/core';
import IconArmchair from '@tabler/icons-react/dist/esm/icons/IconArmchair.mjs';
import { useState } from 'react';
import { Empty } from '../../../../admin/parts/Empty';
import { Section } from '../../../../admin/parts/Section';
import classes from '../site.module.css';
import type { TabProps } from '../tab';
import { Plan } from './Plan';
import { SeatingDialog } from './SeatingDialog';
import { useTexts } from './texts';

/** Who sits where (HB-8.3). */
export function SeatingTab({ site, may }: TabProps) {
  const t = useTexts();
  const [changing, setChanging] = useState(false);
  const summary = ({ kind, rows, seatsPerRow }: SeatingPlan) =>
    kind === 'grid' ? t('gridOf', { rows: rows ?? 0, seats: seatsPerRow ?? 0 }) : t('picture');
  const change = may('sites.write') && (
    <Button variant="default" size="compact-md" onClick={() => setChanging(true)}>
      {t('change')}
    </Button>
  );
  return (
    <Section title={t('title')} actions={site.seating && change}>
      {site.seating ? (
        <>
          <p className={classes.soft}>{summary(site.seating)}</p>
          <Plan of={site.seating} />
        </>
      ) : (
        <Empty icon={IconArmchair} title={t('noneTitle')}>
          <p>{t('noneText')}</p>
          {change}
        </Empty>
      )}
      {changing && <SeatingDialog site={site} onClose={() => setChanging(false)} />}
    </Section>
  );
}
