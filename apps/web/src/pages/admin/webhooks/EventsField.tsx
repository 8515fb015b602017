import type { WebhookEvent } from '@diemcau/contracts/identity/webhook-events';
import { Checkbox, Stack } from '@mantine/core';
import { events } from './queries';
import { useTexts } from './texts';

interface Props {
  readonly value: readonly WebhookEvent[];
  readonly onChange: (events: WebhookEvent[]) => void;
}

export function EventsField({ value, onChange }: Props) {
  const t = useTexts();
  return (
    <Checkbox.Group
      label={t('events')}
      value={[...value]}
      onChange={(chosen) => onChange(events.filter((one) => chosen.includes(one)))}
    >
      <Stack gap="xs" mt={6}>
        {events.map((event) => (
          <Checkbox key={event} value={event} label={t(`event_${event}`)} description={event} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
