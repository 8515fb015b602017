import type { WebhookEvent } from '@diemcau/contracts/identity/webhook-events';
import type { Webhook } from '@diemcau/contracts/identity/webhooks';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { EventsField } from './EventsField';
import { changeWebhook, webhooksKey } from './queries';
import { useTexts } from './texts';

export function ChangeWebhookDialog({ of, onClose }: { of: Webhook; onClose: () => void }) {
  const t = useTexts();
  const [name, setName] = useState(of.name);
  const [url, setUrl] = useState(of.url);
  const [events, setEvents] = useState<readonly WebhookEvent[]>(of.events);
  const change = useAct(
    () => changeWebhook(of, { name: name.trim(), url: url.trim(), events: [...events] }),
    {
      done: t('changed'),
      changes: [webhooksKey],
      after: onClose,
    },
  );
  const faultOf = useFaults(change.error);
  return (
    <Dialog
      opened
      title={t('change')}
      act={t('save')}
      ready={name.trim() !== '' && events.length > 0}
      onAct={() => change.mutate(undefined)}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        value={name}
        maxLength={120}
        error={faultOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('url')}
        description={t('urlHint')}
        type="url"
        value={url}
        maxLength={1000}
        error={faultOf('url')}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <EventsField value={events} onChange={setEvents} />
    </Dialog>
  );
}
