import type { Webhook } from '@diemcau/contracts/identity/webhooks';
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../../admin/dates/format';
import { Facts } from '../../../admin/parts/Facts';
import { Trouble } from '../../../admin/parts/Trouble';
import { Deliveries } from './Deliveries';
import { webhookQuery } from './queries';
import { useTexts } from './texts';
import { WebhookActions } from './WebhookActions';
import { WebhookStateChip } from './WebhookStateChip';

export function WebhookDetail({ known, onGone }: { known: Webhook; onGone: () => void }) {
  const t = useTexts();
  const { data = known, error } = useQuery(webhookQuery(known.id));
  return (
    <>
      <Trouble error={error} />
      <Facts
        of={[
          [t('state'), <WebhookStateChip key="state" of={data} />],
          [t('url'), data.url],
          [t('unit'), data.subtree ? t('below', { unitName: data.unitName }) : data.unitName],
          [t('events'), data.events.map((one) => t(`event_${one}`)).join(', ')],
          [t('createdAt'), formatInstant(data.createdAt)],
          data.oldSecretUntil === null ? null : [t('oldSecret'), formatInstant(data.oldSecretUntil)],
        ]}
      />
      <WebhookActions of={data} onGone={onGone} />
      <Deliveries of={data} />
    </>
  );
}
