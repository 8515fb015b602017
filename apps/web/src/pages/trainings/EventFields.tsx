import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { WholeField } from '../../admin/forms/WholeField';
import type { EventDraft } from './event-draft';
import { PlacesField } from './PlacesField';
import { useTexts } from './texts';

interface Props {
  readonly draft: EventDraft;
  readonly onChange: (draft: EventDraft) => void;
}

/** What an event is, the same when it is planned and when it is changed. */
export function EventFields({ draft, onChange }: Props) {
  const t = useTexts();
  const put = (change: Partial<EventDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={draft.title}
        onChange={(event) => put({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('description')}
        maxLength={2000}
        autosize
        minRows={2}
        value={draft.description}
        onChange={(event) => put({ description: event.currentTarget.value })}
      />
      <WholeField
        label={t('requiredPercent')}
        max={100}
        value={draft.requiredPercent}
        onChange={(requiredPercent) => put({ requiredPercent })}
      />
      <TextInput
        type="datetime-local"
        label={t('registerUntil')}
        description={t('registerUntilHint')}
        value={draft.registerUntil}
        onChange={(event) => put({ registerUntil: event.currentTarget.value })}
      />
      <Checkbox
        label={t('selfRegistration')}
        description={t('selfRegistrationHint')}
        checked={draft.selfRegistration}
        onChange={(event) => put({ selfRegistration: event.currentTarget.checked })}
      />
      <PlacesField places={draft.places} onChange={(places) => put({ places })} />
    </>
  );
}
