import type { RollUpLine } from '@diemcau/contracts/meetings/readiness';
import { Button, Progress, Skeleton } from '@mantine/core';
import IconBuildingCommunity from '@tabler/icons-react/dist/esm/icons/IconBuildingCommunity.mjs';
import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../../admin/parts/Empty';
import { Section } from '../../../admin/parts/Section';
import { Trouble } from '../../../admin/parts/Trouble';
import { formatDecimal } from '../../../i18n/numbers';
import classes from '../site/site.module.css';
import { Scroller } from '../Scroller';
import { useSiteWords } from '../words';
import { rollUpQuery } from './queries';
import { useTexts } from './texts';

const figures = ['ready', 'degraded', 'draft', 'suspended'] as const;

interface Props {
  readonly unitId: string | undefined;
  /** Goes one step down. */
  readonly onOpen: (unitId: string) => void;
}

/** One line per unit right below: average, states, what is overdue. */
export function RollUp({ unitId, onOpen }: Props) {
  const t = useTexts();
  const words = useSiteWords();
  const { data, error, refetch } = useQuery(rollUpQuery(unitId));
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return <Skeleton height={240} aria-hidden="true" />;
  if (data.items.length === 0) {
    return (
      <Empty icon={IconBuildingCommunity} title={t('noneTitle')}>
        <p>{t('noneText')}</p>
      </Empty>
    );
  }
  return (
    <Section title={t('rollUp')}>
      <Scroller label={t('rollUp')}>
        <table className={`${classes.table} ${classes.lines}`}>
          <thead>
            <tr>
              <th>{t('unit')}</th>
              <th className={classes.number}>{t('sites')}</th>
              <th>{t('score')}</th>
              {figures.map((key) => (
                <th key={key} className={classes.number}>
                  {words(`state_${key}`)}
                </th>
              ))}
              <th className={classes.number}>{t('overdue')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((line) => (
              <tr key={line.unitId}>
                <td>
                  {line.unitId === unitId ? (
                    t('itself', { unit: line.unitName })
                  ) : (
                    <Button variant="subtle" size="compact-md" ml={-10} onClick={() => onOpen(line.unitId)}>
                      {line.unitName}
                    </Button>
                  )}
                </td>
                <td className={classes.number} data-title={t('sites')}>
                  {line.sites}
                </td>
                <td data-title={t('score')} className={classes.whole}>
                  <Score line={line} />
                </td>
                {figures.map((key) => (
                  <td key={key} className={classes.number} data-title={words(`state_${key}`)}>
                    {line[key]}
                  </td>
                ))}
                <td className={classes.number} data-title={t('overdue')}>
                  {line.overdue > 0 ? <strong className={classes.late}>{line.overdue}</strong> : 0}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

function Score({ line: { score, unitName } }: { line: RollUpLine }) {
  const words = useSiteWords();
  if (score === null) return <>{words('noScore')}</>;
  const shown = formatDecimal(score, 1);
  return (
    <>
      {shown}
      <Progress value={score} size="sm" aria-label={`${unitName}: ${shown}`} style={{ minWidth: '6rem' }} />
    </>
  );
}
