import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../admin/dates/format';
import { Section } from '../../admin/parts/Section';
import { StateChip } from '../../admin/parts/StateChip';
import { Trouble } from '../../admin/parts/Trouble';
import { owedQuery } from './queries';
import { useTexts } from './texts';
import classes from './today.module.css';

/** What the caller has to prepare, the earliest due first. */
export function OwedSection() {
  const t = useTexts();
  const { data, error, refetch } = useQuery(owedQuery());
  return (
    <Section
      title={t('owed')}
      actions={
        <Anchor component={Link} to="/work/checklist">
          {t('allTasks')}
        </Anchor>
      }
    >
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={80} />}
      {data?.items.length === 0 && <p className={classes.soft}>{t('noTasks')}</p>}
      <ul className={classes.list}>
        {data?.items.map((item) => (
          <li key={item.id} className={classes.row}>
            <span className={classes.grow}>
              <Link to="/work/meetings/$occurrenceId" params={{ occurrenceId: item.occurrenceId }}>
                {item.title}
              </Link>
              <br />
              <span className={classes.soft}>
                {item.meetingTitle} · {t('due', { at: formatInstant(item.dueAt) })}
              </span>
            </span>
            {item.late && <StateChip tone="bad">{t('late', { n: Math.ceil(item.lateMin / 60) })}</StateChip>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
