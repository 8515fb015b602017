import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { formatPoints } from '../rows/points';
import { useTexts as useScoreTexts } from '../scores/texts';
import classes from './occurrence.module.css';
import { scoresQuery } from './queries';
import { useTexts } from './texts';

/** Results of an observation, a lesson, a contest: shown once it is over; until then the way to where it is scored (HB-2.1). */
export function ScoresSection({ occurrenceId }: { occurrenceId: string }) {
  const t = useTexts();
  const words = useScoreTexts();
  const { data, error, refetch } = useQuery(scoresQuery(occurrenceId));
  return (
    <Section
      title={t('scores')}
      actions={
        <Button
          variant={data?.scoring ? 'filled' : 'default'}
          renderRoot={(props) => (
            <Link {...props} to="/work/meetings/$occurrenceId/scores" params={{ occurrenceId }} />
          )}
        >
          {words(data?.scoring ? 'score' : 'open')}
        </Button>
      }
    >
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={80} />}
      {data?.contestants.length === 0 && <p className={classes.soft}>{t('noContestants')}</p>}
      <ul className={classes.list}>
        {data?.contestants.map(({ id, name, unitName, average, rank }) => (
          <li key={id} className={classes.row}>
            <span className={classes.grow}>
              {name}
              {unitName !== null && <span className={classes.soft}> · {unitName}</span>}
            </span>
            {average !== null && <span>{t('average', { n: formatPoints(average) })}</span>}
            {rank !== null && (
              <StateChip tone={rank === 1 ? 'good' : 'neutral'}>{t('rank', { n: rank })}</StateChip>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
