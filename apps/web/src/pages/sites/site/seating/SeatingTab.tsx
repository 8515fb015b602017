import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';
import { Button } from '@mantine/core';
import IconArmchair from '@tabler/icons-react/dist/esm/icons/IconArmchair.mjs';
import { useState } from 'react';
import { Empty } from '../../../../admin/parts/Empty';
import { Section } from '../../../../admin/parts/Section';
import { Picture } from '../../files/Photo';
import classes from '../site.module.css';
import type { TabProps } from '../tab';
import { SeatingDialog } from './SeatingDialog';
import { useTexts } from './texts';

/** Who sits where (HB-8.3). */
export function SeatingTab({ site, may }: TabProps) {
  const t = useTexts();
  const [changing, setChanging] = useState(false);
  const change = may('sites.write') && (
    <Button variant="default" size="compact-md" onClick={() => setChanging(true)}>
      {t('change')}
    </Button>
  );
  return (
    <Section title={t('title')} actions={site.seating && change}>
      {site.seating ? (
        <Plan of={site.seating} />
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

function Plan({ of: { kind, rows, seatsPerRow, fileId, marks } }: { of: SeatingPlan }) {
  const t = useTexts();
  const seats = (rows ?? 0) * (seatsPerRow ?? 0);
  const summary = kind === 'grid' ? t('gridOf', { rows: rows ?? 0, seats: seatsPerRow ?? 0 }) : t('picture');
  return (
    <>
      <p className={classes.soft}>{summary}</p>
      {kind === 'grid' && <div className={classes.front}>{t('front')}</div>}
      <div className={classes.plan}>
        {kind === 'grid' && (
          <div
            className={classes.grid}
            style={{ gridTemplateColumns: `repeat(${seatsPerRow ?? 1}, 1fr)` }}
            aria-hidden="true"
          >
            {Array.from({ length: seats }, (_, seat) => (
              <span key={seat} className={classes.seat} />
            ))}
          </div>
        )}
        {fileId && <Picture fileId={fileId} alt={t('picture')} />}
        {marks.map(({ label, x, y }) => (
          <span
            key={`${label} ${x} ${y}`}
            className={classes.mark}
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          >
            {label}
          </span>
        ))}
      </div>
    </>
  );
}
