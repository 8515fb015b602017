import type { AgendaItem } from '@diemcau/contracts/meetings/agenda';
import type { Occurrence } from '@diemcau/contracts/meetings/occurrences';
import { Button, Skeleton } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Section } from '../../../../admin/parts/Section';
import { Trouble } from '../../../../admin/parts/Trouble';
import classes from '../occurrence.module.css';
import { RemoveDialog } from '../RemoveDialog';
import { isOver } from '../states';
import { AgendaRow, type Asked } from './AgendaRow';
import { PointDialog } from './PointDialog';
import { agendaQuery, removeItem } from './queries';
import { ReturnDialog } from './ReturnDialog';
import { SubmitDialog } from './SubmitDialog';
import { useTexts } from './texts';
import { useReordering } from './use-reordering';

/** Who prepares what until when, and how far it is (HB-8.1). */
export function AgendaSection({ meeting }: { meeting: Occurrence }) {
  const t = useTexts();
  const { data, error, refetch } = useQuery(agendaQuery(meeting.id));
  const [asked, setAsked] = useState<{ what: Asked; item: AgendaItem } | 'add' | null>(null);
  const items = data?.items ?? [];
  const list = useRef<HTMLOListElement>(null);
  const { move, error: moveError } = useReordering(meeting.id, items, list);
  const writes = meeting.actions.includes('change');
  const over = isOver(meeting.state);
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  const add = writes && (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      onClick={() => setAsked('add')}
    >
      {t('add')}
    </Button>
  );
  return (
    <Section title={t('agenda')} actions={add}>
      <Trouble error={moveError ?? (data ? null : error)} onRetry={refetch} />
      {!data && !error && <Skeleton height={80} />}
      {data && items.length === 0 && (
        <p className={classes.soft}>
          {t('none')} {writes && t('noneText')}
        </p>
      )}
      <ol className={classes.list} ref={list}>
        {items.map((item) => (
          <AgendaRow
            key={item.id}
            item={item}
            submits={item.submittable && !over}
            decides={(data?.changeable ?? false) && !over}
            writes={writes}
            of={items.length}
            onMove={move}
            onAsk={(what) => setAsked({ what, item })}
          />
        ))}
      </ol>
      {items.length > 1 && <p className={classes.soft}>{t('total', { n: minutes })}</p>}
      <Asking meeting={meeting} asked={asked} onClose={() => setAsked(null)} />
    </Section>
  );
}

interface AskingProps {
  readonly meeting: Occurrence;
  readonly asked: { readonly what: Asked; readonly item: AgendaItem } | 'add' | null;
  readonly onClose: () => void;
}

/** The dialog of what was pressed. */
function Asking({ meeting, asked, onClose }: AskingProps) {
  const t = useTexts();
  if (asked === null) return null;
  if (asked === 'add') return <PointDialog meeting={meeting} item={null} onClose={onClose} />;
  const { what, item } = asked;
  switch (what) {
    case 'change':
      return <PointDialog meeting={meeting} item={item} onClose={onClose} />;
    case 'submit':
      return <SubmitDialog item={item} onClose={onClose} />;
    case 'return':
      return <ReturnDialog item={item} onClose={onClose} />;
    case 'remove':
      return (
        <RemoveDialog
          title={t('removeOf', { title: item.title })}
          text={t('removeText')}
          done={t('done_remove')}
          onRemove={() => removeItem(item.id)}
          onClose={onClose}
        />
      );
  }
}
