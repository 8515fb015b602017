import { Button } from '@mantine/core';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useState } from 'react';
import { formatDay } from '../../../../admin/dates/format';
import { Empty } from '../../../../admin/parts/Empty';
import { Section } from '../../../../admin/parts/Section';
import classes from '../site.module.css';
import type { TabProps } from '../tab';
import { OperatorsDialog } from './OperatorsDialog';
import { useTexts } from './texts';

/** Who runs the site, with a number to call (HB-8.3). */
export function OperatorsTab({ site, may }: TabProps) {
  const t = useTexts();
  const [choosing, setChoosing] = useState(false);
  const choose = may('sites.write') && (
    <Button variant="default" size="compact-md" onClick={() => setChoosing(true)}>
      {t('choose')}
    </Button>
  );
  return (
    <Section title={t('title')} actions={site.operators.length > 0 && choose}>
      {site.operators.length === 0 && (
        <Empty icon={IconUsers} title={t('noneTitle')}>
          <p>{t('noneText')}</p>
          {choose}
        </Empty>
      )}
      <ul className={classes.items}>
        {site.operators.map(({ entryId, name, phone, duties, until }) => (
          <li key={entryId} className={classes.item}>
            <div className={classes.itemHead}>
              <h3>{name}</h3>
              {phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a> : t('noPhone')}
            </div>
            <p className={classes.soft}>{duties}</p>
            {until && <p className={classes.soft}>{t('until', { day: formatDay(until) })}</p>}
          </li>
        ))}
      </ul>
      {choosing && <OperatorsDialog site={site} onClose={() => setChoosing(false)} />}
    </Section>
  );
}
