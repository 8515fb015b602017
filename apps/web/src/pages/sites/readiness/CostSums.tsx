import type { CostSum } from '@diemcau/contracts/meetings/costs';
import { Group, Skeleton } from '@mantine/core';
import IconCoins from '@tabler/icons-react/dist/esm/icons/IconCoins.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { today } from '../../../admin/dates/format';
import { YearField } from '../../../admin/forms/YearField';
import { Empty } from '../../../admin/parts/Empty';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { formatCount } from '../../../admin/table/count';
import { DownloadButton } from '../../../admin/table/DownloadButton';
import classes from '../site/site.module.css';
import { Scroller } from '../Scroller';
import { useSiteWords } from '../words';
import { costSumsQuery } from './queries';
import { useTexts } from './texts';

const sum = (items: readonly CostSum[], of: 'planned' | 'actual'): string =>
  formatCount(items.reduce((all, one) => all + one[of], 0));

/** Costs of a year, by unit and kind (HB-11.3). */
export function CostSums({ unitId }: { unitId: string | undefined }) {
  const t = useTexts();
  const words = useSiteWords();
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const { data, error, refetch } = useQuery(costSumsQuery(unitId, year));
  return (
    <>
      <Group justify="space-between" align="end" mb="sm">
        <YearField label={t('year')} value={year} onChange={setYear} />
        <DownloadButton
          path="/api/v1/site-costs/export.xlsx"
          fileName={`kinh-phi-${year}.xlsx`}
          query={{ unitId, year: String(year) }}
        />
      </Group>
      <Trouble error={error} onRetry={refetch} />
      {!data && !error && <Skeleton height={200} aria-hidden="true" />}
      {data?.items.length === 0 && (
        <Empty icon={IconCoins} title={t('noCosts')}>
          <p>{t('noCostsText')}</p>
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <Section title={t('costs')}>
          <Scroller label={t('costs')}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t('unit')}</th>
                  <th>{t('kind')}</th>
                  <th className={classes.number}>{t('planned')}</th>
                  <th className={classes.number}>{t('actual')}</th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((line) => (
                  <tr key={`${line.unitId} ${line.kind}`}>
                    <td>{line.unitName}</td>
                    <td>{words(`cost_${line.kind}`)}</td>
                    <td className={classes.number}>{formatCount(line.planned)}</td>
                    <td className={classes.number}>{formatCount(line.actual)}</td>
                  </tr>
                ))}
                <tr>
                  <th colSpan={2}>{t('sum')}</th>
                  <th className={classes.number}>{sum(data.items, 'planned')}</th>
                  <th className={classes.number}>{sum(data.items, 'actual')}</th>
                </tr>
              </tbody>
            </table>
          </Scroller>
        </Section>
      )}
    </>
  );
}
