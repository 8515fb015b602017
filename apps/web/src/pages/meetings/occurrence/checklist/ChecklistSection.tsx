import type { PreparationItem } from '@diemcau/contracts/meetings/checklists';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { Button, Skeleton } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../../admin/forms/use-act';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import classes from '../occurrence.module.css';
import { meetingsKey } from '../queries';
import { RemoveDialog } from '../RemoveDialog';
import { ChecklistRow } from './ChecklistRow';
import { checklistQuery, markTask, removeTask } from './queries';
import { TaskDialog } from './TaskDialog';
import { useTexts } from './texts';

type Asked =
  { readonly what: 'change' | 'remove'; readonly item: PreparationItem } | { readonly what: 'add' };

/** What must be done before it, by whom until when (HB-8.1 … HB-8.3). */
export function ChecklistSection({ meeting }: { meeting: Occurrence }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(checklistQuery(meeting.id));
  const mark = useAct(markTask, { changes: [meetingsKey] });
  const [asked, setAsked] = useState<Asked | null>(null);
  const items = data?.items ?? [];
  const done = items.filter(({ doneAt }) => doneAt !== null).length;
  const writes = meeting.actions.includes('change');
  const close = () => setAsked(null);
  const add = writes && (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      onClick={() => setAsked({ what: 'add' })}
    >
      {t('add')}
    </Button>
  );
  return (
    <Section title={t('checklist', { done, all: items.length })} actions={add}>
      <Trouble error={mark.error ?? (data ? null : error)} onRetry={refetch} />
      {!data && !error && <Skeleton height={120} />}
      {data && items.length === 0 && <p className={classes.soft}>{t('none')}</p>}
      <ul className={classes.list}>
        {items.map((item) => (
          <ChecklistRow
            key={item.id}
            item={item}
            done={
              mark.isPending && mark.variables.itemId === item.id ? mark.variables.done : item.doneAt !== null
            }
            marks={item.mine && meeting.state !== 'reported'}
            writes={writes}
            onMark={(isDone) => mark.mutate({ itemId: item.id, done: isDone })}
            onAsk={(what) => setAsked({ what, item })}
          />
        ))}
      </ul>
      {asked?.what === 'add' && <TaskDialog meeting={meeting} item={null} onClose={close} />}
      {asked?.what === 'change' && <TaskDialog meeting={meeting} item={asked.item} onClose={close} />}
      {asked?.what === 'remove' && (
        <RemoveDialog
          title={t('removeOf', { title: asked.item.title })}
          text={t('removeText')}
          done={t('done_remove')}
          onRemove={() => removeTask(asked.item.id)}
          onClose={close}
        />
      )}
    </Section>
  );
}
