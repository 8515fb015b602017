import type { CostLine } from '@diemcau/contracts/meetings/costs';
import { Button, Skeleton } from '@mantine/core';
import IconCoins from '@tabler/icons-react/dist/esm/icons/IconCoins.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { today } from '../../../../admin/dates/format';
import { YearField } from '../../../../admin/forms/YearField';
import { Empty } from '../../../../admin/parts/Empty';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import { formatCount } from '../../../../admin/table/count';
import { costsQuery } from '../../queries';
import { Scroller } from '../../Scroller';
import { useSiteWords } from '../../words';
import classes from '../site.module.css';
import type { TabProps } from '../tab';
import { CostDialog } from './CostDialog';
import { useTexts } from './texts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What the site costs in a year, planned and spent (HB-11.3). */
export function CostsTab({ site: { id: siteId }, may }: TabProps) {
  const t = useTexts();
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const { data, error, refetch } = useQuery(costsQuery(siteId, year));
  const [open, setOpen] = useState<CostLine | 'new' | null>(null);
  const keeps = may('sites.write');
  const add = keeps && (
    <Button size="sm" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Section title={t('title', { year })} actions={add}>
      <YearField label={t('year')} value={year} onChange={setYear} />
      <Trouble error={error} onRetry={refetch} />
      {!data && !error && <Skeleton height={160} mt="sm" aria-hidden="true" />}
      {data?.items.length === 0 && (
        <Empty icon={IconCoins} title={t('noneTitle')}>
          <p>{t('noneText')}</p>
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <Lines items={data.items} label={t('title', { year })} onChange={keeps ? setOpen : null} />
      )}
      {open && (
        <CostDialog
          siteId={siteId}
          year={year}
          cost={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

interface LinesProps {
  readonly items: readonly CostLine[];
  readonly label: string;
  readonly onChange: ((cost: CostLine) => void) | null;
}

function Lines({ items, label, onChange }: LinesProps) {
  const t = useTexts();
  const words = useSiteWords();
  return (
    <Scroller label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('text')}</th>
            <th>{t('kind')}</th>
            <th className={classes.number}>{t('planned')}</th>
            <th className={classes.number}>{t('actual')}</th>
            {onChange && <th className={classes.number}>{t('change')}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((cost) => (
            <tr key={cost.id}>
              <td>{cost.text}</td>
              <td>{words(`cost_${cost.kind}`)}</td>
              <td className={classes.number}>{formatCount(cost.planned)}</td>
              <td className={classes.number}>{cost.actual === null ? '–' : formatCount(cost.actual)}</td>
              {onChange && (
                <td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('changeOne', { text: cost.text })}
                    onClick={() => onChange(cost)}
                  >
                    {t('change')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
          <tr>
            <th colSpan={2}>{t('sum')}</th>
            <th className={classes.number}>{formatCount(sum(items.map(({ planned }) => planned)))}</th>
            <th className={classes.number}>{formatCount(sum(items.map(({ actual }) => actual ?? 0)))}</th>
          </tr>
        </tbody>
      </table>
    </Scroller>
  );
}
