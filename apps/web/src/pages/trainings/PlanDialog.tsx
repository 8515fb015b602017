import { body } from '@diemcau/client/rest';
import type { TrainingPlace } from '@diemcau/contracts/meetings/trainings';
import '@mantine/core/styles/NumberInput.css';
import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../admin/dates/format';
import { useAct } from '../../admin/forms/use-act';
import { Dialog } from '../../admin/parts/Dialog';
import { rest } from '../../api/rest';
import { SitePicker } from '../sites/pick/SitePicker';
import { useNamedSites } from '../sites/pick/use-named-sites';
import { type EventSource, planTraining, trainingsKey } from './queries';
import { useTexts } from './texts';

const usualCapacity = 40;
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
  const named = useNamedSites((given.places ?? []).map(({ siteId }) => siteId));
  const [occurrenceId, setMeeting] = useState<string | null>(null);
  const [title, setTitle] = useState(given.title ?? '');
  const [description, setDescription] = useState('');
  const [requiredPercent, setPercent] = useState(80);
  const [places, setPlaces] = useState<readonly TrainingPlace[]>(given.places ?? []);
  const source = of ?? (occurrenceId === null ? null : { occurrenceId });
  const plan = useAct(planTraining, { done: t('saved'), changes: [trainingsKey], after: onClose });
  const put = (i: number, place: TrainingPlace) => setPlaces(places.map((one, n) => (n === i ? place : one)));
  return (
    <Dialog
      opened
      title={t('plan')}
      act={t('plan')}
      ready={source !== null && title.trim() !== '' && places.every(({ siteId }) => siteId !== '')}
      busy={plan.isPending}
      error={plan.error}
      onClose={onClose}
      onAct={() =>
        source &&
        plan.mutate({
          ...source,
          title: title.trim(),
          ...(description.trim() && { description: description.trim() }),
          places: [...places],
          requiredPercent,
        })
      }
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
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        size="md"
        label={t('description')}
        maxLength={2000}
        autosize
        minRows={2}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <NumberInput
        size="md"
        label={t('requiredPercent')}
        min={1}
        max={100}
        value={requiredPercent}
        onChange={(value) => setPercent(Number(value) || 80)}
      />
      {places.map((place, i) => (
        <div
          key={place.siteId || 'new'}
          style={{ display: 'grid', gridTemplateColumns: '1fr 6rem', gap: '0.5rem' }}
        >
          <SitePicker
            label={t('site')}
            value={place.siteId || null}
            name={named.of(place.siteId)?.name}
            without={places.flatMap(({ siteId }) => (siteId === place.siteId ? [] : siteId))}
            onChange={(siteId, site) => {
              if (site) named.learn([site]);
              // Cleared: the place is taken away.
              if (siteId === null) setPlaces(places.filter((_, n) => n !== i));
              else put(i, { ...place, siteId });
            }}
          />
          <NumberInput
            size="md"
            label={t('capacity')}
            min={1}
            max={2000}
            value={place.capacity}
            onChange={(value) => put(i, { ...place, capacity: Number(value) || usualCapacity })}
          />
        </div>
      ))}
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        disabled={places.some(({ siteId }) => siteId === '')}
        onClick={() => setPlaces([...places, { siteId: '', capacity: usualCapacity }])}
      >
        {t('addPlace')}
      </Button>
    </Dialog>
  );
}
