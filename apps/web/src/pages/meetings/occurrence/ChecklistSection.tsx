import { Checkbox, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import classes from './occurrence.module.css';
import { checklistQuery, markItem, meetingsKey } from './queries';
import { useTexts } from './texts';

/** What must be done before it, by whom until when (HB-8.1 … HB-8.3). */
export function ChecklistSection({ occurrenceId }: { occurrenceId: string }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(checklistQuery(occurrenceId));
  const mark = useAct(markItem, { changes: [meetingsKey] });
  const items = data?.items ?? [];
  const done = items.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <Section title={t('checklist', { done, all: items.length })}>
      <Trouble error={mark.error ?? (data ? null : error)} onRetry={refetch} />
      {!data && !error && <Skeleton height={120} />}
      {data && items.length === 0 && <p className={classes.soft}>{t('noChecklist')}</p>}
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item.id} className={classes.row}>
            <Checkbox
              className={classes.grow ?? ''}
              label={item.title}
              description={`${item.unitName} · ${
                item.doneAt === null
                  ? t('due', { at: formatInstant(item.dueAt) })
                  : t('doneAt', { at: formatInstant(item.doneAt) })
              }`}
              checked={item.doneAt !== null}
              disabled={!item.mine || mark.isPending}
              onChange={(event) => mark.mutate({ itemId: item.id, done: event.currentTarget.checked })}
            />
            {item.late && (
              <StateChip tone={item.doneAt === null ? 'bad' : 'warning'}>
                {t('lateBy', { n: Math.ceil(item.lateMin / 60) })}
              </StateChip>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
