import type { WebhookEvent } from '@diemcau/contracts/identity/webhook-events';
import type { MadeWebhook } from '@diemcau/contracts/identity/webhooks';
import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFaults } from '../../../admin/forms/faults';
import { useAct } from '../../../admin/forms/use-act';
import { Dialog } from '../../../admin/parts/Dialog';
import { useAdmin } from '../../../admin/permissions';
import { UnitPicker } from '../../../admin/units/UnitPicker';
import { SecretOnce } from '../../../credentials/SecretOnce';
import { EventsField } from './EventsField';
import { makeWebhook, webhooksKey } from './queries';
import { useTexts } from './texts';

export function MakeWebhookDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const { grants } = useAdmin();
  const [made, setMade] = useState<MadeWebhook | null>(null);
  const [name, setName] = useState('');
  const [url, setUrl] = useState('https://');
  const [unitId, setUnitId] = useState<string | null>(grants[0]?.unitId ?? null);
  const [subtree, setSubtree] = useState(true);
  const [events, setEvents] = useState<WebhookEvent[]>([]);
  const make = useAct(makeWebhook, { changes: [webhooksKey], after: setMade });
  const faultOf = useFaults(make.error);
  if (made) {
    return (
      <SecretOnce title={t('secretTitle')} text={t('secretText')} secret={made.secret} onClose={onClose} />
    );
  }
  const act = () => {
    if (unitId !== null) make.mutate({ name: name.trim(), url: url.trim(), unitId, subtree, events });
  };
  return (
    <Dialog
      opened
      title={t('make')}
      act={t('make')}
      ready={name.trim() !== '' && unitId !== null && events.length > 0 && url.length > 8}
      onAct={act}
      busy={make.isPending}
      error={make.error}
      onClose={onClose}
      width={620}
    >
      <TextInput
        label={t('name')}
        value={name}
        maxLength={120}
        error={faultOf('name')}
        data-autofocus
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
      <UnitPicker label={t('unit')} value={unitId} onChange={setUnitId} clearable={false} />
      <Switch
        label={t('subtree')}
        checked={subtree}
        onChange={(event) => setSubtree(event.currentTarget.checked)}
      />
      <EventsField value={events} onChange={setEvents} />
    </Dialog>
  );
}
