import { Anchor } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { body } from '@diemcau/client/rest';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../../admin/dates/format';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { rest } from '../../../api/rest';
import classes from '../occurrence/occurrence.module.css';
import { meetingsKey } from '../occurrence/queries';
import { useTexts } from './texts';

const owedQuery = (limit: number) =>
  queryOptions({
    queryKey: [...meetingsKey, 'owedPoints', limit],
    queryFn: () => body(rest.GET('/api/v1/agenda', { params: { query: { limit } } })),
  });

interface Props {
  /** How many lines. */
  readonly most: number;
}

/** Points of agendas that the caller's units still have to submit; nothing where there are none (HB-8.1). */
export function OwedPoints({ most }: Props) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(owedQuery(most));
  if (error && !data) return <Trouble error={error} onRetry={refetch} />;
  if (!data || data.total === 0) return null;
  return (
    <Section title={t('owedPoints', { n: data.total })}>
      <ul className={classes.list}>
        {data.items.map(
          ({ id, title, unitName, dueAt, late, state, occurrenceId, meetingTitle, startsAt }) => (
            <li key={id} className={classes.row}>
              <span className={classes.grow}>
                <Anchor component={Link} to={`/work/meetings/${occurrenceId}`}>
                  {title}
                </Anchor>
                <br />
                <span className={classes.soft}>
                  {unitName} · {dueAt === null ? '' : `${t('dueAt', { at: formatInstant(dueAt) })} · `}
                  {meetingTitle} ({formatInstant(startsAt)})
                </span>
              </span>
              {late && <StateChip tone="bad">{t('pointLate')}</StateChip>}
              <StateChip tone={state === 'returned' ? 'warning' : 'waiting'}>
                {t(state === 'returned' ? 'pointReturned' : 'pointAssigned')}
              </StateChip>
            </li>
          ),
        )}
      </ul>
      {data.total > data.items.length && (
        <p className={classes.soft}>{t('morePoints', { n: data.total - data.items.length })}</p>
      )}
    </Section>
  );
}
