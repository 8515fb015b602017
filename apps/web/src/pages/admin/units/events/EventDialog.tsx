import type { UnitEventKind } from '@diemcau/contracts/identity/unit-events';
import type { Unit } from '@diemcau/contracts/identity/units';
import { Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../../../admin/dates/DayField';
import { formatDay, today } from '../../../../admin/dates/format';
import { useFaults } from '../../../../admin/forms/faults';
import { notify } from '../../../../admin/notices/notices';
import { Dialog } from '../../../../admin/parts/Dialog';
import { previewQuery, recordEvent } from '../queries';
import { useTexts } from '../texts';
import { beginDraft, type Draft, eventOf, needsTyping } from './draft';
import { EventFields } from './EventFields';
import classes from './events.module.css';
import { Preview } from './Preview';
import { uproots, useBelow } from './use-below';

export interface Begun {
  readonly kind: UnitEventKind;
  /** The unit it happens to; for `found` the one above. */
  readonly unit: Unit;
  /** Where it was dropped. */
  readonly parentId?: string;
}

/** Writes an event: what happens, from when on, by which decision; shows what it would change before it does. */
export function EventDialog({ kind, unit, parentId, onClose }: Begun & { onClose: () => void }) {
  const t = useTexts();
  const client = useQueryClient();
  const [now] = useState(today);
  const [draft, setDraft] = useState<Draft>(() => beginDraft(kind, unit, now, parentId ?? null));
  const [typed, setTyped] = useState('');
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const below = useBelow(unit, draft);
  const event = below.loading || below.homeless.length > 0 ? null : eventOf(draft, unit);
  const [asked] = useDebouncedValue(event, 350);
  const preview = useQuery({
    ...previewQuery(asked ?? { kind, effectiveOn: now, decisionNumber: null, decisionDate: null }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const save = useMutation({
    mutationFn: recordEvent,
    onSuccess: async ({ state, effectiveOn }) => {
      onClose();
      notify(
        'done',
        t(state === 'planned' ? 'eventPlanned' : 'eventRecorded', { day: formatDay(effectiveOn) }),
      );
      await client.invalidateQueries({ queryKey: ['admin', 'units'] });
    },
  });
  const faultOf = useFaults(save.error ?? preview.error);
  const typing = needsTyping(draft, now);
  const settled = asked !== null && JSON.stringify(asked) === JSON.stringify(event);
  const ready =
    settled && preview.isSuccess && !preview.isPlaceholderData && (!typing || typed.trim() === unit.code);
  const planned = draft.effectiveOn !== null && draft.effectiveOn > now;
  return (
    <Dialog
      opened
      width={uproots.has(kind) ? 820 : 680}
      title={t(`${kind}Title`, { unit: unit.name })}
      onClose={onClose}
      act={t(planned ? 'plan' : 'record')}
      onAct={() => event && save.mutate(event)}
      busy={save.isPending}
      ready={ready}
      error={save.error}
      danger={typing}
    >
      <EventFields draft={draft} unit={unit} below={below} change={change} faultOf={faultOf} />
      <div className={classes.decision}>
        <DayField
          label={t('effectiveOn')}
          description={t('effectiveOnHint')}
          value={draft.effectiveOn}
          onChange={(effectiveOn) => change({ effectiveOn })}
          error={faultOf('effectiveOn')}
          required
        />
        <TextInput
          label={t('decisionNumber')}
          description={t('decisionNumberHint')}
          maxLength={100}
          value={draft.decisionNumber}
          onChange={(input) => change({ decisionNumber: input.currentTarget.value })}
        />
        <DayField
          label={t('decisionDate')}
          description={t('decisionDateHint')}
          value={draft.decisionDate}
          onChange={(decisionDate) => change({ decisionDate })}
        />
      </div>
      <Textarea
        label={t('note')}
        autosize
        minRows={1}
        maxLength={1000}
        value={draft.note}
        onChange={(input) => change({ note: input.currentTarget.value })}
      />
      <Preview
        wanted={event !== null}
        preview={preview.data}
        waiting={preview.isFetching || !settled}
        error={preview.error}
      />
      {typing && event && (
        <TextInput
          label={t('typeCode', { code: unit.code })}
          description={t('cannotBeUndone')}
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(input) => setTyped(input.currentTarget.value)}
        />
      )}
    </Dialog>
  );
}
