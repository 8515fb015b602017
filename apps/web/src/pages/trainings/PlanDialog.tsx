import { body } from '@diemcau/client/rest';
import type { TrainingPlace } from '@diemcau/contracts/meetings/trainings';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../admin/dates/format';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { rest } from '../../api/rest';
import { isWhole, newDraft, sentOf } from './event-draft';
import { EventFields } from './EventFields';
import { type EventSource, planTraining, trainingsKey } from './queries';
import { useTexts } from './texts';

const kind = 'training' as const;

interface Props {
  /** What the event is for, where that is known: else one of the meetings is chosen. */
  readonly of?: EventSource;
  readonly title?: string;
  readonly places?: readonly TrainingPlace[];
  readonly onClose: () => void;
}

/** An event on a meeting that is scheduled as training. */
export function PlanDialog({ of, onClose, ...given }: Props) {
  const t = useTexts();
  const meetings = useQuery({
    enabled: of === undefined,
    queryKey: ['work', 'occurrences', 'trainings'],
    queryFn: () => body(rest.GET('/api/v1/occurrences', { params: { query: { limit: 100, kind } } })),
  });
  const [occurrenceId, setMeeting] = useState<string | null>(null);
  const [draft, setDraft] = useState(newDraft(given.title, given.places));
  const source = of ?? (occurrenceId === null ? null : { occurrenceId });
  const plan = useAct(planTraining, { done: t('saved'), changes: [trainingsKey], after: onClose });
  const { description, ...sent } = sentOf(draft);
  return (
    <Dialog
      opened
      title={t('plan')}
      act={t('plan')}
      ready={source !== null && isWhole(draft)}
      busy={plan.isPending}
      error={plan.error}
      onClose={onClose}
      onAct={() => source && plan.mutate({ ...source, ...sent, ...(description && { description }) })}
    >
      {of === undefined && (
        <Select
          label={t('meeting')}
          required
          searchable
          data={(meetings.data?.items ?? []).map((one) => ({
            value: one.id,
            label: `${one.title} (${formatInstant(one.startsAt)})`,
          }))}
          value={occurrenceId}
          onChange={setMeeting}
        />
      )}
      <EventFields draft={draft} onChange={setDraft} />
    </Dialog>
  );
}
