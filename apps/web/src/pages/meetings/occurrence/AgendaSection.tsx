import type { AgendaItem } from '@diemcau/contracts/meetings/agenda';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../admin/dates/format';
import { useAct } from '../../../admin/forms/use-act';
import { Section } from '../../../admin/parts/Section';
import { StateChip } from '../../../admin/parts/StateChip';
import { Trouble } from '../../../admin/parts/Trouble';
import { ItemDialog } from './ItemDialog';
import classes from './occurrence.module.css';
import { agendaQuery, approveItem, meetingsKey } from './queries';
import { useTexts } from './texts';

const tones = { assigned: 'waiting', submitted: 'waiting', returned: 'warning', approved: 'good' } as const;

/** Who prepares what until when, and how far it is (HB-8.1). */
export function AgendaSection({ occurrenceId }: { occurrenceId: string }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(agendaQuery(occurrenceId));
  return (
    <Section title={t('agenda')}>
      <Trouble error={data ? null : error} onRetry={refetch} />
      {!data && !error && <Skeleton height={80} />}
      {data?.items.length === 0 && <p className={classes.soft}>{t('noAgenda')}</p>}
      <ol className={classes.list}>
        {data?.items.map((item) => (
          <Item key={item.id} item={item} decides={data.changeable} />
        ))}
      </ol>
    </Section>
  );
}

function Item({ item, decides }: { item: AgendaItem; decides: boolean }) {
  const t = useTexts();
  const [asked, setAsked] = useState<'submitItem' | 'returnItem' | null>(null);
  const approve = useAct(approveItem, { changes: [meetingsKey], done: t('done_item') });
  const mayDecide = decides && item.state === 'submitted';
  return (
    <li className={classes.row}>
      <span className={classes.grow}>
        {item.position}. {item.title}
        <br />
        <span className={classes.soft}>
          {item.unitName} · {t('minutes', { n: item.minutes })}
          {item.dueAt !== null && ` · ${t('due', { at: formatInstant(item.dueAt) })}`}
          {item.note !== null && ` · ${item.note}`}
        </span>
      </span>
      {item.late && <StateChip tone="bad">{t('late')}</StateChip>}
      <StateChip tone={tones[item.state]}>{t(`item_${item.state}`)}</StateChip>
      {item.submittable && item.state !== 'approved' && !mayDecide && (
        <Button size="compact-md" variant="default" onClick={() => setAsked('submitItem')}>
          {t('submitItem')}
        </Button>
      )}
      {mayDecide && (
        <>
          <Button size="compact-md" variant="default" onClick={() => setAsked('returnItem')}>
            {t('returnItem')}
          </Button>
          <Button
            size="compact-md"
            loading={approve.isPending}
            onClick={() => approve.mutate({ itemId: item.id, version: item.version })}
          >
            {t('approveItem')}
          </Button>
        </>
      )}
      {asked && <ItemDialog item={item} asked={asked} onClose={() => setAsked(null)} />}
    </li>
  );
}
